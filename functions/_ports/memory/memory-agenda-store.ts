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
import type { Key } from '../aws/table-keys.ts';
import type { WrittenItem } from '../written-items.ts';
import { pageInMemory } from './memory-pages.ts';

/** The agenda in memory: the same items in the same places as in the table. `items` shows all of them. */
export interface MemoryAgendaStore extends AgendaStore {
  readonly items: () => readonly WrittenItem[];
}

type Stretch = { readonly first: string; readonly last: string };

export const memoryAgendaStore = (): MemoryAgendaStore => {
  const kept = new Map<string, WrittenItem>();
  const get = (key: Key): WrittenItem | undefined => kept.get(textOf(key));
  const within = (partition: string, { first, last }: Stretch): readonly WrittenItem[] =>
    [...kept.values()]
      .filter(({ pk, sk }) => pk === partition && sk >= first && sk <= last)
      .sort((one, other) => (one.sk < other.sk ? -1 : 1));
  const placed = <Row>(
    items: readonly WrittenItem[],
    { after, limit }: { after?: string; limit: number },
    read: (item: WrittenItem) => Row,
  ) => {
    const rest = items.filter(({ sk }) => after === undefined || sk > after);
    const rows = rest.slice(0, limit).map((item) => ({ place: item.sk, row: read(item) }));
    return { rows, more: rest.length > limit };
  };
  return {
    items: () => [...kept.values()].sort((one, other) => (textOf(one) < textOf(other) ? -1 : 1)),
    book: async (caseId) => {
      const item = get(agendaBookKey(caseId));
      return item === undefined ? undefined : readAgendaBook(item);
    },
    books: async (cases) => {
      const items = [...new Set(cases)].flatMap((caseId) => get(agendaBookKey(caseId)) ?? []);
      return new Map(items.map(readAgendaBook).map((book) => [book.case, book]));
    },
    rows: async ({ case: caseId, ids }) =>
      [...new Set(ids)].flatMap((id) => get(agendaRowKey(caseId, id)) ?? []).map(readAgendaRow),
    save: async (change) => saveInMemory(kept, change),
    list: async ({ list, ...asked }) => placed(within(partitionOf(list), stretchOf(asked)), asked, readAgendaRow),
    reminders: async ({ shard, until, ...asked }) =>
      placed(within(reminderPartition(shard), reminderStretch(until)), asked, readableRow),
    memberships: async ({ person, from, limit }) => {
      const partition = membershipPartition(person);
      const items = within(partition, MEMBERSHIPS);
      const page = pageInMemory(items, { list: partition, place: ({ sk }) => sk, from, limit });
      return { ...page, items: page.items.map(readMembership) };
    },
    people: async ({ from, limit }) => {
      const items = within(PEOPLE_KEY, PEOPLE);
      const page = pageInMemory(items, { list: PEOPLE_KEY, place: ({ sk }) => sk, from, limit });
      return { ...page, items: page.items.map(readPerson) };
    },
  };
};

const textOf = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);

const saveInMemory = (kept: Map<string, WrittenItem>, change: AgendaSave): boolean => {
  assertAgendaSave(change);
  const { book, changes, memberships } = change;
  const versionAt = (key: Key): number => Number(kept.get(textOf(key))?.['version'] ?? 0);
  if (book !== undefined && versionAt(agendaBookKey(book.is.case)) !== book.expectedVersion) return false;
  const isLost = changes.some(
    ({ before, after }) => versionAt(agendaRowKey(after.case, after.id)) !== (before?.version ?? 0),
  );
  if (isLost) return false;
  const lists = [...changes.map(listWrites), ...memberships.map(membershipWrites)];
  for (const key of lists.flatMap(({ removed }) => removed)) kept.delete(textOf(key));
  const put = [
    ...(book === undefined ? [] : [agendaBookItem(book.is)]),
    ...changes.map(({ after }) => agendaRowItem(after)),
    ...lists.flatMap(({ put: items }) => items),
  ];
  for (const item of put) kept.set(textOf(item), item);
  return true;
};
