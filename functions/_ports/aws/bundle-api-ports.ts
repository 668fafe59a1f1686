import type { BundlePorts } from '../bundle-ports.ts';
import type { Clock } from '../ports.ts';
import { type AwsPorts, awsPorts } from './aws-ports.ts';
import { bucketIn } from './bucket.ts';
import { s3BundleStore } from './bundle-store.ts';
import { systemClock } from './clock.ts';
import { s3DocumentCopies } from './document-copies.ts';

/** Builds the ports of the function that writes bundles. Throws when the environment is incomplete. */
export const bundleApiPorts = (
  environment: NodeJS.ProcessEnv = process.env,
  clock: Clock = systemClock,
): AwsPorts & BundlePorts => {
  const bucket = bucketIn(environment);
  return { ...awsPorts(environment, clock), bundles: s3BundleStore(bucket), copies: s3DocumentCopies(bucket) };
};
