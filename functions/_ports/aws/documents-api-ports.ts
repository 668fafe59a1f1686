import type { DocumentLinks, PartUploads } from '../document-ports.ts';
import type { Clock } from '../ports.ts';
import { type AwsPorts, awsPorts } from './aws-ports.ts';
import { bucketIn } from './bucket.ts';
import { systemClock } from './clock.ts';
import { s3Links } from './document-links.ts';
import { s3PartUploads } from './part-uploads.ts';

/** Builds the ports of the function that answers for documents. Throws when the environment is incomplete. */
export const documentsApiPorts = (
  environment: NodeJS.ProcessEnv = process.env,
  clock: Clock = systemClock,
): AwsPorts & { readonly links: DocumentLinks; readonly uploads: PartUploads } => {
  const bucket = bucketIn(environment);
  return { ...awsPorts(environment, clock), links: s3Links(bucket), uploads: s3PartUploads(bucket) };
};
