import type { Instant } from '../../events/shapes.ts';
import { YEAR_MAX, YEAR_MIN } from '../shapes.ts';
import type { LocatedObject } from './located.ts';
import type { OcdsProblemCode, ProblemList } from './ocds-problems.ts';
import { textAt } from './read-text.ts';

/** What a date says, and what is wrong with how it says it. Without an instant it cannot be used. */
export interface DateReading {
  readonly instant?: Instant;
  readonly problem?: OcdsProblemCode;
}

export interface Period {
  readonly startAt?: Instant;
  readonly endAt?: Instant;
}

const DATE =
  /^(?<day>\d{4}-\d{2}-\d{2})(?:(?<separator>[Tt ])(?<time>\d{2}:\d{2})(?<seconds>:\d{2})?(?:[.,](?<fraction>\d{1,9}))?(?<zone>[Zz]|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** RFC 3339 to the letter, with the upper-case letters that OCDS shows. */
const EXACT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** Reads a date as generously as it can without guessing: what could mean two instants (02/03/2020) is no date. */
export const parseDate = (text: string): DateReading => {
  const parts = DATE.exec(text.trim())?.groups;
  if (parts === undefined) return { problem: 'date-unreadable' };
  const instant = instantOf(parts);
  if (instant === undefined) return { problem: 'date-unreadable' };
  if (instant < `${YEAR_MIN}` || instant >= `${YEAR_MAX + 1}`) return { problem: 'date-absurd' };
  const problem = irregularity(text, parts);
  return problem === undefined ? { instant } : { instant, problem };
};

type Parts = Readonly<Record<string, string | undefined>>;

const instantOf = ({ day, time = '00:00', seconds = ':00', fraction = '', zone = 'Z' }: Parts): Instant | undefined => {
  const local = `${day}T${time}${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  const localMs = Date.parse(local);
  // The round trip refuses what the calendar does not have: 30 February, 24:00.
  if (Number.isNaN(localMs) || new Date(localMs).toISOString() !== local) return undefined;
  const offset = offsetMinutes(zone);
  return offset === undefined ? undefined : new Date(localMs - offset * 60_000).toISOString();
};

const offsetMinutes = (zone: string): number | undefined => {
  if (zone.toUpperCase() === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || '0');
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
};

const irregularity = (text: string, parts: Parts): OcdsProblemCode | undefined => {
  if (parts.time === undefined) return 'date-only';
  if (parts.zone === undefined) return 'date-without-zone';
  return EXACT.test(text) ? undefined : 'date-irregular';
};

/** The instant under a key, in UTC with milliseconds; what is wrong with it is listed. */
export const instantAt = (node: LocatedObject | undefined, key: string, problems: ProblemList): Instant | undefined => {
  const text = textAt(node, key, problems);
  if (text === undefined) return undefined;
  const { instant, problem } = parseDate(text.value);
  if (problem !== undefined) problems.note(problem, text.place);
  return instant;
};

/** An OCDS `Period`. A start after the end is listed; nobody here can say which of the two is wrong. */
export const periodOf = (node: LocatedObject | undefined, problems: ProblemList): Period | undefined => {
  const startAt = instantAt(node, 'startDate', problems);
  const endAt = instantAt(node, 'endDate', problems);
  if (node === undefined || (startAt === undefined && endAt === undefined)) return undefined;
  if (startAt !== undefined && endAt !== undefined && endAt < startAt) problems.note('period-reversed', node.place);
  return { ...(startAt !== undefined && { startAt }), ...(endAt !== undefined && { endAt }) };
};
