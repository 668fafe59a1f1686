import * as z from 'zod/mini';
import { instant } from '../../../events/shapes.ts';
import { assertBookChange } from '../book-change.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { deadlineShardOf } from '../deadline-shard.ts';
import { BadCursor, type Deadline, type DeadlineStore, type Page } from '../ports.ts';
import { deadlineBookItem, deadlineItem, PARTITION } from '../written-items.ts';
import { readDeadline, readDeadlineBook } from './items.ts';
import { rawPage } from './raw-page.ts';
import { deleteOne, setAttribute } from './single-write.ts';
import { getItem, select, type Table } from './table.ts';
import { DUE, deadlineBookKey, deadlineKey, dueShardKey } from './table-keys.ts';
import { put, putOver, remove, transact } from './transaction.ts';

/** The deadlines in DynamoDB: a book for each case and its running terms, found by the sparse index of what is due. */
export const dynamodbDeadlineStore = (table: Table): DeadlineStore => ({
  book: async (caseId) => {
    const item = await getItem(table, deadlineBookKey(caseId));
    return item === undefined ? undefined : readDeadlineBook(item);
  },
  saveBook: (change) => saveBook(table, change),
  postpone: async (request) => {
    await setAttribute(table, deadlineKey(request.case, request.id), { name: DUE.sortKey, value: request.dueAt });
  },
  remove: (request) => deleteOne(table, deadlineKey(request.case, request.id)),
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

const dueCursor = z.strictObject({ case: z.string(), id: z.string(), dueAt: instant });
const EARLIEST = '0000';

const due = async (table: Table, request: Parameters<DeadlineStore['due']>[0]): Promise<Page<Deadline>> => {
  const after = request.from === undefined ? undefined : decodeCursor(dueCursor, request.from);
  if (after !== undefined && deadlineShardOf(after.case) !== request.shard) {
    throw new BadCursor('This cursor was given out for another list.');
  }
  if (after !== undefined && after.dueAt > request.until) return { items: [] };
  const shard = dueShardKey(request.shard);
  const start =
    after === undefined
      ? undefined
      : { ...deadlineKey(after.case, after.id), [DUE.partitionKey]: shard, [DUE.sortKey]: after.dueAt };
  const selection = {
    index: DUE.index,
    partition: { name: DUE.partitionKey, value: shard },
    sort: { name: DUE.sortKey, first: EARLIEST, last: request.until },
  };
  const { items, more } = await select(table, selection, { start, limit: request.limit });
  const found = items.map(readDeadline);
  const last = found.at(-1);
  if (!more || last === undefined) return { items: found };
  return { items: found, next: encodeCursor({ case: last.case, id: last.id, dueAt: last.dueAt }) };
};
