import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { MAILBOX_FOLDER } from '../../local/mailbox.ts';
import { startSystem } from '../../local/system.ts';
import { httpDoor } from '../../local/walk/http-door.ts';
import { codeIn } from '../support/post-office.ts';
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

  const inbox = () => readdir(join(folder, MAILBOX_FOLDER));
  await system.deliver();
  const [asks = ''] = await inbox();
  const question = await readFile(join(folder, MAILBOX_FOLDER, asks), 'utf8');
  expect(question).toContain('To: desk@control.example\r\n');
  const text = Buffer.from(question.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8');
  expect((await post(`/endpoints/${id}/confirmation`, { code: codeIn({ text }) })).status).toBe(200);
  const { body: ping } = await post(`/endpoints/${id}/ping`);
  await system.deliver();
  await system.deliver();
  expect((await inbox()).toSorted()).toEqual([asks, `${(ping as { message: string }).message}.eml`].toSorted());
  const deliveries = await httpDoor(system).get('administrator-1', `/endpoints/${id}/deliveries`);
  const delivered = { state: 'delivered', attempts: [{ outcome: 'delivered' }] };
  expect(deliveries.body).toMatchObject({ items: [delivered, delivered] });
});
