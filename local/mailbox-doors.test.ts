import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { mailboxOnDisk } from './mailbox.ts';
import { mailboxDoors } from './mailbox-doors.ts';

const EVIL = '<script>alert(1)</script>';
const mailTo = (to: string, more: object = {}) => ({
  to,
  message: `ip-1@2/${to}`,
  subject: `Veedor: Aviso para ${to}`,
  text: `Se celebró un acto. ${EVIL}\r\n\r\nLéalo:\r\nhttps://veedor.example/es/cases/ip-1\r\n`,
  ...more,
});

/** A mailbox of its own, and what its doors answer. */
const opened = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'veedor-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const times = { now: '2026-03-02T15:00:00.000Z' };
  const mailer = mailboxOnDisk(folder, { now: () => times.now });
  const see = async (path: string, of: { mail?: string; query?: string; accepted?: string } = {}) => {
    const door = mailboxDoors(folder).find((each) => each.path === path);
    const answer = await door?.handler({
      rawPath: path,
      rawQueryString: of.query ?? '',
      headers: of.accepted === undefined ? {} : { 'accept-language': of.accepted },
      pathParameters: { mail: of.mail },
    } as never);
    return { status: answer?.statusCode, headers: answer?.headers ?? {}, text: answer?.body ?? '' };
  };
  const send = async (at: string, mail: ReturnType<typeof mailTo>) => {
    times.now = at;
    await mailer.send(mail);
  };
  return { folder, see, send };
};

describe('the mailbox of one machine', () => {
  it('lists what was sent, newest first, or what went to one address, and says that nothing leaves the machine', async () => {
    const { folder, see, send } = await opened();
    await send('2026-03-02T15:00:00.000Z', mailTo('ana@veedor.example'));
    await send('2026-03-04T15:00:00.000Z', mailTo('eva@veedor.example'));
    await send('2026-03-03T15:00:00.000Z', mailTo('leo@veedor.example'));
    await writeFile(join(folder, 'mailbox', 'not-ours.eml'), 'nothing');
    const { status, text, headers } = await see('/mailbox', { accepted: 'xx, en;q=0.8' });
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect([...text.matchAll(/<h3><a[^>]*>Veedor: Aviso para (\w+)/g)].map(([, name]) => name)).toEqual([
      'eva',
      'leo',
      'ana',
    ]);
    expect(text).toContain('None leaves this machine');
    const { text: theirs } = await see('/mailbox', { query: 'lang=pt&to=ana%40veedor.example' });
    expect(theirs).toContain('E-mails para ana@veedor.example');
    expect(theirs).not.toContain('eva@');
  });

  it('shows one to be read, with its links and nothing else that is markup, and as it was sent', async () => {
    const { see, send } = await opened();
    await send('2026-03-02T15:00:00.000Z', mailTo('ana@veedor.example'));
    const mail = 'ip-1@2_ana@veedor.example';
    const { text } = await see('/mailbox/{mail}', { mail });
    expect(text).toContain('<a href="https://veedor.example/es/cases/ip-1">');
    expect(text).not.toContain('<script');
    const plain = await see('/mailbox/{mail}/text', { mail });
    expect(plain.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(plain.text).toContain(
      `\r\nSubject: Veedor: Aviso para ana@veedor.example\r\n\r\nSe celebró un acto. ${EVIL}\r\n`,
    );
  });

  it('says how to get a mail where there is none, and that another is not here', async () => {
    const { see } = await opened();
    expect((await see('/mailbox')).text).toContain('href="/es/account/messages"');
    expect((await see('/mailbox/{mail}', { mail: '../secrets-key' })).status).toBe(404);
    expect((await see('/mailbox/{mail}/text', { mail: 'constructor' })).status).toBe(404);
  });
});
