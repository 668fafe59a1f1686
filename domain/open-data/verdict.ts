import type { AchievementCode } from '../../events/vocabulary.ts';

export const VERDICTS = ['successful', 'not-successful', 'undetermined'] as const;

/** Successful if and only if both mandatory dimensions are achieved (Cruz-Rubio 2020, Tables 4 and 7). */
export const verdictOf = (codings: readonly (readonly AchievementCode[])[]): (typeof VERDICTS)[number] => {
  if (codings.every((codes) => codes.includes('achieved'))) return 'successful';
  return codings.some((codes) => codes.includes('notAchieved')) ? 'not-successful' : 'undetermined';
};
