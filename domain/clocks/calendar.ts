import type { Instant } from '../../events/shapes.ts';

/** Days of a place: local dates as `2026-11-22`, counted in an IANA time zone. */

const MS_PER_DAY = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Formatters are costly to make and hold no state: one for each zone is kept. */
const formatterOf = (zone: string): Intl.DateTimeFormat => {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(zone, made);
  return made;
};

/** Names begin with a letter: an offset (`+05:30`) is no zone, it knows no daylight saving. */
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/;

/** The one name of an IANA zone that may have several (`US/Eastern` is `America/New_York`); undefined where there is no such zone. */
export const zoneNamed = (name: string): string | undefined => {
  if (!ZONE_NAME.test(name)) return undefined;
  try {
    // Not kept: names that differ in their capitals are one zone, and somebody could send all of them.
    return new Intl.DateTimeFormat('en-CA', { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** The wall clock of a zone at an instant, read as if it were UTC, in milliseconds. */
export const wallClock = (at: number, zone: string): number => {
  // `2026-11-22, 04:20:00`: read as it stands, because taking it apart by its parts takes four times as long.
  const [date = '', time = ''] = formatterOf(zone).format(at).split(', ');
  return Date.parse(`${date}T${time}Z`);
};

export const localDate = (at: Instant, zone: string): string =>
  new Date(wallClock(Date.parse(at), zone)).toISOString().slice(0, 10);

/** Every month has these days: within them no calendar has to be asked. */
const DAYS_OF_EVERY_MONTH = 28;

export const addDays = (date: string, days: number): string => {
  const day = Number(date.slice(8)) + days;
  if (day >= 1 && day <= DAYS_OF_EVERY_MONTH) return `${date.slice(0, 8)}${String(day).padStart(2, '0')}`;
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);
};

/** The same day of a later month, or the last day of that month where it is shorter. */
export const monthsAfter = (date: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
};

/** Monday to Friday. Holidays belong to the profile. */
export const isWorkingDay = (date: string): boolean => {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
};

/** The first instant of the local day after `date`. */
export const endOfDay = (date: string, zone: string): Instant => startOfDay(addDays(date, 1), zone);

const MS_PER_MINUTE = 60_000;
/** No place keeps a time farther from UTC than this. */
const OFFSET_MINUTES_MAX = 18 * 60;

/** Days of zones whose first instant was found already, at most so many: terms ask for the same days over and over. */
const STARTS_MAX = 4_096;
const starts = new Map<string, Instant>();

/** The first instant of a local day. */
export const startOfDay = (date: string, zone: string): Instant => {
  const name = `${date} ${zone}`;
  const known = starts.get(name);
  if (known !== undefined) return known;
  if (starts.size >= STARTS_MAX) starts.clear();
  const found = firstInstantOf(date, zone);
  starts.set(name, found);
  return found;
};

/**
 * Found by halving: what is before the first instant reads less than midnight on the wall clock, and it does not. So it also holds where
 * midnight does not exist because daylight saving time begins, or comes twice because it ends.
 */
const firstInstantOf = (date: string, zone: string): Instant => {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  let before = -OFFSET_MINUTES_MAX;
  let begun = OFFSET_MINUTES_MAX;
  while (begun - before > 1) {
    const middle = Math.floor((before + begun) / 2);
    if (wallClock(midnight + middle * MS_PER_MINUTE, zone) < midnight) before = middle;
    else begun = middle;
  }
  return new Date(midnight + begun * MS_PER_MINUTE).toISOString();
};
