import { open } from 'node:fs/promises';
import { demand } from './refusal.ts';

/** Bytes that can be read anywhere, from a file or from memory. What lies beyond the end is a file cut off: `malformed`. */
export interface Source {
  readonly size: number;
  readonly read: (at: number, length: number) => Promise<Buffer>;
}

export const bufferSource = (bytes: Buffer): Source => ({
  size: bytes.length,
  read: async (at, length) => {
    demand(at >= 0 && length >= 0 && at + length <= bytes.length);
    return bytes.subarray(at, at + length);
  },
});

/** Opens a file for reading; whoever opens it closes it. Errors of the disk pass through. */
export const openSource = async (path: string): Promise<{ source: Source; close: () => Promise<void> }> => {
  const file = await open(path, 'r');
  const { size } = await file.stat();
  const read = async (at: number, length: number): Promise<Buffer> => {
    demand(at >= 0 && length >= 0 && at + length <= size);
    const bytes = Buffer.alloc(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await file.read(bytes, filled, length - filled, at + filled);
      demand(bytesRead > 0);
      filled += bytesRead;
    }
    return bytes;
  };
  return { source: { size, read }, close: () => file.close() };
};

/** Opens a file for some work, and closes it when that is done. */
export const withFile = async <T>(path: string, work: (source: Source) => Promise<T>): Promise<T> => {
  const { source, close } = await openSource(path);
  try {
    return await work(source);
  } finally {
    await close();
  }
};

/** The whole of it, where it is small enough; otherwise it is refused as what this house cannot look into. */
export const wholeOf = async (source: Source, bytesMax: number): Promise<Buffer> => {
  demand(source.size <= bytesMax, 'type-not-allowed');
  return source.read(0, source.size);
};

/** The first or last bytes, fewer where there are fewer. */
export const headOf = (source: Source, length: number): Promise<Buffer> =>
  source.read(0, Math.min(length, source.size));

export const tailOf = (source: Source, length: number): Promise<Buffer> => {
  const taken = Math.min(length, source.size);
  return source.read(source.size - taken, taken);
};

const CHUNK_BYTES = 1_048_576;

/** Piece by piece, so that memory stays flat however long the file is. */
export async function* chunksOf(source: Source, from = 0, to = source.size): AsyncGenerator<Buffer> {
  for (let at = from; at < to; at += CHUNK_BYTES) yield await source.read(at, Math.min(CHUNK_BYTES, to - at));
}
