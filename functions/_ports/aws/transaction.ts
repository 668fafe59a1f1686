import {
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import type { Item } from '../written-items.ts';
import { keyToWire, toWire } from './items.ts';
import { outsideFailure } from './outside-failure.ts';
import { type Table, TRANSACTION_ITEMS_MAX } from './table.ts';
import type { Key } from './table-keys.ts';

/** The version that an item must have for the write to happen; undefined: there must be no item. */
export type ExpectedVersion = number | undefined;

const VERSION_IS = { expression: '#version = :expected', names: { '#version': 'version' } } as const;
const NOT_THERE = 'attribute_not_exists(pk)';

/** The words in which DynamoDB is told what version an item must have. */
export const condition = (expected: ExpectedVersion) =>
  expected === undefined
    ? { ConditionExpression: NOT_THERE }
    : {
        ConditionExpression: VERSION_IS.expression,
        ExpressionAttributeNames: VERSION_IS.names,
        ExpressionAttributeValues: { ':expected': { N: String(expected) } },
      };

/** Writes an item over the expected version of it. */
export const putOver = (table: Table, expected: ExpectedVersion, item: Key & Item): TransactWriteItem => ({
  Put: { TableName: table.name, Item: toWire(item), ...condition(expected) },
});

/** Writes an item that must not be there yet. */
export const putNew = (table: Table, item: Key & Item): TransactWriteItem => putOver(table, undefined, item);

/** Writes an item whatever stood there. */
export const put = (table: Table, item: Key & Item): TransactWriteItem => ({
  Put: { TableName: table.name, Item: toWire(item) },
});

export const remove = (table: Table, key: Key): TransactWriteItem => ({
  Delete: { TableName: table.name, Key: keyToWire(key) },
});

/** Demands that an item which is not written still has the version that a decision was taken on. */
export const demand = (table: Table, expected: ExpectedVersion, key: Key): TransactWriteItem => ({
  ConditionCheck: { TableName: table.name, Key: keyToWire(key), ...condition(expected) },
});

/**
 * Writes everything, or nothing. False when a condition did not hold or another transaction was at the same items. Throws
 * `OutsideFailure` for every other failure, and a bug’s error for more than DynamoDB takes in one transaction.
 */
export const transact = async (table: Table, writes: readonly TransactWriteItem[]): Promise<boolean> => {
  if (writes.length > TRANSACTION_ITEMS_MAX) {
    throw new Error(`${writes.length} items are too many for one transaction.`);
  }
  try {
    await table.client.send(new TransactWriteItemsCommand({ TransactItems: [...writes] }));
    return true;
  } catch (error) {
    if (isLostRace(error)) return false;
    throw outsideFailure('DynamoDB', error);
  }
};

const LOST_RACE: readonly (string | undefined)[] = ['ConditionalCheckFailed', 'TransactionConflict'];

const isLostRace = (error: unknown): boolean =>
  error instanceof TransactionCanceledException &&
  (error.CancellationReasons ?? []).some(({ Code }) => LOST_RACE.includes(Code));
