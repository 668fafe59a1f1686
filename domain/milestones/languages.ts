/** Words in the three languages of the house. */
export type Words = readonly [es: string, pt: string, en: string];
export const MILESTONE_LANGUAGES = ['es', 'pt', 'en'] as const;
export type MilestoneLanguage = (typeof MILESTONE_LANGUAGES)[number];

export const inLanguage = (words: Words, language: MilestoneLanguage): string =>
  words[MILESTONE_LANGUAGES.indexOf(language)] ?? words[0];
