import * as z from 'zod/mini';
import type { AgendaSave, AgendaStore } from '../agenda-ports.ts';
import {
  agendaBookItem,
  agendaBookKey,
  agendaRowItem,
  agendaRowKey,
  assertAgendaSave,
  listWrites,
  MEMBERSHIPS,
  membershipPartition,
  membershipWrites,
  PEOPLE,
  PEOPLE_KEY,
  partitionOf,
  readAgendaBook,
  readAgendaRow,
  readableRow,
  readMembership,
  readPerson,
  reminderPartition,
  reminderStretch,
  stretchOf,
} from '../agenda-rows.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { BadCursor, type Page } from '../ports.ts';
import type { Item } from '../written-items.ts';
import { batchGet, getItem, select, type Table } from './table.ts';
import { type Stretch, TABLE } from './table-keys.ts';
import { put, putOver, remove, transact } from './transaction.ts';

/** The agenda in DynamoDB: lists are partitions of their own in the order of time, so that no index and no scan is needed. */
export const dynamodbAgendaStore = (table: Table): AgendaStore => ({
  book: async (caseId) => {
    const item = await getItem(table, agendaBookKey(caseId));
    return item === undefined ? undefined : readAgendaBook(item);
  },
  books: async (cases) => {
    const items = await batchGet(table, [...new Set(cases)].map(agendaBookKey));
    return new Map(items.map(readAgendaBook).map((book) => [book.case, book]));
  },
  rows: async ({ case: caseId, ids }) => {
    const items = await batchGet(
      table,
      [...new Set(ids)].map((id) => agendaRowKey(caseId, id)),
    );
    return items.map(readAgendaRow);
  },
  save: (change) => save(table, change),
  list: ({ list, after, limit, ...asked }) =>
    placed(table, readAgendaRow, { partition: partitionOf(list), stretch: stretchOf(asked), after, limit }),
  reminders: ({ shard, until, after, limit }) =>
    placed(table, readableRow, { partition: reminderPartition(shard), stretch: reminderStretch(until), after, limit }),
  memberships: ({ person, ...page }) =>
    pageOf(table, { partition: membershipPartition(person), stretch: MEMBERSHIPS, read: readMembership, ...page }),
  people: (page) => pageOf(table, { partition: PEOPLE_KEY, stretch: PEOPLE, read: readPerson, ...page }),
});

const save = (table: Table, change: AgendaSave): Promise<boolean> => {
  assertAgendaSave(change);
  const { book, changes, memberships } = change;
  const lists = [...changes.map(listWrites), ...memberships.map(membershipWrites)];
  return transact(table, [
    ...(book === undefined ? [] : [putOver(table, book.expectedVersion || undefined, agendaBookItem(book.is))]),
    ...changes.map(({ before, after }) => putOver(table, before?.version, agendaRowItem(after))),
    ...lists.flatMap(({ put: items }) => items.map((item) => put(table, item))),
    ...lists.flatMap(({ removed }) => removed.map((key) => remove(table, key))),
  ]);
};

interface Asked {
  readonly partition: string;
  readonly stretch: Stretch;
  readonly limit: number;
}

const selectionOf = ({ partition, stretch }: Asked) => ({
  partition: { name: TABLE.partitionKey, value: partition },
  sort: { name: TABLE.sortKey, ...stretch },
});

const placed = async <Row>(
  table: Table,
  read: (item: Item) => Row,
  { after, ...asked }: Asked & { after: string | undefined },
): Promise<{ rows: readonly { place: string; row: Row }[]; more: boolean }> => {
  if (after !== undefined && after >= asked.stretch.last) return { rows: [], more: false };
  // A place before the stretch is none of it: the stretch begins at its own beginning.
  const start = after === undefined || after < asked.stretch.first ? undefined : { pk: asked.partition, sk: after };
  const { items, more } = await select(table, selectionOf(asked), { start, limit: asked.limit });
  return { rows: items.map((item) => ({ place: String(item['sk']), row: read(item) })), more };
};

const cursor = z.strictObject({ pk: z.string(), sk: z.string() });

const pageOf = async <T>(
  table: Table,
  { from, read, ...asked }: Asked & { from?: string; read: (item: Item) => T },
): Promise<Page<T>> => {
  const start = from === undefined ? undefined : decodeCursor(cursor, from);
  if (start !== undefined && start.pk !== asked.partition) {
    throw new BadCursor('This cursor was given out for another list.');
  }
  const { items, more } = await select(table, selectionOf(asked), { start, limit: asked.limit });
  const last = items.at(-1);
  const page = { items: items.map(read) };
  return more && last !== undefined
    ? { ...page, next: encodeCursor({ pk: String(last['pk']), sk: String(last['sk']) }) }
    : page;
};
