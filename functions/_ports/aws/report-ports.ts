import type { RenderingStore } from '../../_reports/renderings.ts';
import type { DocumentCopies } from '../bundle-ports.ts';
import type { DocumentLinks } from '../document-ports.ts';
import type { Clock } from '../ports.ts';
import { type AwsPorts, awsPorts } from './aws-ports.ts';
import { bucketIn } from './bucket.ts';
import { systemClock } from './clock.ts';
import { s3DocumentCopies } from './document-copies.ts';
import { s3Links } from './document-links.ts';
import { renderingsIn } from './renderings.ts';

/** Builds the ports of the function that answers for reports. Throws when the environment is incomplete. */
export const reportApiPorts = (
  environment: NodeJS.ProcessEnv = process.env,
  clock: Clock = systemClock,
): AwsPorts & {
  readonly renderings: RenderingStore;
  readonly copies: DocumentCopies;
  readonly links: DocumentLinks;
} => {
  const bucket = bucketIn(environment);
  return {
    ...awsPorts(environment, clock),
    renderings: renderingsIn(environment),
    copies: s3DocumentCopies(bucket),
    links: s3Links(bucket),
  };
};
