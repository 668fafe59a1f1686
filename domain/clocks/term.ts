import type { Instant } from '../../events/shapes.ts';
import { type Holidays, holidayOn } from '../profiles/holidays/holidays.ts';
import type { Pause } from '../state.ts';
import { addDays, endOfDay, isWorkingDay, localDate, monthsAfter } from './calendar.ts';

/** How long somebody has: a number of hours, days, working days or months. */
export interface Term {
  readonly number: number;
  readonly unit: 'working-day' | 'calendar-day' | 'hour' | 'month';
}

/** Where days are counted, and which of them are holidays: the part of a profile that clocks go by. */
export interface Calendar {
  readonly zone: { readonly value: string };
  readonly holidays: { readonly value: Holidays };
}

/** A local date that did not count, and why; a holiday says which. */
export type SkippedDay =
  | { readonly date: string; readonly because: 'weekend' | 'suspended' }
  | { readonly date: string; readonly because: 'holiday'; readonly name: string };

/** A term that explains itself: where it started, which days counted, which did not and why, and when it ends. */
export interface ComputedTerm {
  readonly startedAt: Instant;
  readonly term: Term;
  readonly zone: string;
  /** Local dates. Terms in hours count none. */
  readonly daysCounted: readonly string[];
  readonly daysSkipped: readonly SkippedDay[];
  /** The first instant after the term: what happens before it is in time. */
  readonly dueAt: Instant;
}

/** A term in days can never walk further than this: a suspension that nobody ends would be walked for ever. */
const DAYS_WALKED_MAX = 3_700;

interface Clock {
  readonly term: Term;
  readonly startedAt: Instant;
  readonly profile: Calendar;
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
  let countedUntil = Date.parse(clock.startedAt);
  let due = countedUntil + clock.term.number * MS_PER_HOUR;
  for (const { from, to = clock.now } of clock.pauses.toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from))) {
    // Time that two suspensions share is given back once.
    const begins = Math.max(Date.parse(from), countedUntil);
    const ends = Date.parse(to);
    if (ends <= begins || begins >= due) continue;
    due += ends - begins;
    countedUntil = ends;
  }
  return explained(clock, { daysCounted: [], daysSkipped: [], dueAt: new Date(due).toISOString() });
};

/** A month ends on the same day of a later month, or on its last day; suspended days are given back after it. */
const inMonths = (clock: Clock): ComputedTerm => {
  const zone = clock.profile.zone.value;
  const start = localDate(clock.startedAt, zone);
  const nominal = monthsAfter(start, clock.term.number);
  const suspended = suspendedDays(clock);
  const skipped: SkippedDay[] = [];
  let last = nominal;
  for (
    let date = addDays(start, 1), walked = 0;
    date <= last && walked < DAYS_WALKED_MAX;
    date = addDays(date, 1), walked += 1
  ) {
    if (!isAmong(suspended, date)) continue;
    skipped.push({ date, because: 'suspended' });
    last = addDays(last, 1);
  }
  return explained(clock, { daysCounted: [last], daysSkipped: skipped, dueAt: endOfDay(last, zone) });
};

const inDays = (clock: Clock): ComputedTerm => {
  const zone = clock.profile.zone.value;
  const suspended = suspendedDays(clock);
  const counted: string[] = [];
  const skipped: SkippedDay[] = [];
  let date = localDate(clock.startedAt, zone);
  while (counted.length < clock.term.number && counted.length + skipped.length < DAYS_WALKED_MAX) {
    date = addDays(date, 1);
    const skip = isAmong(suspended, date) ? ({ date, because: 'suspended' } as const) : skippedDay(clock, date);
    if (skip === undefined) counted.push(date);
    else skipped.push(skip);
  }
  return explained(clock, { daysCounted: counted, daysSkipped: skipped, dueAt: endOfDay(date, zone) });
};

const skippedDay = ({ term, profile }: Clock, date: string): SkippedDay | undefined => {
  if (term.unit === 'calendar-day') return undefined;
  const name = holidayOn(profile.holidays.value, date);
  if (name !== undefined) return { date, because: 'holiday', name };
  return isWorkingDay(date) ? undefined : { date, because: 'weekend' };
};

/** Local dates, both of them suspended, and all between. */
interface Days {
  readonly first: string;
  readonly last: string;
}

const suspendedDays = ({ pauses, profile, now }: Clock): readonly Days[] =>
  pauses.map(({ from, to = now }) => ({
    first: localDate(from, profile.zone.value),
    last: localDate(to, profile.zone.value),
  }));

const isAmong = (days: readonly Days[], date: string): boolean =>
  days.some(({ first, last }) => first <= date && date <= last);

const explained = (
  { startedAt, term, profile }: Clock,
  days: Pick<ComputedTerm, 'daysCounted' | 'daysSkipped' | 'dueAt'>,
): ComputedTerm => ({ startedAt, term, zone: profile.zone.value, ...days });
