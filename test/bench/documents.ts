import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { derive, preview } from '../../functions/check-document/derive/derive.ts';
import { examine } from '../../functions/check-document/examine/examine.ts';
import { median, ratioRow, row, timed } from './statistics.ts';

const [WIDTH, HEIGHT] = [4_000, 3_000];
const RUNS = 5;
/** Times a plain copy of the same file: several times what a quiet machine takes, so that only what is broken breaks them. */
const TIMES_PLAIN_MAX = { check: 400, 'derived copy': 2_500, preview: 1_500 } as const;

/** A photo of 12 megapixels as a telephone takes it: turned, with a camera and a place, and as busy as a street. */
const takePhoto = (path: string): Promise<unknown> =>
  sharp({
    create: {
      width: WIDTH,
      height: HEIGHT,
      channels: 3,
      background: 'grey',
      noise: { type: 'gaussian', mean: 128, sigma: 20 },
    },
  })
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Make: 'Bench' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '19/1 25/1 42/1' } })
    .jpeg({ quality: 88 })
    .toFile(path);

/** What it costs to look into a photo, to make its copy without metadata and its preview: each against a plain copy of the same file. */
export const benchDocuments = async (say: (line: string) => void): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'veedor-bench-'));
  const path = join(folder, 'photo.jpg');
  const middle = async (work: (run: number) => Promise<unknown>): Promise<number> => {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) times.push(await timed(() => work(run)));
    return median(times);
  };
  try {
    await takePhoto(path);
    const { size } = await stat(path);
    const plain = await middle((run) => copyFile(path, join(folder, `plain-${run}`)));
    const works = [
      ['check', () => examine({ path, size }, { name: 'photo.jpg', mediaType: 'image/jpeg' })],
      ['derived copy', (run: number) => derive({ path }, 'image/jpeg', join(folder, `derived-${run}`))],
      ['preview', (run: number) => preview({ path }, 'image/jpeg', join(folder, `preview-${run}`))],
    ] as const;
    for (const [name, work] of works) {
      const taken = await middle(work);
      const megabytes = (size / 1_048_576).toFixed(1);
      say(row(`${name} of a JPEG of 12 megapixels (${megabytes} MB)`, `${taken.toFixed(0)} ms`));
      say(ratioRow(`${name} of it: times a plain copy of the file`, taken / plain, TIMES_PLAIN_MAX[name]));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
