import { type Box, boxesIn, boxOf } from '../examine/boxes.ts';
import { readMeta } from '../examine/heic.ts';
import { demand } from '../examine/refusal.ts';
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

interface Item {
  readonly id: number;
  readonly type: string;
  /** Where its name begins, right behind its type. It goes on to `end`, with the type of its content where it has one. */
  readonly nameAt: number;
  readonly end: number;
}

const itemsIn = (meta: Buffer, { from, to }: Box): readonly Item[] => {
  const wide = meta[from] !== 0;
  return boxesIn(meta, from + 4 + (wide ? 4 : 2), to).map((box) => {
    const version = meta[box.from] ?? 0;
    demand(box.type === 'infe' && (version === 2 || version === 3) && box.to - box.from >= 12);
    const idBytes = version === 2 ? 2 : 4;
    const typeAt = box.from + 4 + idBytes + 2;
    return {
      id: meta.readUIntBE(box.from + 4, idBytes),
      type: meta.toString('latin1', typeAt, typeAt + 4),
      nameAt: typeAt + 4,
      end: box.to,
    };
  });
};

/** Items that are small pictures of another. */
const thumbsIn = (meta: Buffer, { from, to }: Box): readonly number[] => {
  const idBytes = meta[from] === 0 ? 2 : 4;
  return boxesIn(meta, from + 4, to)
    .filter(({ type }) => type === 'thmb')
    .map((box) => meta.readUIntBE(box.from, idBytes));
};

interface Extent {
  readonly from: number;
  readonly to: number;
  readonly inMeta: boolean;
}

/** Where the bytes of each item lie, in the file or in the description itself. */
const extentsIn = (meta: Buffer, inside: readonly Box[]): ReadonlyMap<number, readonly Extent[]> => {
  const { from, to } = boxOf(inside, 'iloc');
  const data = inside.find(({ type }) => type === 'idat');
  const version = meta[from] ?? 0;
  let at = from + 4;
  const take = (bytes: number): number => {
    demand(at + bytes <= to && bytes <= 8);
    const value = bytes === 0 ? 0 : bytes === 8 ? Number(meta.readBigUInt64BE(at)) : meta.readUIntBE(at, bytes);
    at += bytes;
    return value;
  };
  const sizes = take(2);
  const [offsetBytes, lengthBytes, baseBytes, indexBytes] = [
    sizes >> 12,
    (sizes >> 8) & 15,
    (sizes >> 4) & 15,
    version === 0 ? 0 : sizes & 15,
  ];
  const places = new Map<number, readonly Extent[]>();
  for (let left = take(version === 2 ? 4 : 2); left > 0; left -= 1) {
    const id = take(version === 2 ? 4 : 2);
    const method = version === 0 ? 0 : take(2) & 15;
    demand(method <= 1);
    take(2);
    const base = take(baseBytes) + (method === 1 ? (data?.from ?? 0) : 0);
    const extents: Extent[] = [];
    for (let count = take(2); count > 0; count -= 1) {
      take(indexBytes);
      const start = base + take(offsetBytes);
      extents.push({ from: start, to: start + take(lengthBytes), inMeta: method === 1 });
    }
    places.set(id, extents);
  }
  return places;
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
