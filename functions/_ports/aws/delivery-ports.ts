import type { Mailer, SecretBox, WebhookSender } from '../outbox-ports.ts';
import type { StorePorts } from './aws-ports.ts';
import { storePorts } from './aws-ports.ts';
import { mailEnvironment } from './environment.ts';
import { allowedHostsIn, secretBoxIn, type TellingPorts, tellingPorts } from './notice-ports.ts';
import { sesMailer } from './ses-mailer.ts';
import { webhookSender } from './webhook-sender.ts';

interface DeliveringPorts extends StorePorts, TellingPorts {
  readonly secretBox: SecretBox;
  readonly webhooks: WebhookSender;
  readonly mailer: Mailer;
  readonly publicUrl: string;
}

/** Builds the ports of the function that delivers. Throws when the environment is incomplete. */
export const deliveryPorts = (environment: NodeJS.ProcessEnv = process.env): DeliveringPorts => {
  const { MAIL_FROM, PUBLIC_URL } = mailEnvironment(environment);
  return {
    ...storePorts(environment),
    ...tellingPorts(environment),
    secretBox: secretBoxIn(environment),
    webhooks: webhookSender({ allowed: allowedHostsIn(environment) }),
    mailer: sesMailer(MAIL_FROM),
    publicUrl: PUBLIC_URL,
  };
};
