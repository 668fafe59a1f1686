import type { Language, Said } from '../domain/languages.ts';
import { PROFILES } from '../domain/profiles/profiles.ts';
import { territoryOf } from '../domain/profiles/territory-of.ts';

/** Parts of countries, which browsers and servers have no names for (ISO 3166-2). */
const PARTS: Readonly<Record<string, Said>> = {
  'MX-COA': { es: 'Coahuila, México', pt: 'Coahuila, México', en: 'Coahuila, Mexico' },
};

/** What a territory is called; its code where nobody said. */
export const territoryIn = (language: Language, code: string): string =>
  PARTS[code]?.[language] ?? (code.includes('-') ? code : countryIn(language, code));

const countryIn = (language: Language, code: string): string =>
  new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(code) ?? code;

/** The territories that the profiles of the house rule in, by their names. */
export const territoriesIn = (language: Language): readonly { readonly value: string; readonly label: string }[] => {
  const codes = new Set(PROFILES.map(territoryOf).filter((code) => code !== undefined));
  return [...codes]
    .map((value) => ({ value, label: territoryIn(language, value) }))
    .toSorted((left, right) => left.label.localeCompare(right.label, language));
};
