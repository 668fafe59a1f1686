import type { AgendaSave, AgendaStore } from '../agenda-ports.ts';
import {
  agendaBookItem,
  agendaBookKey,
  agendaRowItem,
  agendaRowKey,
  assertAgendaSave,
  listWrites,
  partitionOf,
  readAgendaBook,
  readAgendaRow,
  readableRow,
  reminderPartition,
  reminderStretch,
  stretchOf,
} from '../agenda-rows.ts';
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
});

const save = (table: Table, change: AgendaSave): Promise<boolean> => {
  assertAgendaSave(change);
  const { book, changes } = change;
  const lists = changes.map(listWrites);
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
