import type { DocumentLinks, FormSender } from '../document-ports.ts';
import type { Clock } from '../ports.ts';
import type { StorePorts } from './aws-ports.ts';
import { bucketIn } from './bucket.ts';
import { dynamodbCaseStore } from './case-store.ts';
import { systemClock } from './clock.ts';
import { s3Links } from './document-links.ts';
import { systemEntropy } from './entropy.ts';
import { logEnvironment, tableEnvironment } from './environment.ts';
import { httpFormSender } from './form-sender.ts';
import { jsonLog } from './log.ts';
import { dynamodbRosterStore } from './person-stores.ts';
import { openTable } from './table.ts';

/** What the pages of tips work on, and nothing else: they ask nobody who they are, and somebody waits while they are loaded. */
interface TipPagesStores extends Pick<StorePorts, 'cases' | 'roster' | 'clock' | 'entropy' | 'log'> {
  readonly links: DocumentLinks;
  readonly sender: FormSender;
}

/** Builds the ports of the pages of tips from the environment. Throws when it is incomplete. */
export const tipPagesPorts = (
  environment: NodeJS.ProcessEnv = process.env,
  clock: Clock = systemClock,
): TipPagesStores => {
  const { TABLE_NAME, DYNAMODB_ENDPOINT } = tableEnvironment(environment);
  const table = openTable({ name: TABLE_NAME, endpoint: DYNAMODB_ENDPOINT });
  return {
    cases: dynamodbCaseStore(table),
    roster: dynamodbRosterStore(table),
    clock,
    entropy: systemEntropy,
    log: jsonLog(logEnvironment(environment).LOG_LEVEL),
    links: s3Links(bucketIn(environment)),
    sender: httpFormSender,
  };
};
