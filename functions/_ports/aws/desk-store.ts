import * as z from 'zod/mini';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import {
  FEEDS,
  feedItems,
  feedKey,
  feedPartition,
  planItem,
  planKey,
  readFeed,
  readPlan,
  secretKey,
} from '../desk-items.ts';
import type { DeskStore } from '../desk-ports.ts';
import { BadCursor } from '../ports.ts';
import { putOneOver } from './single-write.ts';
import { getItem, select, type Table } from './table.ts';
import { TABLE } from './table-keys.ts';
import { putNew, putOver, transact } from './transaction.ts';

const cursor = z.strictObject({ pk: z.string(), sk: z.string() });
const OPEN_VERSION = 1;

/** Feeds and plans in DynamoDB. */
export const dynamodbDeskStore = (table: Table): DeskStore => ({
  openFeed: (feed) =>
    transact(
      table,
      feedItems(feed).map((item) => putNew(table, item)),
    ),
  revokeFeed: (feed) =>
    transact(
      table,
      feedItems(feed).map((item) => putOver(table, OPEN_VERSION, item)),
    ),
  feed: async (request) => {
    const item = await getItem(table, feedKey(request));
    return item === undefined ? undefined : readFeed(item);
  },
  feedBehind: async (secretHash) => {
    const item = await getItem(table, secretKey(secretHash));
    return item === undefined ? undefined : readFeed(item);
  },
  feeds: (request) => feeds(table, request),
  plan: async (plan) => {
    if (await putOneOver(table, undefined, planItem(plan))) return plan;
    const kept = await getItem(table, planKey(plan.id));
    return kept === undefined ? plan : readPlan(kept);
  },
  planned: async (id) => {
    const item = await getItem(table, planKey(id));
    return item === undefined ? undefined : readPlan(item);
  },
});

const feeds = async (table: Table, { person, from, limit }: Parameters<DeskStore['feeds']>[0]) => {
  const partition = feedPartition(person);
  const start = from === undefined ? undefined : decodeCursor(cursor, from);
  if (start !== undefined && start.pk !== partition) {
    throw new BadCursor('This cursor was given out for another list.');
  }
  const selection = {
    partition: { name: TABLE.partitionKey, value: partition },
    sort: { name: TABLE.sortKey, ...FEEDS },
  };
  const { items, more } = await select(table, selection, { start, limit });
  const last = items.at(-1);
  const page = { items: items.map(readFeed) };
  return more && last !== undefined
    ? { ...page, next: encodeCursor({ pk: String(last['pk']), sk: String(last['sk']) }) }
    : page;
};
