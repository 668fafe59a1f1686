import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { MAILBOX_FOLDER } from '../../local/mailbox.ts';
import { startSystem } from '../../local/system.ts';
import { httpDoor } from '../../local/walk/http-door.ts';
import { temporaryFolder } from './embedded-table.ts';

test('what is sent on one machine lies in its mailbox, and its secrets are the owner’s alone', async () => {
  const folder = await temporaryFolder();
  const system = await startSystem({ folder, port: 0, quiet: true });
  onTestFinished(system.stop);
  let sent = 0;
  const post = async (path: string, body: object = {}) => {
    sent += 1;
    return httpDoor(system).post('administrator-1', path, { body, idempotencyKey: `key-${sent}` });
  };
  const owner = { controlAuthority: 'internal-control', profile: 'ti-integrity-pact' };
  const { body } = await post('/endpoints', { owner, channel: { kind: 'mail', address: 'desk@control.example' } });
  const { id } = body as { id: string };
  expect((await post('/endpoints', { owner, channel: { kind: 'webhook', url: 'http://127.0.0.1:1/' } })).status).toBe(
    422,
  );
  const webhook = await post('/endpoints', {
    owner,
    channel: { kind: 'webhook', url: 'https://hooks.control.example/' },
  });
  expect(webhook.body).toMatchObject({ secret: expect.stringMatching(/^whsec_/) });
  expect((await stat(join(folder, 'secrets-key'))).mode & 0o777).toBe(0o600);

  const { body: ping } = await post(`/endpoints/${id}/ping`);
  await system.deliver();
  await system.deliver();
  const [file = '', ...others] = await readdir(join(folder, MAILBOX_FOLDER));
  expect([file, others]).toEqual([`${(ping as { message: string }).message}.eml`, []]);
  expect(await readFile(join(folder, MAILBOX_FOLDER, file), 'utf8')).toContain('To: desk@control.example\r\n');
  const deliveries = await httpDoor(system).get('administrator-1', `/endpoints/${id}/deliveries`);
  expect(deliveries.body).toMatchObject({ items: [{ state: 'delivered', attempts: [{ outcome: 'delivered' }] }] });
});
