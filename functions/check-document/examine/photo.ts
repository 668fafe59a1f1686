import sharp from 'sharp';
import type { Context, Examiner } from './context.ts';
import { readJpeg } from './jpeg.ts';
import { hidesAfter, holdsPage } from './magic.ts';
import { readPng } from './png.ts';
import { demand, refuse } from './refusal.ts';
import { wholeOf } from './source.ts';
import { readTiff } from './tiff.ts';
import { readWebp } from './webp.ts';

// Between two documents nothing is kept: memory is what the largest one takes.
sharp.cache(false);

const THUMB_PIXELS = 16;
const SECONDS_MAX = 30;

interface Walked {
  readonly width: number;
  readonly height: number;
  readonly end: number;
  readonly said: readonly Buffer[];
}

/** First what the headers say, before a pixel is unpacked; then what hides; then whether the pixels are there. */
const walked =
  (walk: (bytes: Buffer) => Walked): Examiner =>
  async (source, { effort }) => {
    const bytes = await wholeOf(source, effort.limits.wholeBytesMax);
    const { width, height, end, said } = walk(bytes);
    demand(width * height <= effort.limits.pixelsMax, 'image-bomb');
    demand(!said.some(holdsPage), 'active-content');
    demand(!hidesAfter(bytes.subarray(end)), 'type-differs');
    await decodes(bytes, 0, { effort });
  };

export const examineJpeg = walked(readJpeg);
export const examinePng = walked(readPng);
export const examineWebp = walked(readWebp);

export const examineTiff: Examiner = async (source, { effort }) => {
  const bytes = await wholeOf(source, effort.limits.wholeBytesMax);
  const pages = readTiff(bytes, effort.limits);
  const pixels = pages.reduce((sum, { width, height }) => sum + width * height, 0);
  demand(pixels <= effort.limits.pixelsMax, 'image-bomb');
  for (const page of pages.keys()) {
    effort.goOn();
    await decodes(bytes, page, { effort });
  }
};

/** Unpacks all pixels and keeps next to none. A picture that is cut off, or cannot be shown, is no evidence of anything. */
const decodes = async (bytes: Buffer, page: number, { effort }: Pick<Context, 'effort'>): Promise<void> => {
  try {
    await sharp(bytes, { failOn: 'truncated', limitInputPixels: effort.limits.pixelsMax, sequentialRead: true, page })
      .resize(THUMB_PIXELS, THUMB_PIXELS, { fit: 'inside' })
      .timeout({ seconds: SECONDS_MAX })
      .raw()
      .toBuffer();
  } catch {
    // The decoder's words may quote the file: only that it failed goes on.
    refuse('malformed');
  }
};
