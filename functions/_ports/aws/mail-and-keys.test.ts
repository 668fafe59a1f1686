import { DecryptCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { MessageRejected, SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { aesSecretBox, KEY_BYTES } from '../aes-secret-box.ts';
import { OutsideFailure } from '../ports.ts';
import { kmsSecretBox } from './kms-secret-box.ts';
import { sesMailer } from './ses-mailer.ts';

const mail = { to: 'desk@control.example', message: 'ip-1@2', subject: 'Veedor: Há uma pergunta', text: 'Olá.' };

describe('mail over SES', () => {
  const client = () => mockClient(new SESv2Client({ region: 'nowhere-1' }));

  it('is handed over with its own name, so that a mail sent twice is known', async () => {
    const ses = client();
    ses.on(SendEmailCommand).resolves({});
    expect(await sesMailer('a@veedor.example', ses as never).send(mail)).toBe('accepted');
    expect(ses.commandCalls(SendEmailCommand)[0]?.args[0].input).toMatchObject({
      FromEmailAddress: 'a@veedor.example',
      Destination: { ToAddresses: [mail.to] },
      Content: {
        Simple: { Subject: { Data: mail.subject }, Headers: [{ Value: 'ip-1@2' }, { Value: 'auto-generated' }] },
      },
    });
  });

  it('that is refused is told from a service that does not answer', async () => {
    const ses = client();
    const mailer = sesMailer('a@veedor.example', ses as never);
    ses.on(SendEmailCommand).rejects(new MessageRejected({ message: 'no', $metadata: {} }));
    expect(await mailer.send(mail)).toBe('refused');
    ses.on(SendEmailCommand).rejects(new Error('desk@control.example'));
    await expect(mailer.send(mail)).rejects.toThrow(new OutsideFailure('SES: Error'));
  });
});

describe('a secret', () => {
  it('is sealed by KMS for one purpose', async () => {
    const kms = mockClient(new KMSClient({ region: 'nowhere-1' }));
    kms.on(EncryptCommand).resolves({ CiphertextBlob: Buffer.from('sealed') });
    kms.on(DecryptCommand).resolves({ Plaintext: Buffer.from('whsec_a') });
    const box = kmsSecretBox('key-1', kms as never);
    const sealed = await box.seal('whsec_a', 'endpoint-1');
    expect([sealed, await box.open(sealed, 'endpoint-1')]).toEqual([
      Buffer.from('sealed').toString('base64'),
      'whsec_a',
    ]);
    for (const { args } of [...kms.commandCalls(EncryptCommand), ...kms.commandCalls(DecryptCommand)]) {
      expect(args[0].input).toMatchObject({ KeyId: 'key-1', EncryptionContext: { purpose: 'endpoint-1' } });
    }
    kms.on(DecryptCommand).rejects(new Error('whsec_a'));
    await expect(box.open(sealed, 'endpoint-1')).rejects.toThrow(new OutsideFailure('KMS: Error'));
  });

  it('that is sealed on one machine opens for its purpose alone, and not when a bit of it changed', async () => {
    const box = aesSecretBox(new Uint8Array(KEY_BYTES).fill(7));
    const sealed = await box.seal('whsec_ü', 'endpoint-1');
    expect(await box.seal('whsec_ü', 'endpoint-1')).not.toBe(sealed);
    expect(await box.open(sealed, 'endpoint-1')).toBe('whsec_ü');
    await expect(box.open(sealed, 'endpoint-2')).rejects.toThrow();
    const spoiled = Buffer.from(sealed, 'base64');
    spoiled[spoiled.length - 1] = (spoiled.at(-1) ?? 0) ^ 1;
    await expect(box.open(spoiled.toString('base64'), 'endpoint-1')).rejects.toThrow();
  });
});
