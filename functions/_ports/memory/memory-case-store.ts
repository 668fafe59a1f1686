import { type Content, canonicalJson, parseEntry, type Receipt, type RecordEntry } from '../../../events/record.ts';
import type { Append, CaseListing, CaseStore, StoredHead, StoredSubject } from '../ports.ts';
import {
  asRaw,
  contentItem,
  eventItem,
  headItem,
  listingItem,
  PARTITION,
  receiptItem,
  subjectItem,
  type WrittenItem,
} from '../written-items.ts';
import { pageInMemory, rawPageInMemory } from './memory-pages.ts';

/** What one transaction of the table takes; the double refuses the same. */
const TRANSACTION_ITEMS_MAX = 100;

interface MemoryCase {
  readonly head: StoredHead;
  readonly listing: CaseListing;
  readonly records: ReadonlyMap<number, Recorded>;
  readonly contents: ReadonlyMap<number, Content>;
  readonly subjects: ReadonlyMap<string, StoredSubject>;
}

/** An event as it stands, and as it is read again: nobody who reads it can change what the next one reads. */
interface Recorded {
  readonly text: string;
  readonly entry: RecordEntry;
}

interface Memory {
  readonly cases: Map<string, MemoryCase>;
  readonly receipts: Map<string, Receipt>;
}

export interface MemoryCaseStore extends CaseStore {
  /** Another store that holds what this one holds now: from here on neither sees what is written to the other. */
  readonly copy: () => MemoryCaseStore;
}

/** The record in memory. It keeps every promise of the port, as the contract test proves. */
export const memoryCaseStore = (): MemoryCaseStore => storeOf({ cases: new Map(), receipts: new Map() });

const storeOf = (memory: Memory): MemoryCaseStore => {
  const { cases } = memory;
  return {
    copy: () => storeOf({ cases: new Map(memory.cases), receipts: new Map(memory.receipts) }),
    read: async ({ case: caseId, subjects, command }) => {
      const found = cases.get(caseId);
      return {
        head: found?.head,
        subjects: picked(found?.subjects, subjects),
        receipt: command === undefined ? undefined : memory.receipts.get(command),
      };
    },
    append: async (change) => appendInMemory(memory, change),
    entries: async ({ case: caseId, after, limit }) => {
      const later = inOrder(cases.get(caseId)?.records).filter(([version]) => version > after);
      const items = later.slice(0, limit).map(([, { entry }]) => entry);
      const last = items.at(-1);
      return { items, ...(later.length > limit && last !== undefined ? { next: String(last.version) } : {}) };
    },
    rawItems: async ({ case: caseId, ...page }) =>
      rawPageInMemory(itemsOf(caseId, cases.get(caseId)), { ...page, partition: PARTITION.record(caseId) }),
    contents: async ({ case: caseId, versions }) => picked(cases.get(caseId)?.contents, versions),
    subjects: async ({ case: caseId, kind, from, limit }) => {
      const ofKind = [...(cases.get(caseId)?.subjects.values() ?? [])].filter(({ id }) =>
        placeOf(id).startsWith(`${kind} `),
      );
      const sorted = ofKind.sort((left, right) => (placeOf(left.id) < placeOf(right.id) ? -1 : 1));
      return pageInMemory(sorted, { list: `${kind} of ${caseId}`, place: ({ id }) => placeOf(id), from, limit });
    },
    receipts: async (commands) => picked(memory.receipts, commands),
    rawReceipts: async (commands) =>
      [...picked(memory.receipts, commands).values()].map((receipt) => asRaw(receiptItem(receipt))),
    list: async ({ from, limit }) => {
      const newestFirst = [...cases.values()]
        .map(({ listing }) => listing)
        .sort((left, right) => (listPlaceOf(left) < listPlaceOf(right) ? -1 : 1));
      return pageInMemory(newestFirst, { list: 'cases', place: listPlaceOf, from, limit });
    },
  };
};

/** Everything of a case as it would stand in the table. */
const itemsOf = (caseId: string, found: MemoryCase | undefined): readonly WrittenItem[] =>
  found === undefined
    ? []
    : [
        headItem({ case: caseId, ...found }),
        listingItem(found.listing),
        ...[...found.records].map(([version, { text }]) => eventItem(caseId, { version, record: text })),
        ...[...found.contents.values()].map((content) => contentItem(caseId, content)),
        ...[...found.subjects.values()].map((subject) => subjectItem(caseId, subject)),
      ];

const picked = <Name, Value>(
  from: ReadonlyMap<Name, Value> | undefined,
  names: readonly Name[],
): ReadonlyMap<Name, Value> =>
  new Map(
    names.flatMap((name) => {
      const found = from?.get(name);
      return found === undefined ? [] : [[name, found] as const];
    }),
  );

const recorded = (entry: RecordEntry): Recorded => {
  const text = canonicalJson(entry);
  return { text, entry: frozen(parseEntry(text)) };
};

const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

const inOrder = (records: ReadonlyMap<number, Recorded> | undefined): readonly [number, Recorded][] =>
  [...(records ?? [])].sort(([left], [right]) => left - right);

const NUMBERED = /^(.+)-([1-9]\d{0,5})$/;

/** `observation-12` stands at `observation 000012`; what has no number stands where no kind looks. */
const placeOf = (id: string): string => {
  const [, kind, number] = NUMBERED.exec(id) ?? [];
  return kind === undefined || number === undefined ? ` ${id}` : `${kind} ${number.padStart(6, '0')}`;
};

/** Sorts the newest first: the place of an instant counts down from the last one there can be. */
const listPlaceOf = ({ openedAt, case: caseId }: CaseListing): string =>
  `${String(Number.MAX_SAFE_INTEGER - Date.parse(openedAt))} ${caseId}`;

const appendInMemory = (memory: Memory, change: Append): boolean => {
  const written = new Set(change.subjects.map(({ id }) => id));
  const onlyRead = [...change.expectedSubjects.keys()].filter((id) => !written.has(id)).length;
  const listed = change.listing === undefined ? 0 : 1;
  const items = 2 + listed + change.entries.length + change.contents.length + change.subjects.length + onlyRead;
  if (items > TRANSACTION_ITEMS_MAX) throw new Error(`${items} items are too many for one transaction.`);
  const before = memory.cases.get(change.case);
  if (!holds(memory, before, change)) return false;
  const listing = change.listing ?? before?.listing;
  if (listing === undefined) throw new Error('A case that is not listed is found by nobody.');
  memory.cases.set(change.case, {
    head: change.head,
    listing,
    records: new Map([
      ...(before?.records ?? []),
      ...change.entries.map((entry) => [entry.version, recorded(entry)] as const),
    ]),
    contents: new Map([
      ...(before?.contents ?? []),
      ...change.contents.map((content) => [content.version, content] as const),
    ]),
    subjects: new Map([
      ...(before?.subjects ?? []),
      ...change.subjects.map((subject) => [subject.id, subject] as const),
    ]),
  });
  memory.receipts.set(change.receipt.command, change.receipt);
  return true;
};

const holds = ({ receipts }: Memory, before: MemoryCase | undefined, change: Append): boolean => {
  const expected = [...change.subjects.map(({ id }) => id), ...change.expectedSubjects.keys()];
  return (
    (before?.head.version ?? 0) === change.expectedVersion &&
    expected.every((id) => before?.subjects.get(id)?.version === change.expectedSubjects.get(id)) &&
    change.entries.every(({ version }) => before?.records.has(version) !== true) &&
    change.contents.every(({ version }) => before?.contents.has(version) !== true) &&
    !receipts.has(change.receipt.command)
  );
};
