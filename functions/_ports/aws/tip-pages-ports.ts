import type { DocumentLinks, FormSender } from '../document-ports.ts';
import type { Clock } from '../ports.ts';
import { type StorePorts, storePorts } from './aws-ports.ts';
import { bucketIn } from './bucket.ts';
import { systemClock } from './clock.ts';
import { s3Links } from './document-links.ts';
import { httpFormSender } from './form-sender.ts';

/** Builds the ports of the pages of tips, which ask nobody who they are. Throws when the environment is incomplete. */
export const tipPagesPorts = (
  environment: NodeJS.ProcessEnv = process.env,
  clock: Clock = systemClock,
): StorePorts & { readonly links: DocumentLinks; readonly sender: FormSender } => ({
  ...storePorts(environment, clock),
  links: s3Links(bucketIn(environment)),
  sender: httpFormSender,
});
