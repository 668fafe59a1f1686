import { demand } from './refusal.ts';
import type { Source } from './source.ts';

/** A box of ISO/IEC 14496-12, by where it lies: its body goes from `from` to `to`. */
export interface Box {
  readonly type: string;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

const BOXES_MAX = 100_000;

/** The boxes that tile a stretch of memory exactly; what does not fit is `malformed`. */
export const boxesIn = (bytes: Buffer, from = 0, to = bytes.length): readonly Box[] => {
  const boxes: Box[] = [];
  let at = from;
  while (at < to) {
    // QuickTime ends a list of boxes with four empty bytes.
    if (to - at === 4 && bytes.readUInt32BE(at) === 0) break;
    demand(at + 8 <= to && boxes.length < BOXES_MAX);
    const box = boxAt(bytes.subarray(at, Math.min(at + 16, to)), at, to);
    boxes.push(box);
    at = box.to;
  }
  return boxes;
};

/** The boxes of a whole file, read by their heads alone. */
export const boxesOf = async (source: Source): Promise<readonly Box[]> => {
  const boxes: Box[] = [];
  let at = 0;
  while (at < source.size) {
    demand(at + 8 <= source.size && boxes.length < BOXES_MAX);
    const box = boxAt(await source.read(at, Math.min(16, source.size - at)), at, source.size);
    boxes.push(box);
    at = box.to;
  }
  return boxes;
};

const boxAt = (head: Buffer, at: number, end: number): Box => {
  const short = head.readUInt32BE(0);
  const type = head.toString('latin1', 4, 8);
  demand(/^[\x20-\x7e\xa9]{4}$/.test(type));
  demand(short !== 1 || head.length >= 16);
  const long = short === 1 ? Number(head.readBigUInt64BE(8)) : short;
  const to = short === 0 ? end : at + long;
  const from = at + (short === 1 ? 16 : 8);
  demand(to >= from && to <= end);
  return { type, at, from, to };
};

/** The first box of a type, which must be there. */
export const boxOf = (boxes: readonly Box[], type: string): Box => {
  const found = boxes.find((box) => box.type === type);
  demand(found !== undefined);
  return found;
};
