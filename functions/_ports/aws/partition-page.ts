import * as z from 'zod/mini';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { BadCursor, type Page } from '../ports.ts';
import type { Item } from '../written-items.ts';
import { select, type Table } from './table.ts';
import { TABLE } from './table-keys.ts';

const placeInPartition = z.strictObject({ pk: z.string(), sk: z.string() });

/** One page of a partition, in the order of its sort keys. A cursor must be of this partition. */
export const pageOfPartition = async (
  table: Table,
  partition: string,
  { from, limit }: { from?: string; limit: number },
): Promise<Page<Item>> => {
  const start = from === undefined ? undefined : decodeCursor(placeInPartition, from);
  if (start !== undefined && start.pk !== partition) throw new BadCursor('This cursor was given out for another list.');
  const selection = { partition: { name: TABLE.partitionKey, value: partition } };
  const { items, more } = await select(table, selection, { start, limit });
  const last = items.at(-1);
  if (!more || last === undefined) return { items };
  return { items, next: encodeCursor({ pk: String(last['pk']), sk: String(last['sk']) }) };
};
