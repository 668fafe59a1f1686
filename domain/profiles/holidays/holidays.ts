import { CO } from './co.ts';
import type { ComputedHolidays } from './computed-holidays.ts';
import { DO } from './do.ts';
import { MX } from './mx.ts';
import { OVERRIDES, type Override } from './overrides.ts';

/** Countries (ISO 3166-1) whose holidays are known. */
export const CALENDARS = ['MX', 'DO', 'CO'] as const;
export type CalendarId = (typeof CALENDARS)[number];

/** Years of which the holidays are known, both included. Outside of them every Monday to Friday works. */
export const YEARS_KNOWN: { readonly from: number; readonly to: number } = { from: 2000, to: 2035 };

/** A local date (`2026-12-25`) on which nobody works, and what it is called there. */
export interface Holiday {
  readonly date: string;
  readonly name: string;
}

/** The holidays that a profile goes by: those of countries, and what it adds by itself (a state’s, an institution’s closure). */
export interface Holidays {
  readonly calendars: readonly CalendarId[];
  readonly besides: readonly (Holiday & { readonly source: string })[];
}

export const NO_HOLIDAYS: Holidays = { calendars: [], besides: [] };

const COMPUTED: Readonly<Record<CalendarId, ComputedHolidays>> = { MX, DO, CO };

/** Unpacked when they are first asked for: a function that counts no days pays for none. */
const unpacked = new Map<CalendarId, ReadonlyMap<string, string>>();

const daysOf = (calendar: CalendarId): ReadonlyMap<string, string> => {
  const known = unpacked.get(calendar);
  if (known !== undefined) return known;
  const days = overridden(unpack(COMPUTED[calendar]), OVERRIDES[calendar]);
  unpacked.set(calendar, days);
  return days;
};

const PACKED = /(\d\d)(\d\d)([a-z])/g;
const LETTER_A = 97;

/** Two holidays that meet on one day share it: `Sagrado Corazón de Jesús; San Pedro y San Pablo`. */
export const unpack = ({ names, everyYear, years }: ComputedHolidays): ReadonlyMap<string, string> => {
  const days = new Map<string, string>();
  for (const [year, ofYear] of Object.entries(years)) {
    for (const [, month, day, letter = ''] of `${everyYear}${ofYear}`.matchAll(PACKED)) {
      const date = `${year}-${month}-${day}`;
      const name = names[letter.charCodeAt(0) - LETTER_A] ?? letter;
      const shared = days.get(date);
      days.set(date, shared === undefined ? name : `${shared}; ${name}`);
    }
  }
  return days;
};

/** The days with every correction made, in the order of the table. */
export const overridden = (
  days: ReadonlyMap<string, string>,
  overrides: readonly Override[],
): ReadonlyMap<string, string> => {
  const corrected = new Map(days);
  for (const override of overrides) {
    if ('adds' in override) corrected.set(override.adds, override.name);
    else corrected.delete(override.removes);
  }
  return corrected;
};

/** What the holiday on a day is called; undefined when it is none. */
export const holidayOn = ({ calendars, besides }: Holidays, date: string): string | undefined => {
  for (const calendar of calendars) {
    const name = daysOf(calendar).get(date);
    if (name !== undefined) return name;
  }
  return besides.find((holiday) => holiday.date === date)?.name;
};

/** The holidays of a year in their order, each day once. */
export const holidaysIn = (holidays: Holidays, year: number): readonly Holiday[] => {
  const dates = [
    ...holidays.calendars.flatMap((calendar) => [...daysOf(calendar).keys()]),
    ...holidays.besides.map(({ date }) => date),
  ];
  return [...new Set(dates)]
    .filter((date) => date.startsWith(`${year}-`))
    .toSorted()
    .flatMap((date) => {
      const name = holidayOn(holidays, date);
      return name === undefined ? [] : [{ date, name }];
    });
};
