import { readJpeg } from '../examine/jpeg.ts';

/**
 * Pictures inside other files keep their pixels as they are: a page was laid out around them. Only what is said beside the pixels
 * goes, except how the colours are to be read.
 */
const [SOS, APP2, APP14, APP0, APP15, COM] = [0xda, 0xe2, 0xee, 0xe0, 0xef, 0xfe];

export const stripJpeg = (bytes: Buffer): Buffer => {
  const { end } = readJpeg(bytes);
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  for (let at = 2; at + 4 <= end; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === SOS) return Buffer.concat([...kept, bytes.subarray(at, end)]);
    if (marker === 0xff) at += 1;
    else {
      const next = at + 2 + bytes.readUInt16BE(at + 2);
      const segment = bytes.subarray(at, next);
      if (keeps(marker, segment)) kept.push(segment);
      at = next;
    }
  }
  return bytes.subarray(0, end);
};

const keeps = (marker: number, segment: Buffer): boolean => {
  if (marker === COM) return false;
  if (marker === APP2) return segment.toString('latin1', 4, 15) === 'ICC_PROFILE';
  return marker < APP0 || marker > APP15 || marker === APP14;
};

const TALK = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'caBX']);

export const stripPng = (bytes: Buffer): Buffer => {
  const kept: Buffer[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const next = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (!TALK.has(type)) kept.push(bytes.subarray(at, next));
    if (type === 'IEND') break;
    at = next;
  }
  return Buffer.concat(kept);
};

/** A picture inside another file, by what its first bytes say; another is left as it is. */
export const stripPicture = (bytes: Buffer): Buffer => {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return stripJpeg(bytes);
  if (bytes.subarray(0, 4).equals(Buffer.from('\x89PNG', 'latin1'))) return stripPng(bytes);
  return bytes;
};
