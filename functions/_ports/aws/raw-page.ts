import * as z from 'zod/mini';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { BadCursor, type Page, type RawItem } from '../ports.ts';
import { rawFromWire } from './items.ts';
import { selectWire, type Table } from './table.ts';
import { TABLE } from './table-keys.ts';

const rawCursor = z.strictObject({ pk: z.string(), sk: z.string() });

/** One page of everything that stands in a partition, in the order of its sort keys. A cursor must be of this partition. */
export const rawPage = async (
  table: Table,
  partition: string,
  { from, limit }: { from?: string; limit: number },
): Promise<Page<RawItem>> => {
  const start = from === undefined ? undefined : decodeCursor(rawCursor, from);
  if (start !== undefined && start.pk !== partition) {
    throw new BadCursor('This cursor was given out for another list.');
  }
  const selection = { partition: { name: TABLE.partitionKey, value: partition } };
  const selected = await selectWire(table, selection, { start, limit });
  const items = selected.items.map(rawFromWire);
  const last = items.at(-1);
  if (!selected.more || last === undefined) return { items };
  return { items, next: encodeCursor({ pk: last.pk, sk: last.sk }) };
};
