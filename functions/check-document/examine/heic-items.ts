import { type Box, boxesIn, boxOf } from './boxes.ts';
import { demand } from './refusal.ts';

export interface Item {
  readonly id: number;
  readonly type: string;
  /** Where its name begins, right behind its type. It goes on to `end`, with the type of its content where it has one. */
  readonly nameAt: number;
  readonly end: number;
}

export const itemsIn = (meta: Buffer, { from, to }: Box): readonly Item[] => {
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
export const thumbsIn = (meta: Buffer, { from, to }: Box): readonly number[] => {
  const idBytes = meta[from] === 0 ? 2 : 4;
  return boxesIn(meta, from + 4, to)
    .filter(({ type }) => type === 'thmb')
    .map((box) => meta.readUIntBE(box.from, idBytes));
};

export interface Extent {
  readonly from: number;
  readonly to: number;
  readonly inMeta: boolean;
}

/** Where the bytes of each item lie, in the file or in the description itself. */
export const extentsIn = (meta: Buffer, inside: readonly Box[]): ReadonlyMap<number, readonly Extent[]> => {
  const { from, to } = boxOf(inside, 'iloc');
  const data = inside.find(({ type }) => type === 'idat');
  const version = meta[from] ?? 0;
  demand(version <= 2);
  let at = from + 4;
  const take = (bytes: number): number => {
    demand(at + bytes <= to && (bytes <= 4 || bytes === 8));
    at += bytes;
    if (bytes === 0) return 0;
    return bytes === 8 ? Number(meta.readBigUInt64BE(at - 8)) : meta.readUIntBE(at - bytes, bytes);
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
