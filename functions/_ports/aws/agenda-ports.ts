import type { AgendaStore } from '../agenda-ports.ts';
import type { DeskStore, Secrets } from '../desk-ports.ts';
import type { Clock } from '../ports.ts';
import { dynamodbAgendaStore } from './agenda-store.ts';
import { type AwsPorts, awsPorts, type StorePorts, storePorts } from './aws-ports.ts';
import { systemClock } from './clock.ts';
import { dynamodbDeskStore } from './desk-store.ts';
import { tableEnvironment } from './environment.ts';
import { systemSecrets } from './secrets.ts';
import { openTable, type Table } from './table.ts';

/** The agenda stands apart from the other ports: a function that does not look at it does not load it. */
const agendaIn = (environment: NodeJS.ProcessEnv): AgendaStore => dynamodbAgendaStore(tableIn(environment));

const tableIn = (environment: NodeJS.ProcessEnv): Table => {
  const { TABLE_NAME, DYNAMODB_ENDPOINT } = tableEnvironment(environment);
  return openTable({ name: TABLE_NAME, endpoint: DYNAMODB_ENDPOINT });
};

/** Builds the ports of the keeper of the agenda. Throws when the environment is incomplete. */
export const agendaKeeperPorts = (
  environment: NodeJS.ProcessEnv = process.env,
): StorePorts & { readonly agenda: AgendaStore } => ({ ...storePorts(environment), agenda: agendaIn(environment) });

/** Builds the ports of the function that answers for the agenda. Throws when the environment is incomplete. */
export const agendaApiPorts = (
  environment: NodeJS.ProcessEnv = process.env,
  clock: Clock = systemClock,
): AwsPorts & { readonly agenda: AgendaStore; readonly desk: DeskStore; readonly secrets: Secrets } => ({
  ...awsPorts(environment, clock),
  agenda: agendaIn(environment),
  desk: dynamodbDeskStore(tableIn(environment)),
  secrets: systemSecrets,
});
