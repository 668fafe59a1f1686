import { type Content, canonicalJson, parseRosterEntry, type Receipt } from '../../../events/record.ts';
import type { RosterAppend, RosterStore, StoredHead } from '../ports.ts';
import { asRaw, receiptItem, rosterContentItem, rosterEventItem, rosterHeadItem } from '../written-items.ts';
import { pageInMemory, rawPageInMemory } from './memory-pages.ts';

interface MemoryEntry {
  readonly person: string;
  readonly head: StoredHead;
  readonly addedAt: string;
  readonly records: ReadonlyMap<number, string>;
  readonly contents: ReadonlyMap<number, Content>;
}

/** The roster in memory. */
export const memoryRosterStore = (): RosterStore => {
  const people = new Map<string, MemoryEntry>();
  const receipts = new Map<string, Receipt>();
  return {
    read: async ({ person, command }) => ({
      head: people.get(person)?.head,
      receipt: command === undefined ? undefined : receipts.get(command),
    }),
    heads: async (persons) =>
      new Map([...people].filter(([person]) => persons.includes(person)).map(([person, { head }]) => [person, head])),
    append: async (change) => {
      const before = people.get(change.person);
      if ((before?.head.version ?? 0) !== change.expectedVersion || receipts.has(change.receipt.command)) return false;
      people.set(change.person, entryAfter(before, change));
      receipts.set(change.receipt.command, change.receipt);
      return true;
    },
    entries: async ({ person, after, limit }) => {
      const later = [...(people.get(person)?.records ?? [])].filter(([version]) => version > after);
      const items = later.slice(0, limit).map(([, record]) => parseRosterEntry(record));
      const last = items.at(-1);
      return { items, ...(later.length > limit && last !== undefined ? { next: String(last.version) } : {}) };
    },
    list: async ({ from, limit }) => {
      const place = ({ addedAt, person }: MemoryEntry): string =>
        `${String(Number.MAX_SAFE_INTEGER - Date.parse(addedAt))} ${person}`;
      const newestFirst = [...people.values()].sort((left, right) => (place(left) < place(right) ? -1 : 1));
      const { items, ...page } = pageInMemory(newestFirst, { list: 'roster', place, from, limit });
      return { items: items.map(({ person }) => person), ...page };
    },
    rawItems: async ({ person, ...page }) => {
      const found = people.get(person);
      const items =
        found === undefined
          ? []
          : [
              rosterHeadItem(found),
              ...[...found.records].map(([version, record]) => rosterEventItem(person, { version, record })),
              ...[...found.contents.values()].map((content) => rosterContentItem(person, content)),
            ];
      return rawPageInMemory(items, { ...page, partition: person });
    },
    rawReceipts: async (commands) =>
      [...receipts.values()]
        .filter(({ command }) => commands.includes(command))
        .map((each) => asRaw(receiptItem(each))),
  };
};

const entryAfter = (before: MemoryEntry | undefined, change: RosterAppend): MemoryEntry => ({
  person: change.person,
  head: change.head,
  addedAt: change.addedAt,
  records: new Map([
    ...(before?.records ?? []),
    ...change.entries.map((entry) => [entry.version, canonicalJson(entry)] as const),
  ]),
  contents: new Map([
    ...(before?.contents ?? []),
    ...change.contents.map((content) => [content.version, content] as const),
  ]),
});
