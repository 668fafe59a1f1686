import type { Instant } from '../../events/shapes.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Pause } from '../state.ts';
import { addDays, endOfDay, isWorkingDay, localDate, monthsAfter } from './calendar.ts';

/** How long somebody has: a number of hours, days, working days or months. */
export interface Term {
  readonly number: number;
  readonly unit: 'working-day' | 'calendar-day' | 'hour' | 'month';
}

/** A term that explains itself: where it started, which days counted, which did not and why, and when it ends. */
export interface ComputedTerm {
  readonly startedAt: Instant;
  readonly term: Term;
  readonly zone: string;
  /** Local dates. Terms in hours count none. */
  readonly daysCounted: readonly string[];
  readonly daysSkipped: readonly { readonly date: string; readonly because: 'weekend' | 'holiday' | 'suspended' }[];
  /** The first instant after the term: what happens before it is in time. */
  readonly dueAt: Instant;
}

/** A term in days can never walk further than this: a suspension that nobody ends would be walked for ever. */
const DAYS_WALKED_MAX = 3_700;

interface Clock {
  readonly term: Term;
  readonly startedAt: Instant;
  readonly profile: Pick<Profile, 'zone' | 'holidays'>;
  /** When the clocks of the case stood still; an open pause runs until `now`. */
  readonly pauses: readonly Pause[];
  readonly now: Instant;
}

/**
 * When a term ends. The day on which it starts is not counted. A day on which the case was suspended at any moment does not count: the
 * doubt favours whoever has the term. A term in hours gets back exactly the time of the suspension.
 */
export const computeTerm = (clock: Clock): ComputedTerm => {
  switch (clock.term.unit) {
    case 'hour':
      return inHours(clock);
    case 'month':
      return inMonths(clock);
    case 'calendar-day':
    case 'working-day':
      return inDays(clock);
  }
};

export const dueAt = (clock: Clock): Instant => computeTerm(clock).dueAt;

const MS_PER_HOUR = 3_600_000;

const inHours = (clock: Clock): ComputedTerm => {
  let due = Date.parse(clock.startedAt) + clock.term.number * MS_PER_HOUR;
  for (const { from, to = clock.now } of clock.pauses.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const begins = Math.max(Date.parse(from), Date.parse(clock.startedAt));
    const ends = Date.parse(to);
    if (ends > begins && begins < due) due += ends - begins;
  }
  return explained(clock, { daysCounted: [], daysSkipped: [], dueAt: new Date(due).toISOString() });
};

/** A month ends on the same day of a later month, or on its last day; suspended days are given back after it. */
const inMonths = (clock: Clock): ComputedTerm => {
  const zone = clock.profile.zone.value;
  const start = localDate(clock.startedAt, zone);
  const nominal = monthsAfter(start, clock.term.number);
  const skipped: ComputedTerm['daysSkipped'][number][] = [];
  let last = nominal;
  for (let date = addDays(start, 1), walked = 0; date <= last && walked < DAYS_WALKED_MAX; date = addDays(date, 1), walked += 1) {
    if (!isSuspendedOn(clock, date)) continue;
    skipped.push({ date, because: 'suspended' });
    last = addDays(last, 1);
  }
  return explained(clock, { daysCounted: [last], daysSkipped: skipped, dueAt: endOfDay(last, zone) });
};

const inDays = (clock: Clock): ComputedTerm => {
  const zone = clock.profile.zone.value;
  const counted: string[] = [];
  const skipped: ComputedTerm['daysSkipped'][number][] = [];
  let date = localDate(clock.startedAt, zone);
  while (counted.length < clock.term.number && counted.length + skipped.length < DAYS_WALKED_MAX) {
    date = addDays(date, 1);
    const because = reasonToSkip(clock, date);
    if (because === undefined) counted.push(date);
    else skipped.push({ date, because });
  }
  return explained(clock, { daysCounted: counted, daysSkipped: skipped, dueAt: endOfDay(date, zone) });
};

const reasonToSkip = (clock: Clock, date: string): 'weekend' | 'holiday' | 'suspended' | undefined => {
  if (isSuspendedOn(clock, date)) return 'suspended';
  if (clock.term.unit === 'calendar-day') return undefined;
  if (clock.profile.holidays.value.includes(date)) return 'holiday';
  return isWorkingDay(date) ? undefined : 'weekend';
};

const isSuspendedOn = (clock: Clock, date: string): boolean => {
  const zone = clock.profile.zone.value;
  return clock.pauses.some(({ from, to = clock.now }) => localDate(from, zone) <= date && date <= localDate(to, zone));
};

const explained = (
  { startedAt, term, profile }: Clock,
  days: Pick<ComputedTerm, 'daysCounted' | 'daysSkipped' | 'dueAt'>,
): ComputedTerm => ({ startedAt, term, zone: profile.zone.value, ...days });
