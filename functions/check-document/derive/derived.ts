import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A copy without what only says who made it, where, when and with what. */
export interface Derived {
  readonly path: string;
  readonly mediaType: string;
  /** SHA-256 of the copy, in small hexadecimal digits, and its bytes. */
  readonly sha256: string;
  readonly size: number;
  /** The classes of what was found and left out, in order of the alphabet. */
  readonly removed: readonly Removed[];
  /** Tool and version that made it. */
  readonly by: string;
}

/** What a copy can leave out. */
export type Removed =
  | 'authors'
  | 'camera'
  | 'colour-profile'
  | 'comments'
  | 'custom-data'
  | 'earlier-revisions'
  | 'iptc'
  | 'litter'
  | 'location'
  | 'orientation'
  | 'printer-settings'
  | 'properties'
  | 'revision-marks'
  | 'signatures'
  | 'tags'
  | 'thumbnail'
  | 'times'
  | 'tracks'
  | 'trailing-bytes'
  | 'transport'
  | 'xmp';

/** A usable document of which no safe copy can be made here: it may be read by the team, and shared only as a redacted version. */
export class NoCopyError extends Error {
  override readonly name = 'NoCopyError';
}

/** What a maker of copies gives: bytes, whole or piece by piece, and what it left out. */
export interface Made {
  readonly pieces: AsyncIterable<Buffer> | Iterable<Buffer>;
  readonly removed: ReadonlySet<Removed>;
  readonly mediaType?: string;
}

/** Writes a copy under a name of its own and gives it the other once it is whole: half a copy is never seen. */
export const keep = async (
  made: Made,
  { into, name, mediaType, by }: { into: string; name: string; mediaType: string; by: string },
): Promise<Derived> => {
  await mkdir(into, { recursive: true });
  const [path, partial] = [join(into, name), join(into, `.${randomUUID()}`)];
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(partial, 'wx', 0o600);
  try {
    for await (const piece of made.pieces) {
      hash.update(piece);
      size += piece.length;
      await file.writeFile(piece);
    }
    await file.close();
    await rename(partial, path);
  } catch (error) {
    await file.close();
    await rm(partial, { force: true });
    throw error;
  }
  return {
    path,
    mediaType: made.mediaType ?? mediaType,
    sha256: hash.digest('hex'),
    size,
    removed: [...made.removed].toSorted(),
    by,
  };
};
