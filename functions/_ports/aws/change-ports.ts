import type { ChangeStore } from '../change-ports.ts';
import type { Clock } from '../ports.ts';
import { type AwsPorts, awsPorts, type StorePorts, storePorts } from './aws-ports.ts';
import { dynamodbChangeStore } from './change-store.ts';
import { systemClock } from './clock.ts';
import { tableEnvironment } from './environment.ts';
import { openTable } from './table.ts';

/** The list of changes stands apart from the other ports: a function that does not look at it does not load it. */
export const changesIn = (environment: NodeJS.ProcessEnv): ChangeStore => {
  const { TABLE_NAME, DYNAMODB_ENDPOINT } = tableEnvironment(environment);
  return dynamodbChangeStore(openTable({ name: TABLE_NAME, endpoint: DYNAMODB_ENDPOINT }));
};

/** Builds the ports of the function that lists what changed. Throws when the environment is incomplete. */
export const changeKeeperPorts = (
  environment: NodeJS.ProcessEnv = process.env,
): StorePorts & { readonly changes: ChangeStore } => ({
  ...storePorts(environment),
  changes: changesIn(environment),
});

/** Builds the ports of the function that publishes open data. Throws when the environment is incomplete. */
export const openDataApiPorts = (
  environment: NodeJS.ProcessEnv = process.env,
  clock: Clock = systemClock,
): AwsPorts & { readonly changes: ChangeStore } => ({
  ...awsPorts(environment, clock),
  changes: changesIn(environment),
});
