import Holidays from 'date-holidays';
import { CALENDARS, type CalendarId, YEARS_KNOWN } from '../domain/profiles/holidays/holidays.ts';

/** On these nobody can be asked to answer: an authority that rests and a bank that rests count alike. */
const RESTS: readonly string[] = ['public', 'bank'];

/** Where the library’s own data come from, as their licence asks to be said. */
const ATTRIBUTION: Readonly<Record<CalendarId, string>> = {
  MX: 'https://en.wikipedia.org/wiki/Public_holidays_in_Mexico',
  DO: 'https://en.wikipedia.org/wiki/Public_holidays_in_the_Dominican_Republic',
  CO: 'https://es.wikipedia.org/wiki/Anexo:Días_festivos_en_Colombia',
};

const YEARS = Array.from({ length: YEARS_KNOWN.to - YEARS_KNOWN.from + 1 }, (_, index) => YEARS_KNOWN.from + index);
const LETTER_A = 97;

/** The holidays of each country as a source file: written when this is built, because no bundle could carry the library. */
export const holidayTables = (version: string): readonly { readonly path: string; readonly text: string }[] =>
  CALENDARS.map((calendar) => ({
    path: `domain/profiles/holidays/${calendar.toLowerCase()}.ts`,
    text: tableOf(calendar, version),
  }));

const tableOf = (calendar: CalendarId, version: string): string => {
  const { names, everyYear, years } = packed(calendar);
  return `import type { ComputedHolidays } from './computed-holidays.ts';

/**
 * Written by \`npm run docs\`; corrections stand in overrides.ts. Public and bank holidays as date-holidays ${version} computes them, whose
 * data are under CC BY-SA 3.0 and rest on ${ATTRIBUTION[calendar]}
 */
export const ${calendar}: ComputedHolidays = {
  names: [
${names.map((name) => `    '${name}',\n`).join('')}  ],
  everyYear: '${everyYear}',
  years: {
${years.map(([year, days]) => `    ${year}: '${days}',\n`).join('')}  },
};
`;
};

const packed = (calendar: CalendarId) => {
  const computed = new Holidays(calendar);
  const found = YEARS.map((year) =>
    computed
      .getHolidays(year, 'es')
      .filter(({ type }) => RESTS.includes(type))
      .map(({ date, name }) => ({ day: `${date.slice(5, 7)}${date.slice(8, 10)}`, name })),
  );
  const names = [...new Set(found.flat().map(({ name }) => name))];
  const letterOf = (name: string): string => String.fromCharCode(LETTER_A + names.indexOf(name));
  const codes = found.map((ofYear) => ofYear.map(({ day, name }) => `${day}${letterOf(name)}`));
  const always = (codes[0] ?? []).filter((code) => codes.every((ofYear) => ofYear.includes(code)));
  return {
    names,
    everyYear: always.join(''),
    years: YEARS.map((year, index) => {
      const ofYear = codes[index] ?? [];
      return [year, ofYear.filter((code) => !always.includes(code)).join('')] as const;
    }),
  };
};
