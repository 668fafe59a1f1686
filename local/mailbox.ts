import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mail, Mailer } from '../functions/_ports/outbox-ports.ts';
import type { Clock } from '../functions/_ports/ports.ts';

/** Where mails of this machine lie, below its data. */
export const MAILBOX_FOLDER = 'mailbox';
const FROM = 'veedor@localhost.localdomain';
const LINE_LENGTH = 76;
const WORD_BYTES_MAX = 42;

/** A mailbox on disk: each mail is a file that any mail program opens. The same message sent again is the same file. */
export const mailboxOnDisk = (folder: string, clock: Clock): Mailer => ({
  send: async (mail) => {
    await mkdir(join(folder, MAILBOX_FOLDER), { recursive: true });
    await writeFile(join(folder, MAILBOX_FOLDER, `${fileName(mail.message)}.eml`), emlOf(mail, clock.now()));
    return 'accepted';
  },
});

const fileName = (message: string): string => message.replaceAll(/[^A-Za-z0-9@.-]/g, '_');

/** A header holds one line of printable ASCII: whatever else somebody put into it ends here. */
const headerText = (text: string): string => text.replaceAll(/[^ -~]/g, '');

/** RFC 2047: words of base64, none longer than a header may have, none of them splitting a character. */
const encodedWords = (text: string): string => {
  const words: string[] = [''];
  for (const character of text) {
    const last = words.at(-1) ?? '';
    if (Buffer.byteLength(last + character) > WORD_BYTES_MAX) words.push(character);
    else words[words.length - 1] = last + character;
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
};

const inLines = (base64: string): string => (base64.match(new RegExp(`.{1,${LINE_LENGTH}}`, 'g')) ?? []).join('\r\n');

/** RFC 5322, as text in UTF-8. */
export const emlOf = ({ to, message, subject, text }: Mail, at: string): string =>
  [
    `From: Veedor <${FROM}>`,
    `To: ${headerText(to)}`,
    `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${headerText(message).replaceAll(/[<>@ ]/g, '.')}@localhost.localdomain>`,
    `X-Veedor-Message: ${headerText(message)}`,
    'Auto-Submitted: auto-generated',
    `Subject: ${encodedWords(subject)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    inLines(Buffer.from(text).toString('base64')),
    '',
  ].join('\r\n');
