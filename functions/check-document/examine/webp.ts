import { demand } from './refusal.ts';

const HEADER_BYTES = 12;
const FLAG_ANIMATION = 0x02;

/** Walks the chunks of a WebP to its end. Moving pictures are refused, as in PNG. */
export const readWebp = (bytes: Buffer) => {
  demand(bytes.length >= 20);
  const end = 8 + bytes.readUInt32LE(4);
  demand(end <= bytes.length && end >= 20);
  const said: Buffer[] = [];
  let [width, height, pictures] = [0, 0, 0];
  for (let at = HEADER_BYTES; at + 8 <= end; ) {
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    demand(at + 8 + length <= end);
    const body = bytes.subarray(at + 8, at + 8 + length);
    demand(!['ANIM', 'ANMF'].includes(type), 'type-not-allowed');
    if (type === 'EXIF' || type === 'XMP ') said.push(body);
    const size = sizeOf(type, body);
    if (size !== undefined) [width, height] = [Math.max(width, size.width), Math.max(height, size.height)];
    if (type === 'VP8 ' || type === 'VP8L') pictures += 1;
    at += 8 + length + (length % 2);
  }
  demand(pictures === 1 && width > 0 && height > 0);
  return { width, height, end, said };
};

const sizeOf = (type: string, body: Buffer): { width: number; height: number } | undefined => {
  if (type === 'VP8X') {
    demand(body.length >= 10);
    demand(((body[0] ?? 0) & FLAG_ANIMATION) === 0, 'type-not-allowed');
    return { width: 1 + body.readUIntLE(4, 3), height: 1 + body.readUIntLE(7, 3) };
  }
  if (type === 'VP8L') {
    demand(body.length >= 5);
    const packed = body.readUInt32LE(1);
    return { width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) };
  }
  if (type !== 'VP8 ') return undefined;
  demand(body.length >= 10);
  return { width: body.readUInt16LE(6) & 0x3fff, height: body.readUInt16LE(8) & 0x3fff };
};
