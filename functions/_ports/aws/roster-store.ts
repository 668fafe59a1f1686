import * as z from 'zod/mini';
import { canonicalJson } from '../../../events/record.ts';
import { instant } from '../../../events/shapes.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { Page, RosterAppend, RosterStore, StoredHead } from '../ports.ts';
import { type Item, receiptItem, rosterContentItem, rosterEventItem, rosterHeadItem } from '../written-items.ts';
import { appendStream } from './append.ts';
import { rawFromWire, readHead, readReceipt, readRosterEntry, readRosterPerson } from './items.ts';
import { rawPage } from './raw-page.ts';
import { BATCH_GET_MAX, batchGet, batchGetWire, select, type Table } from './table.ts';
import {
  DIRECTORY,
  eventsAfter,
  LISTED_ROSTER,
  receiptKey,
  rosterHeadKey,
  rosterPartition,
  TABLE,
} from './table-keys.ts';

/** The roster in DynamoDB: a partition for each entry, found by the directory. */
export const dynamodbRosterStore = (table: Table): RosterStore => ({
  read: async ({ person, command }) => {
    const keys = [rosterHeadKey(person), ...(command === undefined ? [] : [receiptKey(command)])];
    const items = await batchGet(table, keys);
    const head = items.find((item) => item['pk'] === rosterPartition(person));
    const receipt = items.find((item) => item['pk'] !== rosterPartition(person));
    return {
      head: head === undefined ? undefined : readHead(head),
      receipt: receipt === undefined ? undefined : readReceipt(receipt),
    };
  },
  heads: async (persons) => {
    const items = await batchGet(table, [...new Set(persons)].map(rosterHeadKey));
    return new Map(items.map((item): [string, StoredHead] => [readRosterPerson(item), readHead(item)]));
  },
  append: (change) => append(table, change),
  entries: async ({ person, after, limit }) => {
    const selection = {
      partition: { name: TABLE.partitionKey, value: rosterPartition(person) },
      sort: { name: TABLE.sortKey, ...eventsAfter(after) },
    };
    const { items, more } = await select(table, selection, { limit });
    const found = items.map(readRosterEntry);
    const last = found.at(-1);
    return { items: found, ...(more && last !== undefined ? { next: String(last.version) } : {}) };
  },
  list: (request) => list(table, request),
  rawItems: ({ person, ...page }) => rawPage(table, rosterPartition(person), page),
  rawReceipts: async (commands) => {
    const keys = [...new Set(commands)].map(receiptKey);
    const found = [];
    for (let start = 0; start < keys.length; start += BATCH_GET_MAX) {
      found.push(...(await batchGetWire(table, keys.slice(start, start + BATCH_GET_MAX))));
    }
    return found.map(rawFromWire);
  },
});

const append = (table: Table, { person, entries, contents, receipt, ...change }: RosterAppend): Promise<boolean> =>
  appendStream(table, {
    expectedVersion: change.expectedVersion,
    head: rosterHeadItem({ person, ...change }),
    added: [
      ...entries.map((entry) => rosterEventItem(person, { version: entry.version, record: canonicalJson(entry) })),
      ...contents.map((content) => rosterContentItem(person, content)),
      receiptItem(receipt),
    ],
  });

const listCursor = z.strictObject({ person: z.string(), addedAt: instant });

const listed = z.object({ [DIRECTORY.sortKey]: instant });

const list = async (table: Table, request: { from?: string; limit: number }): Promise<Page<string>> => {
  const after = request.from === undefined ? undefined : decodeCursor(listCursor, request.from);
  const start =
    after === undefined
      ? undefined
      : {
          ...rosterHeadKey(after.person),
          [DIRECTORY.partitionKey]: LISTED_ROSTER,
          [DIRECTORY.sortKey]: after.addedAt,
        };
  const directory = {
    index: DIRECTORY.index,
    partition: { name: DIRECTORY.partitionKey, value: LISTED_ROSTER },
    newestFirst: true,
  };
  const { items, more } = await select(table, directory, { start, limit: request.limit });
  const persons = items.map(readRosterPerson);
  const last = items.at(-1);
  if (!more || last === undefined) return { items: persons };
  return { items: persons, next: encodeCursor({ person: readRosterPerson(last), addedAt: addedAtOf(last) }) };
};

const addedAtOf = (item: Item): string => listed.parse(item)[DIRECTORY.sortKey];
