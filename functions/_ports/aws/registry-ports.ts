import type { Clock } from '../ports.ts';
import type { ProcessRegistry } from '../process-registry.ts';
import { processRegistry } from '../process-registry-store.ts';
import { type AwsPorts, awsPorts } from './aws-ports.ts';
import { systemClock } from './clock.ts';
import { tableEnvironment } from './environment.ts';
import { dynamodbItemStore } from './item-store.ts';
import { openTable } from './table.ts';

/** The registry stands apart from the other ports: a function that does not look at it does not load it. */
const registryIn = (environment: NodeJS.ProcessEnv): ProcessRegistry => {
  const { TABLE_NAME, DYNAMODB_ENDPOINT } = tableEnvironment(environment);
  return processRegistry(dynamodbItemStore(openTable({ name: TABLE_NAME, endpoint: DYNAMODB_ENDPOINT })));
};

/** Builds the ports of the function that imports processes. Throws when the environment is incomplete. */
export const importApiPorts = (
  environment: NodeJS.ProcessEnv = process.env,
  clock: Clock = systemClock,
): AwsPorts & { readonly registry: ProcessRegistry } => ({
  ...awsPorts(environment, clock),
  registry: registryIn(environment),
});
