import type { Language } from '../domain/languages.ts';
import { CODE_WORDS, filled } from '../domain/words/code-words.ts';
import { dateFormat, moneyFormat, numberFormat } from '../domain/words/formats.ts';
import type { Counted } from './words/words.ts';

const localeOf = (language: Language): string => CODE_WORDS[language].locale;

/** An instant as a day in the zone of the case: `8 de marzo de 2026`. */
export const dayIn = (language: Language, at: string, zone: string): string =>
  dateFormat(localeOf(language), { dateStyle: 'long', timeZone: zone }).format(new Date(at));

const MS_BEFORE = 1;

/** A term ends with a day: what is due is the first instant after it. */
export const lastDayIn = (language: Language, dueAt: string, zone: string): string =>
  dayIn(language, new Date(Date.parse(dueAt) - MS_BEFORE).toISOString(), zone);

/** An instant as day and hour in the zone of the case. */
export const momentIn = (language: Language, at: string, zone: string): string =>
  dateFormat(localeOf(language), { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(new Date(at));

export const numberIn = (language: Language, value: number): string =>
  numberFormat(localeOf(language), {}).format(value);

const KILOBYTE = 1_000;
const MEGABYTE = 1_000_000;

/** How much a file weighs, as networks are sold: in thousands. */
export const bytesIn = (language: Language, bytes: number): string => {
  const [unit, size] = bytes < MEGABYTE ? ['kilobyte', KILOBYTE] : ['megabyte', MEGABYTE];
  const style = { style: 'unit', unit, maximumFractionDigits: bytes < MEGABYTE ? 0 : 1 } as const;
  return numberFormat(localeOf(language), style).format(Math.max(1, Math.ceil((bytes / size) * 10) / 10));
};

/** An amount with the code of its currency: `MXN 1,250,000.00`. */
export const moneyIn = (language: Language, value: { readonly amount: number; readonly currency: string }): string =>
  moneyFormat(localeOf(language), value);

/** A number with its noun, in the form that the language asks for. */
export const countIn = (language: Language, { one, other }: Counted, n: number): string =>
  filled(new Intl.PluralRules(localeOf(language)).select(n) === 'one' ? one : other, { n: numberIn(language, n) });
