import type { DocumentStore } from '../document-ports.ts';
import type { Clock } from '../ports.ts';
import { type StorePorts, storePorts } from './aws-ports.ts';
import { bucketIn } from './bucket.ts';
import { systemClock } from './clock.ts';
import { s3DocumentStore } from './document-store.ts';

/** Builds the ports of the function that moves documents. Throws when the environment is incomplete. */
export const documentsPorts = (
  environment: NodeJS.ProcessEnv = process.env,
  clock: Clock = systemClock,
): StorePorts & { readonly documents: DocumentStore } => ({
  ...storePorts(environment, clock),
  documents: s3DocumentStore(bucketIn(environment)),
});
