import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { endpointConfiguration } from '../functions/_ports/aws/table.ts';
import { CannotStart } from './cannot-start.ts';
import { readCheckpoint } from './checkpoint.ts';
import type { DataFolder } from './data-folder.ts';
import { startEmbeddedDynamodb } from './embedded-dynamodb.ts';
import type { StartedParts } from './started-parts.ts';
import { forgetStreamRecords } from './stream-upkeep.ts';
import { ensureTable } from './table.ts';

const CONNECT_TIMEOUT_MILLISECONDS = 2_000;
const REQUEST_TIMEOUT_MILLISECONDS = 10_000;

/** The table of one machine, ready for use. */
export interface Database {
  readonly endpoint: string;
  readonly table: string;
  readonly streamArn: string;
  readonly streams: DynamoDBStreamsClient;
  /** Resolves when the embedded server has ended although nobody asked it to; never for a server of somebody else. */
  readonly broken: Promise<void>;
}

/**
 * Opens the table: on the embedded DynamoDB, or on the server that `endpoint` names. Throws `CannotStart` when there is no server or
 * its table is not ours.
 */
export const openDatabase = async (options: {
  folder: DataFolder;
  table: string;
  endpoint: string | undefined;
  started: StartedParts;
}): Promise<Database> => {
  const { table, started } = options;
  const server =
    options.endpoint === undefined ? await embeddedServer(options.folder, started) : foreignServer(options.endpoint);
  const configuration = {
    ...endpointConfiguration(server.endpoint),
    requestHandler: {
      connectionTimeout: CONNECT_TIMEOUT_MILLISECONDS,
      requestTimeout: REQUEST_TIMEOUT_MILLISECONDS,
      throwOnRequestTimeout: true,
    },
  };
  const streamArn = await tableOn(new DynamoDBClient(configuration), table, server.endpoint);
  if (server.databaseFile !== undefined) {
    // The embedded server has one shard.
    const [shard] = Object.values(await readCheckpoint(options.folder, streamArn));
    if (shard?.upTo !== undefined) forgetStreamRecords(server.databaseFile, { table, upTo: shard.upTo });
  }
  const streams = new DynamoDBStreamsClient(configuration);
  // It copies every record for a logger that nobody gives it.
  streams.middlewareStack.remove('loggerMiddleware');
  started.add(() => streams.destroy());
  return { endpoint: server.endpoint, table, streamArn, streams, broken: server.broken };
};

interface Server {
  readonly endpoint: string;
  readonly databaseFile?: string;
  readonly broken: Promise<void>;
}

const embeddedServer = async (folder: DataFolder, started: StartedParts): Promise<Server> => {
  const { endpoint, databaseFile, ended, stop } = await startEmbeddedDynamodb(folder);
  let stopping = false;
  started.add(() => {
    stopping = true;
    return stop();
  });
  const broken = new Promise<void>((resolve) => void ended.then(() => (stopping ? undefined : resolve())));
  return { endpoint, databaseFile, broken };
};

const foreignServer = (endpoint: string): Server => {
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol)) {
    throw new CannotStart('bad-setting', 'DYNAMODB_ENDPOINT must be a URL, for example http://127.0.0.1:8000.');
  }
  return { endpoint, broken: new Promise<void>(() => undefined) };
};

const tableOn = async (client: DynamoDBClient, table: string, endpoint: string): Promise<string> => {
  try {
    return (await ensureTable(client, table)).streamArn;
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(
      'dynamodb-unreachable',
      `The DynamoDB-compatible server at ${endpoint} does not answer as it should (${error instanceof Error ? error.name : 'unknown error'}).\n` +
        'Check DYNAMODB_ENDPOINT and that the server runs. It must have transactions, streams and secondary indexes.',
    );
  } finally {
    client.destroy();
  }
};
