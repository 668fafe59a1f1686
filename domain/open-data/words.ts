/** The languages in which open data is described. */
export const OPEN_DATA_LANGUAGES = ['en', 'es', 'pt'] as const;
export type OpenDataLanguage = (typeof OPEN_DATA_LANGUAGES)[number];

export const isOpenDataLanguage = (code: string): code is OpenDataLanguage =>
  OPEN_DATA_LANGUAGES.some((language) => language === code);

/** The same in each of them. */
export type Words = readonly [en: string, es: string, pt: string];

const AT: Readonly<Record<OpenDataLanguage, 0 | 1 | 2>> = { en: 0, es: 1, pt: 2 };

export const wordIn = (words: Words, language: OpenDataLanguage): string => words[AT[language]];
