import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Writes what comes to a file, piece by piece, and says what it was. */
export const fetchFile = async (
  bytes: AsyncIterable<Uint8Array>,
  path: string,
): Promise<{ readonly sizeBytes: number; readonly sha256: string }> => {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const measured = async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      hash.update(chunk);
      sizeBytes += chunk.byteLength;
      yield chunk;
    }
  };
  await pipeline(Readable.from(measured(bytes), { objectMode: false }), createWriteStream(path));
  return { sizeBytes, sha256: hash.digest('hex') };
};
