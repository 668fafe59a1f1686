import type { Language } from '../languages.ts';

/** The same in each of them. */
export type Words = readonly [en: string, es: string, pt: string];

const AT: Readonly<Record<Language, 0 | 1 | 2>> = { en: 0, es: 1, pt: 2 };

export const wordIn = (words: Words, language: Language): string => words[AT[language]];
