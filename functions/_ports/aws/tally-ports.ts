import type { Clock } from '../ports.ts';
import type { TallyStore } from '../tally-ports.ts';
import { type AwsPorts, awsPorts, type StorePorts, storePorts } from './aws-ports.ts';
import { systemClock } from './clock.ts';
import { tableEnvironment } from './environment.ts';
import { openTable } from './table.ts';
import { dynamodbTallyStore } from './tally-store.ts';

/** Counts stand apart from the other ports: a function that counts nothing does not load them. */
const talliesIn = (environment: NodeJS.ProcessEnv): TallyStore => {
  const { TABLE_NAME, DYNAMODB_ENDPOINT } = tableEnvironment(environment);
  return dynamodbTallyStore(openTable({ name: TABLE_NAME, endpoint: DYNAMODB_ENDPOINT }));
};

/** Builds the ports of the keeper of the scoreboard. Throws when the environment is incomplete. */
export const scoreboardKeeperPorts = (
  environment: NodeJS.ProcessEnv = process.env,
): StorePorts & { readonly tallies: TallyStore } => ({
  ...storePorts(environment),
  tallies: talliesIn(environment),
});

/** Builds the ports of the function that answers for the scoreboard. Throws when the environment is incomplete. */
export const scoreboardApiPorts = (
  environment: NodeJS.ProcessEnv = process.env,
  clock: Clock = systemClock,
): AwsPorts & { readonly tallies: TallyStore } => ({
  ...awsPorts(environment, clock),
  tallies: talliesIn(environment),
});
