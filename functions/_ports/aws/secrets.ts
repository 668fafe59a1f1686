import { randomBytes } from 'node:crypto';
import type { Secrets } from '../desk-ports.ts';

const SECRET_BYTES = 32;

/** The machine’s source of secrets. */
export const systemSecrets: Secrets = { secret: () => randomBytes(SECRET_BYTES).toString('base64url') };
