import { STATUS_CODES } from 'node:http';
import type { HouseAnswer, HouseRequest } from '../support/house.ts';
import { type Passage, tokenOf } from './story.ts';

/** Headers of an answer that mean something to whoever reads it. */
const HEADERS_SHOWN = [
  'Content-Type',
  'ETag',
  'Location',
  'Link',
  'Idempotency-Replayed',
  'WWW-Authenticate',
  'Retry-After',
];
const REQUEST_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'Content-Type',
  'idempotency-key': 'Idempotency-Key',
  'if-match': 'If-Match',
  'tip-receipt': 'Tip-Receipt',
};

const LINE_MAX = 110;
/** Of things, and of words. */
const ITEMS_SHOWN = 3;
const WORDS_SHOWN = 8;
const TEXT_SHOWN = 160;
const HASH = /^[0-9a-f]{64,128}$/;
const HASH_SHOWN = 12;

/** What was left out of an answer, or stands for it. It is no JSON, and so nobody takes it for what was sent. */
const LEFT_OUT = '…';

/** A passage in Markdown. */
export const onPaper = (passage: Passage): string => {
  switch (passage.kind) {
    case 'heading':
      return `### ${passage.text}`;
    case 'text':
      return passage.text;
    case 'exchange':
      return `${fenced(requestLines(passage.request))}\n\n${fenced(answerLines(passage.answer, passage.showing))}`;
  }
};

const fenced = (lines: readonly string[]): string => ['```http', ...lines, '```'].join('\n');

const requestLines = ({ method, path, person, headers = {}, body }: HouseRequest): readonly string[] => [
  `${method} ${path} HTTP/1.1`,
  ...(person === undefined ? [] : [`Authorization: Bearer ${tokenOf(person)}`]),
  ...Object.entries(headers).map(([name, value]) => `${REQUEST_HEADERS[name] ?? name}: ${value}`),
  ...(body === undefined ? [] : ['', ...sent(body, headers['content-type'])]),
];

/** Sent as they stand, line by line. */
const IN_LINES: readonly string[] = ['text/csv', 'application/x-ndjson'];

const sent = (body: string, type: string | undefined): readonly string[] =>
  IN_LINES.includes(String(type)) ? body.split('\n') : [shown(JSON.parse(body))];

const answerLines = (
  { status, headers, body, text }: HouseAnswer,
  showing: readonly string[] | undefined,
): readonly string[] => [
  `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
  ...HEADERS_SHOWN.flatMap((name) => {
    const value = headers[name.toLowerCase()];
    return value === undefined ? [] : [`${name}: ${value}`];
  }),
  ...bodyLines({ type: String(headers['content-type']), body, text }, showing),
];

const bodyLines = (
  { type, body, text }: { type: string; body?: unknown; text: string },
  showing: readonly string[] | undefined,
): readonly string[] => {
  if (text === '') return [];
  if (type.startsWith('text/calendar')) return ['', ...calendarLines(text)];
  return ['', shown(showing === undefined ? body : only(body, showing))];
};

/** A calendar up to the end of its first event. */
const calendarLines = (text: string): readonly string[] => {
  const lines = text.trimEnd().split('\r\n');
  const end = lines.indexOf('END:VEVENT') + 1;
  return end === 0 || end === lines.length - 1 ? lines : [...lines.slice(0, end), LEFT_OUT];
};

/** An object with the fields that the story is about, and a mark where others were left out. */
const only = (body: unknown, fields: readonly string[]): unknown => {
  if (typeof body !== 'object' || body === null) return body;
  const kept = Object.entries(body).filter(([field]) => fields.includes(field));
  return Object.fromEntries(kept.length < Object.keys(body).length ? [...kept, [LEFT_OUT, LEFT_OUT]] : kept);
};

/** JSON that people read: what fits on a line stands on it, and what is long is cut where a mark says so. */
const shown = (value: unknown, indent = ''): string => {
  const onOneLine = flat(value);
  if (indent.length + onOneLine.length <= LINE_MAX) return onOneLine;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const items = [...value.slice(0, limitOf(value)).map((item) => shown(item, deeper)), ...more(value)];
    return `[\n${items.map((item) => deeper + item).join(',\n')}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return onOneLine;
  const fields = Object.entries(value).map(([name, inside]) =>
    name === LEFT_OUT ? LEFT_OUT : `${JSON.stringify(name)}: ${shown(inside, deeper)}`,
  );
  return `{\n${fields.map((field) => deeper + field).join(',\n')}\n${indent}}`;
};

const flat = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(inShort(value));
  if (Array.isArray(value)) return `[${[...value.slice(0, limitOf(value)).map(flat), ...more(value)].join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, inside]) =>
    name === LEFT_OUT ? LEFT_OUT : `${JSON.stringify(name)}: ${flat(inside)}`,
  );
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
};

const limitOf = (items: readonly unknown[]): number =>
  items.every((item) => typeof item === 'string') ? WORDS_SHOWN : ITEMS_SHOWN;

const more = (items: readonly unknown[]): readonly string[] => {
  const left = items.length - limitOf(items);
  return left > 0 ? [`${LEFT_OUT} ${left} more`] : [];
};

const inShort = (text: string): string => {
  if (HASH.test(text)) return `${text.slice(0, HASH_SHOWN)}${LEFT_OUT}`;
  return text.length > TEXT_SHOWN ? `${text.slice(0, TEXT_SHOWN)}${LEFT_OUT}` : text;
};
