import type { ItemStore } from '../item-store.ts';
import type { OpenDataStore } from '../open-data-ports.ts';
import type { Clock } from '../ports.ts';
import { type StorePorts, storePorts } from './aws-ports.ts';
import { bucketIn } from './bucket.ts';
import { changesIn } from './change-ports.ts';
import { systemClock } from './clock.ts';
import { openDataEnvironment, tableEnvironment } from './environment.ts';
import { dynamodbItemStore } from './item-store.ts';
import { s3OpenDataStore } from './open-data-store.ts';
import { openTable } from './table.ts';

interface PublishingPorts extends StorePorts {
  readonly changes: ReturnType<typeof changesIn>;
  readonly items: ItemStore;
  readonly openData: OpenDataStore;
  /** Where people reach the API, without a slash at the end. */
  readonly publicUrl: string;
  /** Where the files are read, without a slash at the end. */
  readonly openDataUrl: string;
}

/** Builds the ports of the function that keeps the static files of open data. Throws when the environment is incomplete. */
export const openDataPorts = (
  environment: NodeJS.ProcessEnv = process.env,
  clock: Clock = systemClock,
): PublishingPorts => {
  const { TABLE_NAME, DYNAMODB_ENDPOINT } = tableEnvironment(environment);
  const { OPEN_DATA_BUCKET, OPEN_DATA_URL, PUBLIC_URL } = openDataEnvironment(environment);
  return {
    ...storePorts(environment, clock),
    changes: changesIn(environment),
    items: dynamodbItemStore(openTable({ name: TABLE_NAME, endpoint: DYNAMODB_ENDPOINT })),
    openData: s3OpenDataStore({ ...bucketIn(environment), name: OPEN_DATA_BUCKET }),
    publicUrl: PUBLIC_URL,
    openDataUrl: OPEN_DATA_URL,
  };
};
