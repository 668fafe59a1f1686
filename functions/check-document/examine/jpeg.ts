import { demand, refuse } from './refusal.ts';

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Where the picture ends: what follows belongs to no reader of this format. */
  readonly end: number;
  /** What is said beside the pixels: comments, EXIF, XMP, in the order of the file. */
  readonly said: readonly Buffer[];
}

const SCANS_MAX = 200;
const [SOI, EOI, SOS, COM, APP0, APP15, TEM] = [0xd8, 0xd9, 0xda, 0xfe, 0xe0, 0xef, 0x01];

/** Markers that start a frame, except those that share their range: DHT, JPG and DAC. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/** Walks the segments of a JPEG to its end (ITU-T T.81, annex B). */
export const readJpeg = (bytes: Buffer): Picture => {
  demand(bytes.length > 4 && bytes[0] === 0xff && bytes[1] === SOI);
  const said: Buffer[] = [];
  let [at, scans, width, height] = [2, 0, 0, 0];
  for (;;) {
    at = markerAt(bytes, at);
    const marker = bytes[at - 1] ?? 0;
    if (marker === EOI) break;
    if (isRestart(marker) || marker === TEM) continue;
    demand(at + 2 <= bytes.length && marker !== SOI);
    const length = bytes.readUInt16BE(at);
    demand(length >= 2 && at + length <= bytes.length);
    const body = bytes.subarray(at + 2, at + length);
    if (isFrame(marker)) {
      demand(body.length >= 6);
      [height, width] = [body.readUInt16BE(1), body.readUInt16BE(3)];
    }
    if (marker === COM || (marker >= APP0 && marker <= APP15)) said.push(body);
    at += length;
    if (marker === SOS) {
      scans += 1;
      demand(scans <= SCANS_MAX, 'image-bomb');
      at = endOfScan(bytes, at);
    }
  }
  demand(scans > 0 && width > 0 && height > 0);
  return { width, height, end: at, said };
};

/** The place after the next marker. Fill bytes may stand before it, nothing else. */
const markerAt = (bytes: Buffer, from: number): number => {
  let at = from;
  demand(bytes[at] === 0xff);
  while (bytes[at] === 0xff) at += 1;
  demand(at < bytes.length && bytes[at] !== 0);
  return at + 1;
};

/** The first marker after packed pixels that does not belong to them. */
const endOfScan = (bytes: Buffer, from: number): number => {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at;
    at = bytes.indexOf(0xff, next === 0xff ? at + 1 : at + 2);
  }
  return refuse('malformed');
};
