import { createHash } from 'node:crypto';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { OutsideFailure } from '../_ports/ports.ts';

/** One file of a bundle, its bytes as they come. */
export interface BundleFile {
  readonly path: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Photos, recordings and PDFs are packed already: they are only copied. */
  readonly isPacked?: boolean;
  /** What it must be: a file that was changed, or cut off, spoils the whole bundle and not just its sum. */
  readonly expected?: { readonly sha256: string; readonly sizeBytes: number };
}

/** What was written of a file. */
export interface WrittenFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** ZIP knows local times alone and begins in 1980: the same bytes come out wherever and whenever it is written. */
const NO_TIME = '1980-01-01T00:00:00';
const NOTHING = new Uint8Array();

/**
 * Writes a ZIP while its files are read: no more than a chunk of them is in memory. `files` is told what was written so far, so that
 * the last of them can list the others. Throws what a source throws; the ZIP is then cut off and no archive at all.
 */
export async function* writeZip(
  folder: string,
  files: (written: readonly WrittenFile[]) => AsyncIterable<BundleFile>,
): AsyncGenerator<Uint8Array> {
  const out: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    out.push(chunk);
  });
  const written: WrittenFile[] = [];
  for await (const { path, chunks, expected, isPacked = false } of files(written)) {
    const name = `${folder}/${path}`;
    const file = isPacked ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    file.mtime = NO_TIME;
    zip.add(file);
    const sum = createHash('sha256');
    let sizeBytes = 0;
    for await (const chunk of chunks) {
      sum.update(chunk);
      sizeBytes += chunk.byteLength;
      if (sizeBytes > (expected?.sizeBytes ?? Infinity)) throw notAsRecorded();
      file.push(chunk);
      yield* out.splice(0);
    }
    file.push(NOTHING, true);
    yield* out.splice(0);
    const sha256 = sum.digest('hex');
    if (expected !== undefined && (expected.sizeBytes !== sizeBytes || expected.sha256 !== sha256))
      throw notAsRecorded();
    written.push({ path, sizeBytes, sha256 });
  }
  zip.end();
  yield* out.splice(0);
}

const notAsRecorded = (): OutsideFailure => new OutsideFailure('documents: not what is on record');

/** A list as `sha256sum -c` takes it. The paths are ours: nothing in them needs its escapes. */
export const sumsOf = (written: readonly WrittenFile[]): string =>
  written.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('');
