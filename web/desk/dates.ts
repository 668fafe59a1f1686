import { hourOfCase } from '../app/hour-of-case.ts';
import { useTools } from '../app/tools.ts';
import { useCase } from './case-at-desk.ts';

const DAY_ENDS_MS = 1;

/** How instants are written at the desk: in the zone that a term names, in a case in that of its place, else by the clock of the device. */
export const useDates = () => {
  const { locale } = useTools().told;
  const zone = useCase()?.shown.zone;
  const day = (at: number, timeZone?: string): string =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(at);
  return {
    day: (at: string, timeZone = zone): string => day(Date.parse(at), timeZone),
    /** A term ends with a day: what is due is the first instant after it. */
    lastDay: (dueAt: string, timeZone = zone): string => day(Date.parse(dueAt) - DAY_ENDS_MS, timeZone),
    moment: (at: string, timeZone = zone): string => hourOfCase(locale, at, { zone: timeZone, dateStyle: 'long' }),
    /** A day that is written without a clock: `2026-11-03`. */
    dayOf: (date: string): string =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00Z`)),
    weekday: (date: string): string =>
      new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
        Date.parse(`${date}T00:00:00Z`),
      ),
  };
};
