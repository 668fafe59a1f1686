/** The languages in which the house speaks, its first one first. */
export const LANGUAGES = ['es', 'pt', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (code: string): code is Language => LANGUAGES.some((language) => language === code);

/** The same, said in each language. */
export type Said = Readonly<Record<Language, string>>;

/** The same where a table of words reads best in one line, in the order of `LANGUAGES`. */
export type Words = readonly [es: string, pt: string, en: string];

const AT: Readonly<Record<Language, 0 | 1 | 2>> = { es: 0, pt: 1, en: 2 };

export const inLanguage = (words: Words, language: Language): string => words[AT[language]];
