import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Item } from '../written-items.ts';
import { keyToWire, toWire } from './items.ts';
import { outsideFailure } from './outside-failure.ts';
import type { Table } from './table.ts';
import type { Key } from './table-keys.ts';
import { condition, type ExpectedVersion } from './transaction.ts';

/** Writes one item over the expected version of it. False when the condition did not hold: nothing was written. */
export const putOneOver = (table: Table, expected: ExpectedVersion, item: Key & Item): Promise<boolean> =>
  held(table.client.send(new PutItemCommand({ TableName: table.name, Item: toWire(item), ...condition(expected) })));

/** Writes one item unless a newer version of it, or this one, stands there: then false, and nothing was written. */
export const putOneNewer = (table: Table, item: Key & Item & { readonly version: number }): Promise<boolean> =>
  held(
    table.client.send(
      new PutItemCommand({
        TableName: table.name,
        Item: toWire(item),
        ConditionExpression: 'attribute_not_exists(pk) OR #version < :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': { N: String(item.version) } },
      }),
    ),
  );

/** Sets one attribute of an item from the text that was seen in it. False when it holds another, or none: nothing was written. */
export const moveAttribute = (
  table: Table,
  key: Key,
  change: { name: string; seen: string; value: string },
): Promise<boolean> =>
  held(
    table.client.send(
      new UpdateItemCommand({
        TableName: table.name,
        Key: keyToWire(key),
        UpdateExpression: 'SET #name = :value',
        ConditionExpression: '#name = :seen',
        ExpressionAttributeNames: { '#name': change.name },
        ExpressionAttributeValues: { ':value': { S: change.value }, ':seen': { S: change.seen } },
      }),
    ),
  );

/** Deletes an item while an attribute of it holds the text that was seen. False otherwise: nothing was deleted. */
export const deleteSeen = (table: Table, key: Key, seen: { name: string; value: string }): Promise<boolean> =>
  held(
    table.client.send(
      new DeleteItemCommand({
        TableName: table.name,
        Key: keyToWire(key),
        ConditionExpression: '#name = :seen',
        ExpressionAttributeNames: { '#name': seen.name },
        ExpressionAttributeValues: { ':seen': { S: seen.value } },
      }),
    ),
  );

const held = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw outsideFailure('DynamoDB', error);
  }
};
