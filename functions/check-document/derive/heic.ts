import { type Box, boxesIn, boxOf } from '../examine/boxes.ts';
import { readMeta } from '../examine/heic.ts';
import { extentsIn, itemsIn, thumbsIn } from '../examine/heic-items.ts';
import type { Source } from '../examine/source.ts';
import type { Removed } from './derived.ts';
import { exifSays } from './exif.ts';
import type { Patch } from './films.ts';

export const HEIC_TOOL = 'veedor: items of ISO/IEC 23008-12 blanked in place, version 1';

/** Items that are pixels, or say how pixels are put together. */
const PIXELS = new Set(['hvc1', 'hev1', 'av01', 'grid', 'iovl', 'iden', 'jpeg', 'avc1', 'lhv1', 'tmap']);
const CLASSES: Readonly<Record<string, Removed>> = { Exif: 'camera', mime: 'xmp', 'uri ': 'custom-data' };
const TALK_PROPERTIES = new Set(['udes', 'crtt', 'mdft', 'altt', 'uuid', 'free', 'skip']);
const BLANKED = 'free';
const KEPT_AT_TOP = new Set(['ftyp', 'meta', 'mdat']);

/**
 * The changes that leave the pixels of a HEIC, its colours and which way up it is (a property there, no EXIF), and blank what is said
 * beside them: EXIF, XMP, names of items, and small pictures, which can show what was cut away.
 */
export const heicPatches = async (
  source: Source,
): Promise<{ patches: readonly Patch[]; removed: ReadonlySet<Removed> }> => {
  const { meta, at, boxes } = await readMeta(source);
  const removed = new Set<Removed>();
  const patches: Patch[] = [];
  for (const box of boxes.filter(({ type }) => !KEPT_AT_TOP.has(type))) {
    removed.add('trailing-bytes');
    patches.push({ from: box.from, to: box.to }, { from: box.at + 4, to: box.at + 8, bytes: Buffer.from('free') });
  }
  const inside = boxesIn(meta, 12);
  const items = itemsIn(meta, boxOf(inside, 'iinf'));
  const thumbs = inside.filter(({ type }) => type === 'iref').flatMap((box) => thumbsIn(meta, box));
  const places = extentsIn(meta, inside);
  const kept: { from: number; to: number }[] = [];
  for (const { id, type, nameAt, end } of items) {
    const extents = places.get(id) ?? [];
    const inFile = extents.map(({ from, to, inMeta }) => (inMeta ? { from: at + from, to: at + to } : { from, to }));
    if (meta.subarray(nameAt, end).some((byte) => byte !== 0)) patches.push({ from: at + nameAt, to: at + end });
    if (PIXELS.has(type) && !thumbs.includes(id)) kept.push(...inFile);
    else if (type !== BLANKED) {
      // An item of no known type is passed over by readers.
      patches.push({ from: at + nameAt - 4, to: at + nameAt, bytes: Buffer.from(BLANKED) });
      removed.add(thumbs.includes(id) ? 'thumbnail' : (CLASSES[type] ?? 'custom-data'));
      if (type === 'Exif' && (await tellsPlace(source, inFile))) removed.add('location');
    }
  }
  for (const { from, to } of [
    ...boxes.filter(({ type }) => type === 'mdat'),
    ...inside.filter(({ type }) => type === 'idat').map((box) => ({ from: at + box.from, to: at + box.to })),
  ]) {
    patches.push(...gaps({ from, to }, kept));
  }
  for (const box of talkProperties(meta, inside)) {
    patches.push({ from: at + box.from, to: at + box.to });
    removed.add('custom-data');
  }
  return { patches, removed };
};

const tellsPlace = async (source: Source, extents: readonly { from: number; to: number }[]): Promise<boolean> => {
  const pieces = await Promise.all(extents.map(({ from, to }) => source.read(from, to - from)));
  // Four bytes say where in the item the EXIF begins.
  return exifSays(Buffer.concat(pieces).subarray(4)).includes('location');
};

const talkProperties = (meta: Buffer, inside: readonly Box[]): readonly Box[] => {
  const { from, to } = boxOf(inside, 'iprp');
  const container = boxOf(boxesIn(meta, from, to), 'ipco');
  return boxesIn(meta, container.from, container.to).filter(({ type }) => TALK_PROPERTIES.has(type));
};

const gaps = (
  { from, to }: { from: number; to: number },
  kept: readonly { from: number; to: number }[],
): readonly Patch[] => {
  const found: Patch[] = [];
  let at = from;
  for (const each of kept.toSorted((one, other) => one.from - other.from)) {
    if (each.to <= at || each.from >= to) continue;
    if (each.from > at) found.push({ from: at, to: each.from });
    at = each.to;
  }
  if (at < to) found.push({ from: at, to });
  return found;
};
