import { countingRegistry } from '../../_tallies/count-process.ts';
import type { Clock } from '../ports.ts';
import type { ProcessRegistry } from '../process-registry.ts';
import { processRegistry } from '../process-registry-store.ts';
import { type AwsPorts, awsPorts } from './aws-ports.ts';
import { systemClock } from './clock.ts';
import { tableEnvironment } from './environment.ts';
import { dynamodbItemStore } from './item-store.ts';
import { openTable } from './table.ts';
import { dynamodbTallyStore } from './tally-store.ts';

/** The registry, which counts what it saves. It stands apart from the other ports: a function that does not look at it does not load it. */
const registryIn = (environment: NodeJS.ProcessEnv): ProcessRegistry => {
  const { TABLE_NAME, DYNAMODB_ENDPOINT } = tableEnvironment(environment);
  const table = openTable({ name: TABLE_NAME, endpoint: DYNAMODB_ENDPOINT });
  return countingRegistry(processRegistry(dynamodbItemStore(table)), dynamodbTallyStore(table));
};

/** Builds the ports of the function that imports processes. Throws when the environment is incomplete. */
export const importApiPorts = (
  environment: NodeJS.ProcessEnv = process.env,
  clock: Clock = systemClock,
): AwsPorts & { readonly registry: ProcessRegistry } => ({
  ...awsPorts(environment, clock),
  registry: registryIn(environment),
});
