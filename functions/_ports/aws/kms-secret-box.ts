import { DecryptCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import type { SecretBox } from '../outbox-ports.ts';
import { OutsideFailure } from '../ports.ts';
import { reached } from './outside-failure.ts';

const ATTEMPTS_MAX = 3;
const TIMEOUT_MILLISECONDS = 3_000;

/** Secrets under a key of AWS KMS, which never leaves it; the purpose is the encryption context. */
export const kmsSecretBox = (keyId: string, client: KMSClient = kmsClient()): SecretBox => ({
  seal: async (secret, purpose) => {
    const Plaintext = Buffer.from(secret, 'utf8');
    const command = new EncryptCommand({ KeyId: keyId, Plaintext, EncryptionContext: { purpose } });
    return textOf((await reached('KMS', client.send(command))).CiphertextBlob, 'base64');
  },
  open: async (sealed, purpose) => {
    const CiphertextBlob = Buffer.from(sealed, 'base64');
    const command = new DecryptCommand({ KeyId: keyId, CiphertextBlob, EncryptionContext: { purpose } });
    return textOf((await reached('KMS', client.send(command))).Plaintext, 'utf8');
  },
});

const kmsClient = (): KMSClient =>
  new KMSClient({
    maxAttempts: ATTEMPTS_MAX,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: TIMEOUT_MILLISECONDS, throwOnRequestTimeout: true },
  });

const textOf = (bytes: Uint8Array | undefined, encoding: 'base64' | 'utf8'): string => {
  if (bytes === undefined) throw new OutsideFailure('KMS: UnexpectedAnswer');
  return Buffer.from(bytes).toString(encoding);
};
