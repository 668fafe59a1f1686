import * as z from 'zod/mini';
import {
  type AnyEntry,
  canonicalJson,
  type PersonEntry,
  parsePersonEntry,
  parseRosterEntry,
  type RosterEntry,
} from '../../../events/record.ts';
import { instant } from '../../../events/shapes.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { Page, PersonAppend, PersonStore, StoredHead } from '../ports.ts';
import { type Item, personContentItem, personEventItem, personHeadItem, receiptItem } from '../written-items.ts';
import { appendStream } from './append.ts';
import { rawFromWire, readHead, readPerson, readPersonContent, readPersonEntry, readReceipt } from './items.ts';
import { rawPage } from './raw-page.ts';
import { BATCH_GET_MAX, batchGet, batchGetWire, select, type Table } from './table.ts';
import {
  ACCESS,
  DIRECTORY,
  eventsAfter,
  type Family,
  personContentKey,
  personHeadKey,
  personPartition,
  ROSTER,
  receiptKey,
  TABLE,
} from './table-keys.ts';
import { demand } from './transaction.ts';

/** The roster in DynamoDB. */
export const dynamodbRosterStore = (table: Table): PersonStore<RosterEntry> =>
  dynamodbPersonStore(table, { family: ROSTER, parse: parseRosterEntry });

/** Who may sign in, in DynamoDB. */
export const dynamodbPeopleStore = (table: Table): PersonStore<PersonEntry> =>
  dynamodbPersonStore(table, { family: ACCESS, parse: parsePersonEntry });

interface Kind<Entry> {
  readonly family: Family;
  readonly parse: (record: string) => Entry;
}

/** A partition for each person, found by the directory. */
const dynamodbPersonStore = <Entry extends AnyEntry>(table: Table, kind: Kind<Entry>): PersonStore<Entry> => {
  const { family } = kind;
  return {
    read: async ({ person, command, by }) => {
      const beside = by === undefined || by === person ? [] : [personHeadKey(family, by)];
      const keys = [personHeadKey(family, person), ...beside, ...(command === undefined ? [] : [receiptKey(command)])];
      const items = await batchGet(table, keys);
      const headOf = (whose: string) => items.find((item) => item['pk'] === personPartition(family, whose));
      const [head, asker] = [headOf(person), by === undefined ? undefined : headOf(by)];
      const receipt = command === undefined ? undefined : items.find((item) => item['pk'] === receiptKey(command).pk);
      return {
        head: head === undefined ? undefined : readHead(head),
        receipt: receipt === undefined ? undefined : readReceipt(receipt),
        ...(asker === undefined ? {} : { by: readHead(asker) }),
      };
    },
    heads: async (persons) => {
      const items = await batchGet(
        table,
        [...new Set(persons)].map((person) => personHeadKey(family, person)),
      );
      return new Map(items.map((item): [string, StoredHead] => [readPerson(family, item), readHead(item)]));
    },
    append: (change) => append(table, family, change),
    entries: async ({ person, after, limit }) => {
      const selection = {
        partition: { name: TABLE.partitionKey, value: personPartition(family, person) },
        sort: { name: TABLE.sortKey, ...eventsAfter(after) },
      };
      const { items, more } = await select(table, selection, { limit });
      const found = items.map((item) => readPersonEntry(kind, item));
      const last = found.at(-1);
      return { items: found, ...(more && last !== undefined ? { next: String(last.version) } : {}) };
    },
    contents: async ({ person, versions }) => {
      const keys = [...new Set(versions)].map((version) => personContentKey(family, person, version));
      const items = keys.length === 0 ? [] : await batchGet(table, keys);
      return new Map(items.map((item) => readPersonContent(family, item)).map((content) => [content.version, content]));
    },
    list: (request) => list(table, family, request),
    rawItems: ({ person, ...page }) => rawPage(table, personPartition(family, person), page),
    rawReceipts: async (commands) => {
      const keys = [...new Set(commands)].map(receiptKey);
      const found = [];
      for (let start = 0; start < keys.length; start += BATCH_GET_MAX) {
        found.push(...(await batchGetWire(table, keys.slice(start, start + BATCH_GET_MAX))));
      }
      return found.map(rawFromWire);
    },
  };
};

const append = <Entry extends AnyEntry>(
  table: Table,
  family: Family,
  { person, entries, contents, receipt, by, ...change }: PersonAppend<Entry>,
): Promise<boolean> => {
  const place = { family, person };
  return appendStream(table, {
    expectedVersion: change.expectedVersion,
    head: personHeadItem(place, change),
    added: [
      ...entries.map((entry) => personEventItem(place, { version: entry.version, record: canonicalJson(entry) })),
      ...contents.map((content) => personContentItem(place, content)),
      receiptItem(receipt),
    ],
    // Their own head is written over the version that was read: a transaction takes no item twice.
    beside:
      by === undefined || by.person === person
        ? []
        : [demand(table, by.version === 0 ? undefined : by.version, personHeadKey(family, by.person))],
  });
};

const listCursor = z.strictObject({ person: z.string(), addedAt: instant });

const listed = z.object({ [DIRECTORY.sortKey]: instant });

const list = async (table: Table, family: Family, request: { from?: string; limit: number }): Promise<Page<string>> => {
  const after = request.from === undefined ? undefined : decodeCursor(listCursor, request.from);
  const start =
    after === undefined
      ? undefined
      : {
          ...personHeadKey(family, after.person),
          [DIRECTORY.partitionKey]: family.listed,
          [DIRECTORY.sortKey]: after.addedAt,
        };
  const directory = {
    index: DIRECTORY.index,
    partition: { name: DIRECTORY.partitionKey, value: family.listed },
    newestFirst: true,
  };
  const { items, more } = await select(table, directory, { start, limit: request.limit });
  const persons = items.map((item) => readPerson(family, item));
  const last = items.at(-1);
  if (!more || last === undefined) return { items: persons };
  return { items: persons, next: encodeCursor({ person: readPerson(family, last), addedAt: addedAtOf(last) }) };
};

const addedAtOf = (item: Item): string => listed.parse(item)[DIRECTORY.sortKey];
