import { type Box, boxesIn, boxesOf, boxOf } from './boxes.ts';
import type { Examiner } from './context.ts';
import { extentsIn, itemsIn, thumbsIn } from './heic-items.ts';
import { demand } from './refusal.ts';
import type { Source } from './source.ts';

const META_BYTES_MAX = 8_388_608;

/** The description of a HEIF picture (ISO/IEC 23008-12), and where it lies. */
export const readMeta = async (source: Source): Promise<{ meta: Buffer; at: number; boxes: readonly Box[] }> => {
  const boxes = await boxesOf(source);
  const { at, to } = boxOf(boxes, 'meta');
  demand(boxes.filter(({ type }) => type === 'meta').length === 1 && to - at >= 12 && to - at <= META_BYTES_MAX);
  return { meta: await source.read(at, to - at), at, boxes };
};

/** A still picture whose size is known and whose pieces lie in the file. Bursts and films in this format are refused. */
export const examineHeic: Examiner = async (source, { effort }) => {
  const { meta, boxes } = await readMeta(source);
  demand(!boxes.some(({ type }) => type === 'moov'), 'type-not-allowed');
  demand(boxes.some(({ type }) => type === 'mdat') || meta.includes('idat', 0, 'latin1'));
  const inside = boxesIn(meta, 12);
  demand(inside.some(({ type }) => type === 'pitm') && inside.some(({ type }) => type === 'iloc'));
  const places = [...extentsIn(meta, inside).values()].flat();
  demand(places.every(({ to, inMeta }) => to <= (inMeta ? meta.length : source.size)));
  demand(itemsIn(meta, boxOf(inside, 'iinf')).length > 0);
  for (const box of inside) if (box.type === 'iref') thumbsIn(meta, box);
  const properties = boxOf(inside, 'iprp');
  const container = boxOf(boxesIn(meta, properties.from, properties.to), 'ipco');
  const sizes = boxesIn(meta, container.from, container.to).filter(({ type }) => type === 'ispe');
  demand(sizes.length > 0);
  for (const { from, to } of sizes) {
    demand(to - from >= 12);
    const pixels = meta.readUInt32BE(from + 4) * meta.readUInt32BE(from + 8);
    demand(pixels > 0);
    demand(pixels <= effort.limits.pixelsMax, 'image-bomb');
  }
};
