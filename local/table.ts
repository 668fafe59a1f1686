import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
  type TableDescription,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { DIRECTORY, DUE, TABLE } from '../functions/_ports/aws/table-keys.ts';
import { CannotStart } from './cannot-start.ts';

const CREATION_TIMEOUT_SECONDS = 60;

const keySchema = (partitionKey: string, sortKey: string) => [
  { AttributeName: partitionKey, KeyType: 'HASH' as const },
  { AttributeName: sortKey, KeyType: 'RANGE' as const },
];

const KEY_ATTRIBUTES = [TABLE, DIRECTORY, DUE].flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]);

/** The one table, as the cloud has it. */
export const tableDefinition = (name: string) =>
  ({
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keySchema(TABLE.partitionKey, TABLE.sortKey),
    AttributeDefinitions: KEY_ATTRIBUTES.map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
    GlobalSecondaryIndexes: [
      {
        IndexName: DIRECTORY.index,
        KeySchema: keySchema(DIRECTORY.partitionKey, DIRECTORY.sortKey),
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...DIRECTORY.projected] },
      },
      {
        IndexName: DUE.index,
        KeySchema: keySchema(DUE.partitionKey, DUE.sortKey),
        Projection: { ProjectionType: 'ALL' },
      },
    ],
    StreamSpecification: { StreamEnabled: true, StreamViewType: TABLE.streamView },
  }) satisfies CreateTableCommandInput;

/** Creates the table where it is missing, and says where its stream is. Throws `CannotStart` when a table of that name has another shape. */
export const ensureTable = async (client: DynamoDBClient, name: string): Promise<{ streamArn: string }> => {
  const table = (await describe(client, name)) ?? (await create(client, name));
  const streamArn = table.LatestStreamArn;
  if (streamArn === undefined || shapeOf(table) !== shapeOf(tableDefinition(name))) {
    throw new CannotStart(
      'foreign-table',
      `The table ${name} is not one of Veedor, or one of another version.\nSet TABLE_NAME to another name, or VEEDOR_FOLDER to another folder.`,
    );
  }
  return { streamArn };
};

const describe = async (client: DynamoDBClient, name: string): Promise<TableDescription | undefined> => {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
};

const create = async (client: DynamoDBClient, name: string): Promise<TableDescription> => {
  try {
    await client.send(new CreateTableCommand(tableDefinition(name)));
  } catch (error) {
    // Somebody else who starts at the same moment may have created it.
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await waitUntilTableExists(
    { client, maxWaitTime: CREATION_TIMEOUT_SECONDS, minDelay: 1, maxDelay: 1 },
    { TableName: name },
  );
  return (await describe(client, name)) ?? {};
};

type Shape = Pick<TableDescription, 'KeySchema' | 'GlobalSecondaryIndexes' | 'StreamSpecification'>;

const shapeOf = ({ KeySchema, GlobalSecondaryIndexes, StreamSpecification }: Shape): string =>
  JSON.stringify([
    keysOf({ KeySchema }),
    StreamSpecification?.StreamViewType,
    (GlobalSecondaryIndexes ?? [])
      .map((index) => [
        index.IndexName,
        keysOf(index),
        index.Projection?.ProjectionType,
        (index.Projection?.NonKeyAttributes ?? []).toSorted(),
      ])
      .map((parts) => JSON.stringify(parts))
      .toSorted(),
  ]);

const keysOf = ({ KeySchema }: Pick<Shape, 'KeySchema'>) => (KeySchema ?? []).map(({ AttributeName }) => AttributeName);
