import type { Limits } from './limits.ts';
import { demand } from './refusal.ts';

interface Page {
  readonly width: number;
  readonly height: number;
}

const [WIDTH, HEIGHT, STRIPS, STRIP_BYTES, TILES, TILE_BYTES] = [256, 257, 273, 279, 324, 325];
const SHORT = 3;
const LONG = 4;
/** Bytes of a value, by its type (TIFF 6.0, section 2). */
const WIDTHS = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
const ENTRY_BYTES = 12;
const PIECES_MAX = 1_000_000;

/** The numbers of one kind of file, little or big end first. Beyond the end there are none. */
const numbersOf = (bytes: Buffer) => {
  const little = bytes[0] === 0x49;
  const short = (at: number): number => {
    demand(at + 2 <= bytes.length);
    return little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
  };
  const long = (at: number): number => {
    demand(at + 4 <= bytes.length);
    return little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
  };
  /** All values of an entry of a directory. They stand in it where they fit, elsewhere where they do not. */
  const values = (entry: number): readonly number[] => {
    const [type, count] = [short(entry + 2), long(entry + 4)];
    if (type !== SHORT && type !== LONG) return [];
    demand(count <= PIECES_MAX);
    const width = type === SHORT ? 2 : 4;
    const from = count * width <= 4 ? entry + 8 : long(entry + 8);
    return Array.from({ length: count }, (_, at) => (type === SHORT ? short : long)(from + at * width));
  };
  return { short, long, values };
};

/** The size of each page of a TIFF, read from its directories alone. They may not lead in a circle, nor beyond the end. */
export const readTiff = (bytes: Buffer, { pagesMax }: Limits): readonly Page[] => {
  const { short, long, values } = numbersOf(bytes);
  const pages: Page[] = [];
  const seen = new Set<number>();
  for (let at = long(4); at !== 0; ) {
    demand(!seen.has(at));
    seen.add(at);
    demand(seen.size <= pagesMax, 'image-bomb');
    const count = short(at);
    const end = at + 2 + count * ENTRY_BYTES;
    demand(count > 0 && end + 4 <= bytes.length);
    const tags = new Map<number, number>();
    for (let entry = at + 2; entry < end; entry += ENTRY_BYTES) {
      const bytesOf = (WIDTHS[short(entry + 2)] ?? 1) * long(entry + 4);
      demand(bytesOf <= 4 || long(entry + 8) + bytesOf <= bytes.length);
      tags.set(short(entry), entry);
    }
    const valuesOf = (tag: number): readonly number[] => {
      const entry = tags.get(tag);
      return entry === undefined ? [] : values(entry);
    };
    const [width = 0] = valuesOf(WIDTH);
    const [height = 0] = valuesOf(HEIGHT);
    demand(width > 0 && height > 0);
    holdsPixels(bytes, [...valuesOf(STRIPS), ...valuesOf(TILES)], [...valuesOf(STRIP_BYTES), ...valuesOf(TILE_BYTES)]);
    pages.push({ width, height });
    at = long(end);
  }
  demand(pages.length > 0);
  return pages;
};

const holdsPixels = (bytes: Buffer, places: readonly number[], lengths: readonly number[]): void => {
  demand(places.length > 0 && places.length === lengths.length);
  demand(places.every((place, at) => place + (lengths[at] ?? 0) <= bytes.length));
};
