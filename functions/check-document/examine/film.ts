import { type Box, boxesIn, boxesOf, boxOf } from './boxes.ts';
import type { Examiner } from './context.ts';
import { demand } from './refusal.ts';
import { samplesOf } from './samples.ts';
import { headOf, type Source } from './source.ts';

const INDEX_BYTES_MAX = 67_108_864;
const SIDE_PIXELS_MAX = 16_384;
const SELF_CONTAINED = 1;

const HEIF_BRANDS = ['heic', 'heix', 'heim', 'heis'];
const HEIF_FAMILY = [...HEIF_BRANDS, 'mif1', 'msf1', 'hevc', 'avif', 'avis'];
/** QuickTime is not on the list: its films are sent as MP4. */
const FOREIGN_BRANDS = ['qt  ', 'crx '];

/** Which member of the family of boxes a file is, by the brands that it names. */
export const boxFamily = async (source: Source): Promise<'heic' | 'film' | 'other'> => {
  const head = await headOf(source, 16);
  demand(head.length >= 16);
  const length = head.readUInt32BE(0);
  demand(length >= 16 && length <= 1_024 && length % 4 === 0);
  const ftyp = await source.read(0, Math.min(length, source.size));
  const brands = Array.from({ length: ftyp.length / 4 }, (_, at) => ftyp.toString('latin1', at * 4, at * 4 + 4));
  const [major, ...compatible] = [brands[2] ?? '', ...brands.slice(4)];
  if (HEIF_FAMILY.includes(major)) {
    return HEIF_BRANDS.includes(major) || (major === 'mif1' && compatible.some((brand) => HEIF_BRANDS.includes(brand)))
      ? 'heic'
      : 'other';
  }
  return FOREIGN_BRANDS.includes(major) ? 'other' : 'film';
};

/** The index of a film: what it holds, read without its frames. */
export const readIndex = async (source: Source): Promise<{ moov: Buffer; boxes: readonly Box[] }> => {
  const boxes = await boxesOf(source);
  const { at, to } = boxOf(boxes, 'moov');
  demand(boxes.filter(({ type }) => type === 'moov').length === 1 && to - at <= INDEX_BYTES_MAX);
  demand(boxes.some(({ type, from: start, to: end }) => type === 'mdat' && end > start));
  return { moov: await source.read(at, to - at), boxes };
};

/** An MP4 or M4A, by its boxes alone: whole, with tracks, each of whose frames lie in the file itself. */
export const examineFilm: Examiner = async (source) => {
  const { moov } = await readIndex(source);
  const inside = boxesIn(moov, 8);
  demand(!inside.some(({ type }) => type === 'cmov'));
  const tracks = inside.filter(({ type }) => type === 'trak');
  demand(tracks.length > 0 && inside.some(({ type }) => type === 'mvhd'));
  const handlers = tracks.map((track) => {
    samplesOf(moov, track, source.size);
    return examineTrack(moov, track);
  });
  demand(handlers.includes('vide') || handlers.includes('soun'));
};

const examineTrack = (moov: Buffer, track: Box): string => {
  const boxes = boxesIn(moov, track.from, track.to);
  const header = boxOf(boxes, 'tkhd');
  demand(header.to - header.from >= 84);
  // Width and height end the header, in sixteenths of bits: 16.16.
  const [width, height] = [moov.readUInt16BE(header.to - 8), moov.readUInt16BE(header.to - 4)];
  demand(width <= SIDE_PIXELS_MAX && height <= SIDE_PIXELS_MAX, 'image-bomb');
  const { from, to } = boxOf(boxes, 'mdia');
  const media = boxesIn(moov, from, to);
  const handler = boxOf(media, 'hdlr');
  demand(handler.to - handler.from >= 12);
  const information = boxOf(media, 'minf');
  const [references] = boxesIn(moov, information.from, information.to).filter(({ type }) => type === 'dinf');
  if (references !== undefined) examineReferences(moov, references);
  return moov.toString('latin1', handler.from + 8, handler.from + 12);
};

/** Frames kept elsewhere would be fetched from there by whoever opens the film. */
const examineReferences = (moov: Buffer, { from, to }: Box): void => {
  const list = boxOf(boxesIn(moov, from, to), 'dref');
  demand(list.to - list.from >= 8);
  for (const reference of boxesIn(moov, list.from + 8, list.to)) {
    demand(reference.to - reference.from >= 4);
    demand((moov.readUInt32BE(reference.from) & SELF_CONTAINED) === SELF_CONTAINED, 'active-content');
  }
};
