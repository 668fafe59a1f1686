import type { Entropy } from '../ports.ts';

const SALT_BYTES = 16;

/** The machine’s source of randomness. */
export const systemEntropy: Entropy = {
  salt: () => Buffer.from(crypto.getRandomValues(new Uint8Array(SALT_BYTES))).toString('hex'),
};
