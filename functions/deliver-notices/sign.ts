import { createHmac } from 'node:crypto';
import type { Instant } from '../../events/shapes.ts';

export const SECRET_PREFIX = 'whsec_';

/**
 * The headers of Standard Webhooks: id, seconds since 1970, and an HMAC-SHA256 over `id.timestamp.body` for each secret. While a secret
 * is being replaced there are two signatures, and a receiver takes whichever it knows.
 */
export const signedHeaders = (message: {
  readonly id: string;
  readonly at: Instant;
  readonly body: string;
  /** As they are shown: `whsec_` and base64. */
  readonly secrets: readonly string[];
}): Readonly<Record<string, string>> => {
  const { id, at, body, secrets } = message;
  const timestamp = String(Math.floor(Date.parse(at) / 1_000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
};
