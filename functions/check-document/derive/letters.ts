import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { byExtension } from '../examine/accepted.ts';
import { extensionOf } from '../examine/names.ts';
import { sniff } from '../examine/sniff.ts';
import { bufferSource } from '../examine/source.ts';
import type { Derived, Made, Removed } from './derived.ts';

type DeriveOne = (file: { path: string }, mediaType: string, into: string) => Promise<Derived | undefined>;

interface Opened {
  readonly into: string;
  readonly deriveOne: DeriveOne;
  readonly removed: Set<Removed>;
  readonly depth: number;
}

/** What a reader of the letter sees. The rest says which machines it came through, and from where. */
const SEEN = /^(from|to|cc|subject|date|mime-version|content-[\w-]+):/i;
const LINE_CHARACTERS = 76;
const DEPTH_MAX = 32;

/** A letter as its reader sees it: with the copies of what it carries, without the marks of its way. */
export const deriveLetter = async (path: string, into: string, deriveOne: DeriveOne): Promise<Made | undefined> => {
  const removed = new Set<Removed>();
  const text = (await readFile(path)).toString('latin1');
  const copy = await copyPart(text, { into, deriveOne, removed, depth: 0 });
  return removed.size === 0 ? undefined : { pieces: [Buffer.from(copy, 'latin1')], removed };
};

/** One part, its head and its body. Bytes are kept as they are, one character each. */
const copyPart = async (text: string, opened: Opened): Promise<string> => {
  const cut = /\r?\n\r?\n/.exec(text);
  const head = cut === null ? text : text.slice(0, cut.index);
  const body = cut === null ? '' : text.slice(cut.index + cut[0].length);
  const fields = head.split(/\r?\n(?![ \t])/).filter((field) => field !== '');
  const kept = fields.filter((field) => SEEN.test(field));
  if (kept.length < fields.length) opened.removed.add('transport');
  return `${kept.join('\r\n')}\r\n\r\n${await copyBody(body, kept, opened)}`;
};

const valueOf = (fields: readonly string[], name: string): string =>
  fields
    .find((field) => field.toLowerCase().startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .replaceAll(/\r?\n/g, '')
    .trim() ?? '';

const copyBody = async (body: string, fields: readonly string[], opened: Opened): Promise<string> => {
  const type = valueOf(fields, 'content-type');
  const deeper = { ...opened, depth: opened.depth + 1 };
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^;\s]+))/i.exec(type);
  if (/^multipart\//i.test(type) && boundary !== null && opened.depth < DEPTH_MAX) {
    return copyParts(body, boundary[1] ?? boundary[2] ?? '', deeper);
  }
  if (/^message\/rfc822/i.test(type) && opened.depth < DEPTH_MAX) return copyPart(body, deeper);
  if (!/^base64/i.test(valueOf(fields, 'content-transfer-encoding')) || /^text\//i.test(type)) return body;
  return copyAttachment(body, `${type};${valueOf(fields, 'content-disposition')}`, opened);
};

/** What stands before the first and behind the last edge is seen by nobody. */
const copyParts = async (body: string, boundary: string, opened: Opened): Promise<string> => {
  const edge = `--${boundary}`;
  const [, ...parts] = `\r\n${body}`.split(
    new RegExp(`\\r?\\n${edge.replaceAll(/[.*+?^$()[\]{}|\\/]/g, String.raw`\$&`)}`),
  );
  const copies: string[] = [];
  for (const part of parts) {
    if (part.startsWith('--')) break;
    copies.push(`${edge}\r\n${await copyPart(part.replace(/^[ \t]*\r?\n/, ''), opened)}\r\n`);
  }
  return `${copies.join('')}${edge}--\r\n`;
};

const copyAttachment = async (body: string, said: string, { into, deriveOne, removed }: Opened): Promise<string> => {
  const bytes = Buffer.from(body, 'base64');
  const name = /(?:file)?name\s*=\s*"?([^";]+)/i.exec(said)?.[1] ?? '';
  const type = byExtension(extensionOf(name)) ?? (await sniff(bufferSource(bytes)).catch(() => undefined));
  if (type === undefined) return body;
  const folder = join(into, `.${randomUUID()}`);
  const path = `${folder}.part`;
  try {
    await writeFile(path, bytes, { mode: 0o600 });
    const copy = await deriveOne({ path }, type.mediaType, folder);
    if (copy === undefined || copy.mediaType !== type.mediaType) return body;
    for (const what of copy.removed) removed.add(what);
    return (await readFile(copy.path))
      .toString('base64')
      .replaceAll(new RegExp(`.{${LINE_CHARACTERS}}`, 'g'), '$&\r\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(path, { force: true });
  }
};
