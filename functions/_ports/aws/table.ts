import {
  BatchGetItemCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { OutsideFailure } from '../ports.ts';
import type { Item } from '../written-items.ts';
import { fromWire, keyToWire, toWire, type WireItem } from './items.ts';
import { reached } from './outside-failure.ts';
import { pauseBefore } from './pause.ts';
import type { Key, Stretch } from './table-keys.ts';

/** Attempts of one request, the first included, before the table counts as unreachable. */
export const ATTEMPTS_MAX = 3;
export const CONNECT_TIMEOUT_MILLISECONDS = 1_000;
export const REQUEST_TIMEOUT_MILLISECONDS = 3_000;
/** Rounds in which a batch’s unprocessed keys are asked for. */
export const BATCH_ROUNDS_MAX = 5;
/** What DynamoDB takes in one BatchGetItem. */
export const BATCH_GET_MAX = 100;
/** What DynamoDB takes in one TransactWriteItems. */
export const TRANSACTION_ITEMS_MAX = 100;
export const PAGE_LIMIT_MAX = 1_000;

/** The table of one deployment and the client that reaches it. */
export interface Table {
  readonly client: DynamoDBClient;
  readonly name: string;
}

/** Opens the client. An `endpoint` is any DynamoDB-compatible server; one without credentials in the environment gets some that mean nothing. */
export const openTable = (options: { name: string; endpoint?: string | undefined }): Table => ({
  name: options.name,
  client: withoutLogger({
    maxAttempts: ATTEMPTS_MAX,
    requestHandler: {
      connectionTimeout: CONNECT_TIMEOUT_MILLISECONDS,
      requestTimeout: REQUEST_TIMEOUT_MILLISECONDS,
      throwOnRequestTimeout: true,
    },
    ...(options.endpoint === undefined ? {} : endpointConfiguration(options.endpoint)),
  }),
});

/**
 * What people write passes through this client. The SDK copies every request and answer for a logger that might be given to it: this
 * one has none, and never will.
 */
const withoutLogger = (configuration: DynamoDBClientConfig): DynamoDBClient => {
  const client = new DynamoDBClient(configuration);
  client.middlewareStack.remove('loggerMiddleware');
  return client;
};

/** What a client needs to talk to a DynamoDB-compatible server that is not AWS. */
export const endpointConfiguration = (endpoint: string) => ({
  endpoint,
  region: process.env['AWS_REGION'] ?? 'local',
  ...(process.env['AWS_ACCESS_KEY_ID'] === undefined
    ? { credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
    : {}),
});

export const getItem = async (table: Table, key: Key): Promise<Item | undefined> => {
  const answer = await reached(
    'DynamoDB',
    table.client.send(new GetItemCommand({ TableName: table.name, Key: keyToWire(key), ConsistentRead: true })),
  );
  return answer.Item === undefined ? undefined : fromWire(answer.Item);
};

/** Items by key in one consistent request; more requests only for what the table left unprocessed. Missing ones are left out. */
export const batchGet = async (table: Table, keys: readonly Key[]): Promise<readonly Item[]> =>
  (await batchGetWire(table, keys)).map(fromWire);

/** The same, as they stand in the table. */
export const batchGetWire = async (table: Table, keys: readonly Key[]): Promise<readonly WireItem[]> => {
  if (keys.length > BATCH_GET_MAX) throw new Error(`${keys.length} items are too many for one read.`);
  const items: WireItem[] = [];
  let pending: WireItem[] = keys.map(keyToWire);
  for (let round = 1; pending.length > 0; round += 1) {
    if (round > BATCH_ROUNDS_MAX) throw new OutsideFailure('DynamoDB: UnprocessedKeys');
    if (round > 1) await pauseBefore(round - 1);
    const RequestItems = { [table.name]: { Keys: pending, ConsistentRead: true } };
    const answer = await reached('DynamoDB', table.client.send(new BatchGetItemCommand({ RequestItems })));
    items.push(...(answer.Responses?.[table.name] ?? []));
    pending = answer.UnprocessedKeys?.[table.name]?.Keys ?? [];
  }
  return items;
};

/** Reads any number of keys, as many at once as one request takes. */
export const inBatches = async <T>(
  keys: readonly Key[],
  get: (batch: readonly Key[]) => Promise<readonly T[]>,
): Promise<readonly T[]> => {
  const items: T[] = [];
  for (let start = 0; start < keys.length; start += BATCH_GET_MAX) {
    items.push(...(await get(keys.slice(start, start + BATCH_GET_MAX))));
  }
  return items;
};

/** One stretch of a partition, of the table or of an index. */
export interface Selection {
  readonly index?: string;
  readonly partition: { readonly name: string; readonly value: string };
  readonly sort?: { readonly name: string } & Stretch;
  readonly newestFirst?: boolean;
}

export interface Selected<T> {
  readonly items: readonly T[];
  /** Whether the selection goes on after the last item. */
  readonly more: boolean;
}

/**
 * Up to `limit` items of a selection after the key `start`. One item more than asked for is read, because DynamoDB says «there may
 * be more» also after the last one. Reads of the table are consistent; an index cannot be.
 */
export const select = async (table: Table, selection: Selection, page: PageOfSelection): Promise<Selected<Item>> => {
  const { items, more } = await selectWire(table, selection, page);
  return { items: items.map(fromWire), more };
};

interface PageOfSelection {
  readonly start?: Item | undefined;
  readonly limit: number;
}

/** The same, as they stand in the table. */
export const selectWire = async (
  table: Table,
  selection: Selection,
  page: PageOfSelection,
): Promise<Selected<WireItem>> => {
  if (!Number.isInteger(page.limit) || page.limit < 1 || page.limit > PAGE_LIMIT_MAX) {
    throw new Error('This is no size of a page.');
  }
  const items: WireItem[] = [];
  let start = page.start === undefined ? undefined : toWire(page.start);
  do {
    const Limit = page.limit + 1 - items.length;
    const query = { ...queryOf(table, selection), Limit, ...(start === undefined ? {} : { ExclusiveStartKey: start }) };
    const answer = await reached('DynamoDB', table.client.send(new QueryCommand(query)));
    items.push(...(answer.Items ?? []));
    start = answer.LastEvaluatedKey;
  } while (start !== undefined && items.length <= page.limit);
  return { items: items.slice(0, page.limit), more: items.length > page.limit };
};

const queryOf = (table: Table, { index, partition, sort, newestFirst }: Selection): QueryCommandInput => ({
  TableName: table.name,
  ...(index === undefined ? { ConsistentRead: true } : { IndexName: index }),
  ScanIndexForward: newestFirst !== true,
  KeyConditionExpression: sort === undefined ? '#p = :p' : '#p = :p AND #s BETWEEN :first AND :last',
  ExpressionAttributeNames: { '#p': partition.name, ...(sort === undefined ? {} : { '#s': sort.name }) },
  ExpressionAttributeValues: {
    ':p': { S: partition.value },
    ...(sort === undefined ? {} : { ':first': { S: sort.first }, ':last': { S: sort.last } }),
  },
});
