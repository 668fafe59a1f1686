import * as z from 'zod/mini';
import type { Content, Receipt, RecordEntry } from '../../../events/record.ts';
import { instant } from '../../../events/shapes.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import {
  BadCursor,
  type CaseListing,
  type CaseReading,
  type CaseStore,
  type Page,
  type RawItem,
  type StoredSubject,
} from '../ports.ts';
import { type Item, PARTITION } from '../written-items.ts';
import { append } from './append.ts';
import { rawFromWire, readContent, readEntry, readHead, readListing, readReceipt, readSubject } from './items.ts';
import { rawPage } from './raw-page.ts';
import { batchGet, batchGetWire, inBatches, type Selection, select, type Table } from './table.ts';
import {
  casePartition,
  contentKey,
  DIRECTORY,
  eventsAfter,
  headKey,
  type Key,
  LISTED_CASES,
  receiptKey,
  type Stretch,
  subjectKey,
  subjectsOf,
  TABLE,
} from './table-keys.ts';

/** The record in DynamoDB. */
export const dynamodbCaseStore = (table: Table): CaseStore => ({
  read: (request) => read(table, request),
  append: (change) => append(table, change),
  entries: (request) => entries(table, request),
  rawItems: ({ case: caseId, ...page }) => rawPage(table, PARTITION.record(caseId), page),
  contents: (request) => contents(table, request),
  subjects: (request) => subjects(table, request),
  receipts: (commands) => receipts(table, commands),
  rawReceipts: (commands) => rawReceipts(table, commands),
  list: (request) => list(table, request),
});

const read = async (table: Table, request: Parameters<CaseStore['read']>[0]): Promise<CaseReading> => {
  const head = headKey(request.case);
  const wanted = [...new Set(request.subjects)].map((id) => ({ id, key: subjectKey(request.case, id) }));
  const receipt = request.command === undefined ? undefined : receiptKey(request.command);
  const keys = [head, ...wanted.map(({ key }) => key), ...(receipt === undefined ? [] : [receipt])];
  const items = byKey(await batchGet(table, keys));
  const found = wanted.flatMap(({ id, key }): [string, StoredSubject][] => {
    const item = items.get(placeOf(key));
    return item === undefined ? [] : [[id, readSubject(item)]];
  });
  const headItem = items.get(placeOf(head));
  const receiptItem = receipt === undefined ? undefined : items.get(placeOf(receipt));
  return {
    head: headItem === undefined ? undefined : readHead(headItem),
    ...(headItem?.[DIRECTORY.partitionKey] === undefined ? {} : { listsItself: true }),
    subjects: new Map(found),
    receipt: receiptItem === undefined ? undefined : readReceipt(receiptItem),
  };
};

const placeOf = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);

const byKey = (items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [placeOf({ pk: String(item['pk']), sk: String(item['sk']) }), item]));

const entries = async (table: Table, request: Parameters<CaseStore['entries']>[0]): Promise<Page<RecordEntry>> => {
  const { items, more } = await select(table, stretchOf(request.case, eventsAfter(request.after)), {
    limit: request.limit,
  });
  const found = items.map(readEntry);
  const last = found.at(-1);
  return { items: found, ...(more && last !== undefined ? { next: String(last.version) } : {}) };
};

const subjects = async (table: Table, request: Parameters<CaseStore['subjects']>[0]): Promise<Page<StoredSubject>> => {
  const { items, next } = await pageOf(table, { ...request, stretch: subjectsOf(request.kind) });
  return { items: items.map(readSubject), ...(next === undefined ? {} : { next }) };
};

const stretchOf = (caseId: string, stretch: Stretch): Selection => ({
  partition: { name: TABLE.partitionKey, value: casePartition(caseId) },
  sort: { name: TABLE.sortKey, ...stretch },
});

const caseCursor = z.strictObject({ pk: z.string(), sk: z.string() });

/** One page of a stretch of a case’s partition. A cursor must be of this case and lie within the stretch. */
const pageOf = async (
  table: Table,
  request: { case: string; stretch: Stretch; from?: string; limit: number },
): Promise<Page<Item>> => {
  const { stretch } = request;
  const start = request.from === undefined ? undefined : decodeCursor(caseCursor, request.from);
  if (
    start !== undefined &&
    (start.pk !== casePartition(request.case) || start.sk < stretch.first || start.sk > stretch.last)
  ) {
    throw new BadCursor('This cursor was given out for another list.');
  }
  const { items, more } = await select(table, stretchOf(request.case, stretch), { start, limit: request.limit });
  const last = items.at(-1);
  if (!more || last === undefined) return { items };
  return { items, next: encodeCursor({ pk: String(last['pk']), sk: String(last['sk']) }) };
};

const contents = async (
  table: Table,
  request: Parameters<CaseStore['contents']>[0],
): Promise<ReadonlyMap<number, Content>> => {
  const keys = [...new Set(request.versions)].map((version) => contentKey(request.case, version));
  const found = (await inBatches(keys, (batch) => batchGet(table, batch))).map(readContent);
  return new Map(found.map((content) => [content.version, content]));
};

const receipts = async (table: Table, commands: readonly string[]): Promise<ReadonlyMap<string, Receipt>> => {
  const found = (await inBatches(receiptKeys(commands), (batch) => batchGet(table, batch))).map(readReceipt);
  return new Map(found.map((receipt) => [receipt.command, receipt]));
};

const rawReceipts = async (table: Table, commands: readonly string[]): Promise<readonly RawItem[]> =>
  (await inBatches(receiptKeys(commands), (batch) => batchGetWire(table, batch))).map(rawFromWire);

const receiptKeys = (commands: readonly string[]): readonly Key[] => [...new Set(commands)].map(receiptKey);

const listCursor = z.strictObject({ case: z.string(), openedAt: instant });

const list = async (table: Table, request: Parameters<CaseStore['list']>[0]): Promise<Page<CaseListing>> => {
  const after = request.from === undefined ? undefined : decodeCursor(listCursor, request.from);
  const start =
    after === undefined
      ? undefined
      : { ...headKey(after.case), [DIRECTORY.partitionKey]: LISTED_CASES, [DIRECTORY.sortKey]: after.openedAt };
  const directory = {
    index: DIRECTORY.index,
    partition: { name: DIRECTORY.partitionKey, value: LISTED_CASES },
    newestFirst: true,
  };
  const { items, more } = await select(table, directory, { start, limit: request.limit });
  const found = items.map(readListing);
  const last = found.at(-1);
  if (!more || last === undefined) return { items: found };
  return { items: found, next: encodeCursor({ case: last.case, openedAt: last.openedAt }) };
};
