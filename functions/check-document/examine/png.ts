import { demand } from './refusal.ts';

const SIGNATURE_BYTES = 8;
const CHUNKS_MAX = 100_000;

/** Walks the chunks of a PNG to its end. Moving pictures are refused: a reader of the preview would see one frame of many. */
export const readPng = (bytes: Buffer) => {
  const said: Buffer[] = [];
  let [at, width, height, chunks, data] = [SIGNATURE_BYTES, 0, 0, 0, 0];
  for (;;) {
    demand(at + 12 <= bytes.length && chunks < CHUNKS_MAX);
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    demand(at + 12 + length <= bytes.length && /^[A-Za-z]{4}$/.test(type));
    const body = bytes.subarray(at + 8, at + 8 + length);
    demand((type === 'IHDR') === (chunks === 0));
    if (type === 'IHDR') {
      demand(length === 13);
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
    }
    demand(!['acTL', 'fcTL', 'fdAT'].includes(type), 'type-not-allowed');
    if (type === 'IDAT') data += 1;
    if (['tEXt', 'iTXt', 'zTXt', 'eXIf'].includes(type)) said.push(body);
    at += 12 + length;
    chunks += 1;
    if (type === 'IEND') break;
  }
  demand(data > 0 && width > 0 && height > 0);
  return { width, height, end: at, said };
};
