import * as z from 'zod/mini';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { BadCursor, type Page, type RawItem } from '../ports.ts';
import { asRaw, type WrittenItem } from '../written-items.ts';

const cursor = z.strictObject({ list: z.string(), after: z.string() });

/**
 * One page of a list in memory, where every item has a place of its own and the places are in the order of the list. `list` names the
 * list, so that a cursor of another one is a bad cursor.
 */
export const pageInMemory = <T>(
  items: readonly T[],
  request: { list: string; place: (item: T) => string; from?: string | undefined; limit: number },
): Page<T> => {
  const start = request.from === undefined ? 0 : startAfter(items, request, request.from);
  const page = items.slice(start, start + request.limit);
  const last = page.at(-1);
  if (last === undefined || start + request.limit >= items.length) return { items: page };
  return { items: page, next: encodeCursor({ list: request.list, after: request.place(last) }) };
};

/** One page of the items of a partition, as they would stand in the table. */
export const rawPageInMemory = (
  items: readonly WrittenItem[],
  request: { partition: string; from?: string | undefined; limit: number },
): Page<RawItem> => {
  const sorted = items.map(asRaw).sort((left, right) => (left.sk < right.sk ? -1 : 1));
  return pageInMemory(sorted, { ...request, list: request.partition, place: ({ sk }) => sk });
};

const startAfter = <T>(
  items: readonly T[],
  request: { list: string; place: (item: T) => string },
  from: string,
): number => {
  const { list, after } = decodeCursor(cursor, from);
  if (list !== request.list) throw new BadCursor('This cursor was given out for another list.');
  const next = items.findIndex((item) => request.place(item) > after);
  return next === -1 ? items.length : next;
};
