import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { emlOf, MAILBOX_FOLDER, mailboxOnDisk } from './mailbox.ts';

const AT = '2026-03-02T15:00:00.000Z';
const mail = {
  to: 'desk@control.example',
  message: 'ip-1@2/control-1',
  subject: 'Veedor: Se puso un hallazgo en conocimiento de la entidad contratante — ahora, aquí y más allá',
  text: 'Olá.\r\n\r\nPode ser lido em https://veedor.example/cases/ip-1\r\n',
};

it('a mail is a message that others read: short lines of ASCII, the subject and the text in UTF-8', () => {
  const eml = emlOf(mail, AT);
  expect(eml).toMatch(/^[\r\n -~]*$/);
  for (const line of eml.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
  const [head = '', ...rest] = eml.split('\r\n\r\n');
  const words = [...head.matchAll(/=\?UTF-8\?B\?([^?]*)\?=/g)].map(([, word = '']) =>
    Buffer.from(word, 'base64').toString(),
  );
  expect(words.join('')).toBe(mail.subject);
  expect(Buffer.from(rest.join(''), 'base64').toString()).toBe(mail.text);
  expect(head).toContain('Date: Mon, 02 Mar 2026 15:00:00 +0000');
});

it('no field can add a header', () => {
  const evil = 'a@b.example\r\nBcc: all@b.example';
  const eml = emlOf({ to: evil, message: evil, subject: evil, text: evil }, AT);
  expect(eml).not.toMatch(/^Bcc:/m);
});

it('a mail sent twice lies there once, in the folder of the data and nowhere else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'veedor-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const mailer = mailboxOnDisk(folder, { now: () => AT });
  for (const message of [mail.message, mail.message, '../../escape']) await mailer.send({ ...mail, message });
  expect(await readdir(join(folder, MAILBOX_FOLDER))).toEqual(['.._.._escape.eml', 'ip-1@2_control-1.eml']);
});
