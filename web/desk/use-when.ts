import { hourOfCase } from '../app/hour-of-case.ts';
import { useTools } from '../app/tools.ts';
import { useCase } from './case-at-desk.ts';

/** How days and hours are told in the language of the page: instants in the zone that is named, or of the case, or of the device. */
export const useWhen = () => {
  const { locale } = useTools().told;
  const zone = useCase()?.shown.zone;
  const told = (at: number, how: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(locale, how).format(at);
  return {
    moment: (at: string, timeZone = zone): string => hourOfCase(locale, at, { zone: timeZone, dateStyle: 'long' }),
    /** A day as `2026-12-25`, which is the same day everywhere. */
    day: (date: string): string => told(Date.parse(date), { dateStyle: 'full', timeZone: 'UTC' }),
    /** The day in which an instant lies. */
    dayAt: (at: number, timeZone?: string): string => told(at, { dateStyle: 'full', timeZone }),
  };
};
