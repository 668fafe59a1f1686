import { useTools } from '../app/tools.ts';

/** How days and hours are told in the language of the page: instants in a zone, or that of the device where none is named. */
export const useWhen = () => {
  const { locale } = useTools().told;
  const told = (at: number, how: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(locale, how).format(at);
  return {
    moment: (at: string, timeZone?: string): string =>
      told(Date.parse(at), { dateStyle: 'long', timeStyle: 'short', timeZone }),
    /** A day as `2026-12-25`, which is the same day everywhere. */
    day: (date: string): string => told(Date.parse(date), { dateStyle: 'full', timeZone: 'UTC' }),
    /** The day in which an instant lies. */
    dayAt: (at: number, timeZone?: string): string => told(at, { dateStyle: 'full', timeZone }),
  };
};
