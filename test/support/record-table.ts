import { type Content, canonicalJson, type Receipt } from '../../events/record.ts';
import { receiptKey } from '../../functions/_ports/aws/table-keys.ts';
import type {
  CaseListing,
  Page,
  RawItem,
  StoredHead,
  StoredMilestones,
  StoredSubject,
} from '../../functions/_ports/ports.ts';
import {
  asRaw,
  contentItem,
  headItem,
  listingItem,
  milestoneChangeItem,
  milestonesItem,
  PARTITION,
  receiptItem,
  subjectItem,
  type WrittenItem,
} from '../../functions/_ports/written-items.ts';
import type { RawStores } from '../../functions/_record/raw-record.ts';
import { announcedOfCase } from './announced.ts';
import { streamOf } from './deliver.ts';
import type { House } from './house.ts';

/** Every item that the table holds of one case, each open to another hand than ours. */
export interface RecordTable {
  readonly listing: CaseListing;
  head: StoredHead | undefined;
  /** By sort key. */
  readonly records: Map<string, string>;
  readonly contents: Map<number, Content>;
  readonly subjects: Map<string, StoredSubject>;
  readonly receipts: Map<string, Receipt>;
  milestones: StoredMilestones | undefined;
  /** What they announced. */
  readonly announced: readonly WrittenItem[];
}

export const eventKey = (version: number): string => `EVENT#${String(version).padStart(9, '0')}`;

/** Takes the items of a case out of a house. */
export const tableOf = async ({ cases, milestones }: House, caseId: string): Promise<RecordTable> => {
  const entries = await streamOf(cases, caseId);
  const { items } = await cases.rawItems({ case: caseId, limit: 10_000 });
  const subjects = items.flatMap(({ sk, attributes }): StoredSubject[] =>
    sk.startsWith('SUBJECT#')
      ? [{ id: String(attributes['id']), version: Number(attributes['version']), state: String(attributes['state']) }]
      : [],
  );
  const listing = (await cases.list({ limit: 1_000 })).items.find((each) => each.case === caseId);
  if (listing === undefined) throw new Error('There is no such case.');
  return {
    listing,
    head: (await cases.read({ case: caseId, subjects: [] })).head,
    records: new Map(entries.map((entry) => [eventKey(entry.version), canonicalJson(entry)])),
    contents: new Map(await cases.contents({ case: caseId, versions: entries.map(({ version }) => version) })),
    subjects: new Map(subjects.map((subject) => [subject.id, subject])),
    receipts: new Map(await cases.receipts(entries.map(({ command }) => command))),
    milestones: await milestones.milestones(caseId),
    announced: (await announcedOfCase(milestones, caseId, entries.length)).map(milestoneChangeItem),
  };
};

/** The same items, with something done to them by another hand. */
export const tampered = (table: RecordTable, tamper: (copy: RecordTable) => void): RecordTable => {
  const copy = {
    ...table,
    records: new Map(table.records),
    contents: new Map(table.contents),
    subjects: new Map(table.subjects),
    receipts: new Map(table.receipts),
  };
  tamper(copy);
  return copy;
};

const paged = (
  items: readonly WrittenItem[],
  { from = '0', limit }: { from?: string; limit: number },
): Page<RawItem> => {
  const sorted = items.map(asRaw).sort((left, right) => (left.sk < right.sk ? -1 : 1));
  const end = Number(from) + limit;
  return { items: sorted.slice(Number(from), end), ...(end < sorted.length ? { next: String(end) } : {}) };
};

/** The items of a case, in the order in which a table gives them. */
const itemsOf = ({ listing, head, records, contents, subjects }: RecordTable): readonly WrittenItem[] => [
  ...(head === undefined ? [] : [headItem({ case: listing.case, head })]),
  listingItem(listing),
  ...[...records].map(([sk, record]) => ({ pk: PARTITION.record(listing.case), sk, record })),
  ...[...contents].map(([version, content]) => contentItem(listing.case, { ...content, version })),
  ...[...subjects.values()].map((subject) => subjectItem(listing.case, subject)),
];

/** The stores over such items, as verification reads them. */
export const storesOver = (table: RecordTable): RawStores => ({
  cases: {
    rawItems: async (request) => paged(itemsOf(table), request),
    rawReceipts: async (commands) =>
      [...table.receipts].flatMap(([command, receipt]) =>
        commands.includes(command) ? [asRaw({ ...receiptItem(receipt), ...receiptKey(command) })] : [],
      ),
  },
  milestones: {
    rawItems: async (request) =>
      paged(
        [...(table.milestones === undefined ? [] : [milestonesItem(table.milestones)]), ...table.announced],
        request,
      ),
  },
  deadlines: { rawItems: async () => ({ items: [] }) },
});
