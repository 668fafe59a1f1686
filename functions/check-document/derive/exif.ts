import type { Removed } from './derived.ts';

const PLACES = 0x8825;
const ENTRY_BYTES = 12;

/** What an EXIF block says besides the camera: where (a directory of places), and with a small picture (a second directory). */
export const exifSays = (block: Buffer): readonly Removed[] => {
  const exif = block.toString('latin1', 0, 4) === 'Exif' ? block.subarray(6) : block;
  if (exif.length < 14) return [];
  const little = exif[0] === 0x49;
  const short = (at: number): number => (little ? exif.readUInt16LE(at) : exif.readUInt16BE(at));
  const long = (at: number): number => (little ? exif.readUInt32LE(at) : exif.readUInt32BE(at));
  const directory = long(4);
  if (directory + 2 > exif.length) return [];
  const count = short(directory);
  const end = directory + 2 + count * ENTRY_BYTES;
  if (end + 4 > exif.length) return [];
  const tags = Array.from({ length: count }, (_, at) => short(directory + 2 + at * ENTRY_BYTES));
  return [
    ...(tags.includes(PLACES) ? (['location'] as const) : []),
    ...(long(end) === 0 ? [] : (['thumbnail'] as const)),
  ];
};
