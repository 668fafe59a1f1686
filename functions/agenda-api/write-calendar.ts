import { createHash } from 'node:crypto';
import type { AgendaItem } from '../../domain/agenda/item.ts';
import { addDays, localDate, startOfDay } from '../../domain/clocks/calendar.ts';
import type { Language } from '../../domain/languages.ts';
import type { Instant } from '../../events/shapes.ts';
import { FEED_WORDS } from './feed-words.ts';

/** Octets of one line of iCalendar without its end (RFC 5545, 3.1). */
const LINE_OCTETS_MAX = 75;

/**
 * Folds a content line by octets: a line goes on after CRLF and a blank. No character is cut in two, so that a client which joins
 * lines before it decodes them, and one that does it the other way round, read the same.
 */
export const folded = (line: string): string => {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character, 'utf8');
    if (octets + size > LINE_OCTETS_MAX) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
};

const UNPRINTABLE = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f]/gu;

/** A value of type TEXT (RFC 5545, 3.3.11): what would end or divide it is escaped, and controls become blanks. */
export const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(UNPRINTABLE, ' ');

const utc = (at: Instant): string => `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
const compact = (date: string): string => date.replaceAll('-', '');

export interface CalendarRequest {
  readonly items: readonly AgendaItem[];
  readonly language: Language;
  /** Where the API is reached. */
  readonly origin: string;
}

/**
 * A calendar of agenda items (RFC 5545, RFC 7986). The same items give the same bytes: nothing in it depends on when it is written.
 * Whoever finds its address learns what anybody may know: titles of public processes, what is due, and when.
 */
export const writeCalendar = ({ items, language, origin }: CalendarRequest): string => {
  const words = FEED_WORDS[language];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Veedor//Agenda 1.0//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(words.calendar)}`,
    `X-WR-CALNAME:${escaped(words.calendar)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...items.flatMap((item) => eventOf(item, { language, origin })),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
};

const eventOf = (item: AgendaItem, { language, origin }: Omit<CalendarRequest, 'items'>): readonly string[] => {
  const words = FEED_WORDS[language];
  const task = item.audience === 'undisclosed' ? words.undisclosed : words.tasks[item.what];
  const act = item.act === undefined ? '' : ` (${item.act})`;
  const suspended = item.standsStill ? ` (${words.suspended})` : '';
  return [
    'BEGIN:VEVENT',
    `UID:${uidOf(item)}`,
    `DTSTAMP:${utc(item.changedAt)}`,
    `CREATED:${utc(item.startedAt)}`,
    `LAST-MODIFIED:${utc(item.changedAt)}`,
    `SEQUENCE:${item.sequence}`,
    ...whenOf(item),
    `SUMMARY:${escaped(`${task}${act}: ${item.title}${suspended}`)}`,
    `STATUS:${statusOf(item)}`,
    `CATEGORIES:${item.kind.toUpperCase()}`,
    `TRANSP:${item.kind === 'term' ? 'TRANSPARENT' : 'OPAQUE'}`,
    `URL:${origin}/cases/${item.case}`,
    ...alarmOf(item, task),
    'END:VEVENT',
  ];
};

/**
 * The same for an item for ever. A hash, because the ids of some items name the person who must act; and of what is undisclosed no hash
 * of its id, which could be found by trying: everybody knows when its term began.
 */
const uidOf = ({ case: caseId, id, audience, startedAt }: AgendaItem): string => {
  const name = audience === 'undisclosed' ? `since ${startedAt}` : id;
  return `${createHash('sha256').update(`${caseId} ${name}`).digest('hex').slice(0, 32)}@veedor`;
};

const statusOf = ({ state, standsStill }: AgendaItem): string => {
  if (state === 'cancelled') return 'CANCELLED';
  return standsStill ? 'TENTATIVE' : 'CONFIRMED';
};

/**
 * A term in days ends with its last day, so it is a whole day of the profile’s zone: a date without a time, which every client shows on
 * that day wherever its owner is. Everything else is an instant in UTC, which each client shows in the time of its owner.
 */
const whenOf = ({ term, zone, dueAt }: AgendaItem): readonly string[] => {
  const day = localDate(dueAt, zone);
  if (term !== undefined && startOfDay(day, zone) === dueAt) {
    return [`DTSTART;VALUE=DATE:${compact(addDays(day, -1))}`, `DTEND;VALUE=DATE:${compact(day)}`];
  }
  return [`DTSTART:${utc(dueAt)}`, 'DURATION:PT1H'];
};

const alarmOf = ({ state, standsStill, kind, remindAt, remindedAt }: AgendaItem, text: string): readonly string[] => {
  if (state !== 'open' || standsStill) return [];
  const at = remindAt ?? remindedAt;
  if (kind === 'term' && at === undefined) return [];
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(text)}`,
    at === undefined ? 'TRIGGER:-P1D' : `TRIGGER;VALUE=DATE-TIME:${utc(at)}`,
    'END:VALARM',
  ];
};
