import {
  type AnyEntry,
  type Content,
  canonicalJson,
  type PersonEntry,
  parsePersonEntry,
  parseRosterEntry,
  type Receipt,
  type RosterEntry,
} from '../../../events/record.ts';
import { ACCESS, type Family, ROSTER } from '../aws/table-keys.ts';
import type { PersonAppend, PersonStore, StoredHead } from '../ports.ts';
import { asRaw, personContentItem, personEventItem, personHeadItem, receiptItem } from '../written-items.ts';
import { pageInMemory, rawPageInMemory } from './memory-pages.ts';

interface MemoryEntry {
  readonly person: string;
  readonly head: StoredHead;
  readonly addedAt: string;
  readonly records: ReadonlyMap<number, string>;
  readonly contents: ReadonlyMap<number, Content>;
}

/** The roster in memory. */
export const memoryRosterStore = (): PersonStore<RosterEntry> =>
  memoryPersonStore({ family: ROSTER, parse: parseRosterEntry });

/** Who may sign in, in memory. */
export const memoryPeopleStore = (): PersonStore<PersonEntry> =>
  memoryPersonStore({ family: ACCESS, parse: parsePersonEntry });

const memoryPersonStore = <Entry extends AnyEntry>({
  family,
  parse,
}: {
  readonly family: Family;
  readonly parse: (record: string) => Entry;
}): PersonStore<Entry> => {
  const people = new Map<string, MemoryEntry>();
  const receipts = new Map<string, Receipt>();
  const versionOf = (person: string): number => people.get(person)?.head.version ?? 0;
  return {
    read: async ({ person, command, by }) => {
      const asker = by === undefined ? undefined : people.get(by)?.head;
      return {
        head: people.get(person)?.head,
        receipt: command === undefined ? undefined : receipts.get(command),
        ...(asker === undefined ? {} : { by: asker }),
      };
    },
    heads: async (persons) =>
      new Map([...people].filter(([person]) => persons.includes(person)).map(([person, { head }]) => [person, head])),
    append: async (change) => {
      const { person, by = { person, version: change.expectedVersion } } = change;
      if (versionOf(person) !== change.expectedVersion || receipts.has(change.receipt.command)) return false;
      if (versionOf(by.person) !== by.version) return false;
      people.set(person, entryAfter(people.get(person), change));
      receipts.set(change.receipt.command, change.receipt);
      return true;
    },
    entries: async ({ person, after, limit }) => {
      const later = [...(people.get(person)?.records ?? [])].filter(([version]) => version > after);
      const items = later.slice(0, limit).map(([, record]) => parse(record));
      const last = items.at(-1);
      return { items, ...(later.length > limit && last !== undefined ? { next: String(last.version) } : {}) };
    },
    contents: async ({ person, versions }) =>
      new Map([...(people.get(person)?.contents ?? [])].filter(([version]) => versions.includes(version))),
    list: async ({ from, limit }) => {
      const place = ({ addedAt, person }: MemoryEntry): string =>
        `${String(Number.MAX_SAFE_INTEGER - Date.parse(addedAt))} ${person}`;
      const newestFirst = [...people.values()].sort((left, right) => (place(left) < place(right) ? -1 : 1));
      const { items, ...page } = pageInMemory(newestFirst, { list: family.listed, place, from, limit });
      return { items: items.map(({ person }) => person), ...page };
    },
    rawItems: async ({ person, ...page }) => {
      const found = people.get(person);
      const place = { family, person };
      const items =
        found === undefined
          ? []
          : [
              personHeadItem(place, found),
              ...[...found.records].map(([version, record]) => personEventItem(place, { version, record })),
              ...[...found.contents.values()].map((content) => personContentItem(place, content)),
            ];
      return rawPageInMemory(items, { ...page, partition: person });
    },
    rawReceipts: async (commands) =>
      [...receipts.values()]
        .filter(({ command }) => commands.includes(command))
        .map((each) => asRaw(receiptItem(each))),
  };
};

const entryAfter = <Entry extends AnyEntry>(
  before: MemoryEntry | undefined,
  change: PersonAppend<Entry>,
): MemoryEntry => ({
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
