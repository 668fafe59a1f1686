import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MAILBOX_FOLDER } from './mailbox.ts';

/** A mail as it lies in the mailbox of this machine. */
export interface KeptMail {
  /** What its file is called, without its ending. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  /** ISO 8601. */
  readonly at: string;
  readonly text: string;
}

const ENDING = '.eml';
/** Files that are read at once. */
const AT_ONCE = 50;

/** Every mail of a folder, newest first. A file that is no mail of ours is left out. */
export const keptMails = async (folder: string): Promise<readonly KeptMail[]> => {
  const path = join(folder, MAILBOX_FOLDER);
  // Nothing was sent yet.
  const files = (await readdir(path).catch(() => [])).filter((name) => name.endsWith(ENDING));
  const mails: KeptMail[] = [];
  for (let start = 0; start < files.length; start += AT_ONCE) {
    const some = files.slice(start, start + AT_ONCE).map(async (file) => {
      const eml = await readFile(join(path, file), 'utf8').catch(() => '');
      return mailIn(eml, file.slice(0, -ENDING.length));
    });
    mails.push(...(await Promise.all(some)).filter((mail) => mail !== undefined));
  }
  return mails.toSorted((one, other) => order(other.at, one.at) || order(one.id, other.id));
};

const order = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** Reads what `emlOf` writes, and nothing else. */
export const mailIn = (eml: string, id: string): KeptMail | undefined => {
  const [head = '', body = ''] = eml.split('\r\n\r\n', 2);
  const fields = new Map(
    head
      .replaceAll(/\r\n /g, ' ')
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const),
  );
  const at = new Date(fields.get('Date') ?? '');
  const to = fields.get('To');
  if (to === undefined || Number.isNaN(at.getTime())) return undefined;
  return {
    id,
    to,
    subject: decodedWords(fields.get('Subject') ?? ''),
    at: at.toISOString(),
    text: Buffer.from(body, 'base64').toString('utf8'),
  };
};

/** RFC 2047: the words of a header, as `emlOf` writes them. */
const decodedWords = (header: string): string =>
  [...header.matchAll(/=\?UTF-8\?B\?([^?]*)\?=/g)]
    .map(([, word = '']) => Buffer.from(word, 'base64').toString('utf8'))
    .join('');
