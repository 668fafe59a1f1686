import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { rawFromWire } from '../../functions/_ports/aws/items.ts';
import { reached } from '../../functions/_ports/aws/outside-failure.ts';
import { batchGetWire, type Table, TRANSACTION_ITEMS_MAX } from '../../functions/_ports/aws/table.ts';
import { TABLE } from '../../functions/_ports/aws/table-keys.ts';
import { put, remove, transact } from '../../functions/_ports/aws/transaction.ts';
import type { TallyShelf } from './tallies.ts';

/** Items that one request looks at: a store that cuts a page by its bytes alone may read all that follow to do so. */
const LOOKED_AT_MAX = 1_000;

/**
 * What stands in the table under partitions of one family. Some of them are of things that are no more, and nobody knows their keys, so the whole
 * table is gone through: only here, where nobody waits for it. No function of the house may do that.
 */
export const tableShelf = (table: Table, family: string): TallyShelf => ({
  page: async (after) => {
    const scan = new ScanCommand({
      TableName: table.name,
      ConsistentRead: true,
      Limit: LOOKED_AT_MAX,
      FilterExpression: 'begins_with(#pk, :family)',
      ExpressionAttributeNames: { '#pk': TABLE.partitionKey },
      ExpressionAttributeValues: { ':family': { S: family } },
      ...(after === undefined ? {} : { ExclusiveStartKey: { pk: { S: after.pk }, sk: { S: after.sk } } }),
    });
    const { Items = [], LastEvaluatedKey } = await reached('DynamoDB', table.client.send(scan));
    const next = LastEvaluatedKey === undefined ? undefined : rawFromWire(LastEvaluatedKey);
    return { items: Items.map(rawFromWire), ...(next === undefined ? {} : { next: { pk: next.pk, sk: next.sk } }) };
  },
  at: async (keys) => (await batchGetWire(table, keys)).map(rawFromWire),
  write: async ({ puts, removed }) => {
    const writes = [...puts.map((item) => put(table, item)), ...removed.map((key) => remove(table, key))];
    for (let start = 0; start < writes.length; start += TRANSACTION_ITEMS_MAX) {
      const some = writes.slice(start, start + TRANSACTION_ITEMS_MAX);
      if (!(await transact(table, some))) throw new Error('Somebody else writes to the table: stop the system first.');
    }
  },
});
