import { addDays, isWorkingDay, localDate } from '../../domain/clocks/calendar.ts';
import { readLocalTime } from '../../domain/clocks/local-time.ts';
import type { Calendar } from '../../domain/clocks/term.ts';
import { holidayOn } from '../../domain/profiles/holidays/holidays.ts';
import type { Instant } from '../../events/shapes.ts';
import type { Moment } from './story.ts';

/** The days of a story: working days of its calendar, counted from the local day of `today`. */
export const toldDays = (calendar: Calendar, today: Instant): Pick<Moment, 'at' | 'date'> => {
  const zone = calendar.zone.value;
  const first = localDate(today, zone);
  const counts = (date: string): boolean =>
    isWorkingDay(date) && holidayOn(calendar.holidays.value, date) === undefined;
  const known = new Map<number, string>([[0, first]]);
  const date = (workday: number): string => {
    const found = known.get(workday);
    if (found !== undefined) return found;
    const step = Math.sign(workday);
    let day = addDays(date(workday - step), step);
    while (!counts(day)) day = addDays(day, step);
    known.set(workday, day);
    return day;
  };
  return {
    date,
    at: (workday, time) => {
      const reading = readLocalTime(`${date(workday)}T${time}`, zone);
      return reading.kind === 'once' ? reading.at : reading.earlier;
    },
  };
};
