import { useTools } from '../app/tools.ts';

const DAY_ENDS_MS = 1;

/** How instants are written at the desk, in the zone that a term names, or by the clock of the device. */
export const useDates = () => {
  const { locale } = useTools().told;
  const day = (at: number, timeZone?: string): string =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(at);
  return {
    day: (at: string, timeZone?: string): string => day(Date.parse(at), timeZone),
    /** A term ends with a day: what is due is the first instant after it. */
    lastDay: (dueAt: string, timeZone?: string): string => day(Date.parse(dueAt) - DAY_ENDS_MS, timeZone),
    moment: (at: string, timeZone?: string): string =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(Date.parse(at)),
    /** A day that is written without a clock: `2026-11-03`. */
    dayOf: (date: string): string =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00Z`)),
    weekday: (date: string): string =>
      new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
        Date.parse(`${date}T00:00:00Z`),
      ),
  };
};
