import * as z from 'zod/mini';
import { assertBookChange } from '../book-change.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { BadCursor, type DeadlineStore, type DuePage } from '../ports.ts';
import { deadlineBookItem, deadlineItem, type Item, PARTITION } from '../written-items.ts';
import { readDeadline, readDeadlineBook } from './items.ts';
import { rawPage } from './raw-page.ts';
import { deleteSeen, moveAttribute } from './single-write.ts';
import { getItem, select, type Table } from './table.ts';
import { DUE, deadlineBookKey, deadlineKey, dueShardKey, type Key } from './table-keys.ts';
import { put, putOver, remove, transact } from './transaction.ts';

/** The deadlines in DynamoDB: a book for each case and its running terms, found by the sparse index of what is due. */
export const dynamodbDeadlineStore = (table: Table): DeadlineStore => ({
  book: async (caseId) => {
    const item = await getItem(table, deadlineBookKey(caseId));
    return item === undefined ? undefined : readDeadlineBook(item);
  },
  saveBook: (change) => saveBook(table, change),
  postpone: async ({ case: caseId, id, seenDueAt, dueAt }) => {
    await moveAttribute(table, deadlineKey(caseId, id), { name: DUE.sortKey, seen: seenDueAt, value: dueAt });
  },
  remove: async ({ case: caseId, id, seenDueAt }) => {
    await deleteSeen(table, deadlineKey(caseId, id), { name: DUE.sortKey, value: seenDueAt });
  },
  due: (request) => due(table, request),
  rawItems: ({ case: caseId, ...page }) => rawPage(table, PARTITION.deadlines(caseId), page),
});

const saveBook = (table: Table, change: Parameters<DeadlineStore['saveBook']>[0]): Promise<boolean> => {
  const { book, expectedVersion } = change;
  assertBookChange(change);
  return transact(table, [
    putOver(table, expectedVersion === 0 ? undefined : expectedVersion, deadlineBookItem(book)),
    ...change.put.map((deadline) => put(table, deadlineItem(deadline))),
    ...change.removed.map((id) => remove(table, deadlineKey(book.case, id))),
  ]);
};

/** Of the item’s keys alone, so that a page may also end with an item that nobody can read. */
const dueCursor = z.strictObject({ pk: z.string(), sk: z.string(), shard: z.string(), dueAt: z.string() });
const EARLIEST = '0000';

const due = async (table: Table, request: Parameters<DeadlineStore['due']>[0]): Promise<DuePage> => {
  const after = request.from === undefined ? undefined : decodeCursor(dueCursor, request.from);
  const shard = dueShardKey(request.shard);
  if (after !== undefined && after.shard !== shard) throw new BadCursor('This cursor was given out for another list.');
  if (after !== undefined && after.dueAt > request.until) return { items: [], unreadable: [] };
  const start =
    after === undefined
      ? undefined
      : { pk: after.pk, sk: after.sk, [DUE.partitionKey]: shard, [DUE.sortKey]: after.dueAt };
  const selection = {
    index: DUE.index,
    partition: { name: DUE.partitionKey, value: shard },
    sort: { name: DUE.sortKey, first: EARLIEST, last: request.until },
  };
  const { items, more } = await select(table, selection, { start, limit: request.limit });
  const read = items.map((item) => ({ item, deadline: readDeadline(item) }));
  const page = {
    items: read.flatMap(({ deadline }) => deadline ?? []),
    unreadable: read.flatMap(({ item, deadline }) => (deadline === undefined ? [keyOf(item)] : [])),
  };
  const last = items.at(-1);
  if (!more || last === undefined) return page;
  return { ...page, next: encodeCursor({ ...keyOf(last), shard, dueAt: String(last[DUE.sortKey]) }) };
};

const keyOf = ({ pk, sk }: Item): Key => ({ pk: String(pk), sk: String(sk) });
