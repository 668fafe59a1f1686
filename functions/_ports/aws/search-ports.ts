import type { RenderingStore } from '../../_reports/renderings.ts';
import type { AgendaStore } from '../agenda-ports.ts';
import type { Clock } from '../ports.ts';
import type { SearchStore } from '../search-ports.ts';
import type { TallyStore } from '../tally-ports.ts';
import { dynamodbAgendaStore } from './agenda-store.ts';
import { type AwsPorts, awsPorts, type StorePorts, storePorts } from './aws-ports.ts';
import { systemClock } from './clock.ts';
import { tableEnvironment } from './environment.ts';
import { renderingsIn } from './renderings.ts';
import { dynamodbSearchStore } from './search-store.ts';
import { openTable, type Table } from './table.ts';
import { dynamodbTallyStore } from './tally-store.ts';

/** The directory stands apart from the other ports: a function that looks for nothing does not load it. */
const tableIn = (environment: NodeJS.ProcessEnv): Table => {
  const { TABLE_NAME, DYNAMODB_ENDPOINT } = tableEnvironment(environment);
  return openTable({ name: TABLE_NAME, endpoint: DYNAMODB_ENDPOINT });
};

/** Builds the ports of the keeper of the directory. Throws when the environment is incomplete. */
export const directoryKeeperPorts = (
  environment: NodeJS.ProcessEnv = process.env,
): StorePorts & { readonly directory: SearchStore } => ({
  ...storePorts(environment),
  directory: dynamodbSearchStore(tableIn(environment)),
});

/** What is looked through beside the record. */
interface SearchStores {
  readonly directory: SearchStore;
  readonly tallies: TallyStore;
  readonly agenda: AgendaStore;
}

const searchStores = (environment: NodeJS.ProcessEnv): SearchStores => {
  const table = tableIn(environment);
  return {
    directory: dynamodbSearchStore(table),
    tallies: dynamodbTallyStore(table),
    agenda: dynamodbAgendaStore(table),
  };
};

/** Builds the ports of the function that searches. Throws when the environment is incomplete. */
export const searchApiPorts = (
  environment: NodeJS.ProcessEnv = process.env,
  clock: Clock = systemClock,
): AwsPorts & SearchStores => ({ ...awsPorts(environment, clock), ...searchStores(environment) });

/** Builds the ports of the pages, which ask nobody who they are. Throws when the environment is incomplete. */
export const pagesApiPorts = (
  environment: NodeJS.ProcessEnv = process.env,
): StorePorts & SearchStores & { readonly renderings: RenderingStore } => ({
  ...storePorts(environment),
  renderings: renderingsIn(environment),
  ...searchStores(environment),
});
