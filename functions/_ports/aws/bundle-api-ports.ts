import type { BundlePorts } from '../bundle-ports.ts';
import type { Clock } from '../ports.ts';
import { type AwsPorts, awsPorts } from './aws-ports.ts';
import { bucketIn } from './bucket.ts';
import { s3BundleStore } from './bundle-store.ts';
import { systemClock } from './clock.ts';

/** Builds the ports of the function that writes bundles. Throws when the environment is incomplete. */
export const bundleApiPorts = (
  environment: NodeJS.ProcessEnv = process.env,
  clock: Clock = systemClock,
): AwsPorts & BundlePorts => ({
  ...awsPorts(environment, clock),
  bundles: s3BundleStore(bucketIn(environment)),
  // The bytes of documents do not go into bundles yet: each bundle says so.
  evidence: undefined,
});
