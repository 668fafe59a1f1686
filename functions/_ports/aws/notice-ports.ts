import { aesSecretBox } from '../aes-secret-box.ts';
import type { Secrets } from '../desk-ports.ts';
import type { NoticeStore } from '../notice-ports.ts';
import { noticeStore } from '../notice-store.ts';
import type { EndpointStore, Outbox, SecretBox } from '../outbox-ports.ts';
import { endpointStore, outboxStore } from '../outbox-store.ts';
import type { Clock } from '../ports.ts';
import { type AwsPorts, awsPorts, type StorePorts, storePorts } from './aws-ports.ts';
import { systemClock } from './clock.ts';
import { secretEnvironment, tableEnvironment } from './environment.ts';
import { dynamodbItemStore } from './item-store.ts';
import { kmsSecretBox } from './kms-secret-box.ts';
import { systemSecrets } from './secrets.ts';
import { openTable } from './table.ts';

/** Who is told what, and what is on its way to them. */
export interface TellingPorts {
  readonly notices: NoticeStore;
  readonly outbox: Outbox;
  readonly endpoints: EndpointStore;
}

/** Notices stand apart from the other ports: a function that tells nobody does not load them. */
export const tellingPorts = (environment: NodeJS.ProcessEnv): TellingPorts => {
  const { TABLE_NAME, DYNAMODB_ENDPOINT } = tableEnvironment(environment);
  const items = dynamodbItemStore(openTable({ name: TABLE_NAME, endpoint: DYNAMODB_ENDPOINT }));
  return { notices: noticeStore(items), outbox: outboxStore(items), endpoints: endpointStore(items) };
};

/** Secrets under a key of KMS; on one machine, under a key of its own. */
export const secretBoxIn = (environment: NodeJS.ProcessEnv): SecretBox => {
  const { SECRETS_KEY_ID, SECRETS_LOCAL_KEY } = secretEnvironment(environment);
  if (SECRETS_KEY_ID !== undefined) return kmsSecretBox(SECRETS_KEY_ID);
  if (SECRETS_LOCAL_KEY !== undefined) return aesSecretBox(Buffer.from(SECRETS_LOCAL_KEY, 'hex'));
  throw new Error('The environment is wrong or incomplete: SECRETS_KEY_ID.');
};

export const allowedHostsIn = (environment: NodeJS.ProcessEnv): ReadonlySet<string> =>
  new Set(
    secretEnvironment(environment)
      .WEBHOOK_ALLOWED_HOSTS.split(' ')
      .filter((host) => host !== ''),
  );

/** Builds the ports of the keeper of notices. Throws when the environment is incomplete. */
export const noticeKeeperPorts = (environment: NodeJS.ProcessEnv = process.env): StorePorts & TellingPorts => ({
  ...storePorts(environment),
  ...tellingPorts(environment),
});

interface NoticeApiPorts extends AwsPorts, TellingPorts {
  readonly secrets: Secrets;
  readonly secretBox: SecretBox;
  readonly allowedHosts: ReadonlySet<string>;
}

/** Builds the ports of the function that answers for notices. Throws when the environment is incomplete. */
export const noticeApiPorts = (
  environment: NodeJS.ProcessEnv = process.env,
  clock: Clock = systemClock,
): NoticeApiPorts => ({
  ...awsPorts(environment, clock),
  ...tellingPorts(environment),
  secrets: systemSecrets,
  secretBox: secretBoxIn(environment),
  allowedHosts: allowedHostsIn(environment),
});
