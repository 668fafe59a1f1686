import { Transform } from 'node:stream';

/** More came than may. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** Lets through what comes until it is too much: then the stream fails. */
export const atMost = (bytesMax: number): Transform => {
  let bytes = 0;
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length;
      if (bytes > bytesMax) done(new TooLarge('too large'));
      else done(null, chunk);
    },
  });
};
