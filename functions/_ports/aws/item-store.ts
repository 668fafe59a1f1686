import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { ItemStore } from '../item-store.ts';
import type { Item } from '../written-items.ts';
import { toWire } from './items.ts';
import { reached } from './outside-failure.ts';
import { putOneOver } from './single-write.ts';
import { batchGet, getItem, inBatches, select, type Table } from './table.ts';
import { DUE, TABLE } from './table-keys.ts';

const EARLIEST = '0000';

/** Items in DynamoDB. */
export const dynamodbItemStore = (table: Table): ItemStore => ({
  get: (key) => getItem(table, key),
  getMany: (keys) => inBatches(keys, (batch) => batchGet(table, batch)),
  put: async (item) => {
    await reached('DynamoDB', table.client.send(new PutItemCommand({ TableName: table.name, Item: toWire(item) })));
  },
  putOver: (item, seen) => putOneOver(table, seen, item),
  page: async ({ partition, stretch, newestFirst = false, after, limit }) => {
    const isOver = after !== undefined && (newestFirst ? after <= stretch.first : after >= stretch.last);
    if (isOver) return { items: [], more: false };
    const isBefore = after !== undefined && (newestFirst ? after > stretch.last : after < stretch.first);
    const start = after === undefined || isBefore ? undefined : { pk: partition, sk: after };
    const selection = {
      partition: { name: TABLE.partitionKey, value: partition },
      sort: { name: TABLE.sortKey, ...stretch },
      newestFirst,
    };
    return select(table, selection, { start, limit });
  },
  due: async ({ shard, since = EARLIEST, until, after, limit }) => {
    if (since > until || (after !== undefined && after.dueAt > until)) return { items: [], more: false };
    const start: Item | undefined =
      after === undefined || after.dueAt < since
        ? undefined
        : { pk: after.pk, sk: after.sk, [DUE.partitionKey]: shard, [DUE.sortKey]: after.dueAt };
    const selection = {
      index: DUE.index,
      partition: { name: DUE.partitionKey, value: shard },
      sort: { name: DUE.sortKey, first: since, last: until },
    };
    return select(table, selection, { start, limit });
  },
});
