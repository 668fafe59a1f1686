import { ACHIEVEMENT_CODES, type AchievementCode } from '../../events/vocabulary.ts';

/**
 * The coding of a dimension: a set of codes. `achieved` and `notAchieved` exclude one another; `informationMissing` and
 * `furtherTimeNeeded` go with either, with each other, and alone. The empty set is a dimension that nobody assessed (Cruz-Rubio 2020,
 * Tables 4 and 7).
 */
export type Coding = readonly AchievementCode[];

/** A legal set: each code once, and never both of those that exclude one another. */
export const isLegal = (codes: Coding): boolean =>
  new Set(codes).size === codes.length && !(codes.includes('achieved') && codes.includes('notAchieved'));

export const isAssessed = (coding: Coding): boolean => coding.length > 0;

/** One form for one set: in the order of the vocabulary. */
export const inOrder = (coding: Coding): Coding => ACHIEVEMENT_CODES.filter((code) => coding.includes(code));

export const isSame = (one: Coding, other: Coding): boolean => inOrder(one).join() === inOrder(other).join();

/** One says that it is achieved and the other that it is not. What is missing or awaited contradicts nothing. */
export const contradict = (one: Coding, other: Coding): boolean =>
  (one.includes('achieved') && other.includes('notAchieved')) ||
  (one.includes('notAchieved') && other.includes('achieved'));

/**
 * What some judgements make of a dimension: achieved when all are, not achieved when one is settled as failed, else what they say of
 * information and time; nothing where there is nothing to judge (rulebook, section 9). Their order does not matter.
 */
export const joined = (statuses: readonly AchievementCode[]): Coding => {
  if (statuses.includes('notAchieved')) return ['notAchieved'];
  if (statuses.length > 0 && statuses.every((status) => status === 'achieved')) return ['achieved'];
  return (['informationMissing', 'furtherTimeNeeded'] as const).filter((code) => statuses.includes(code));
};

/** Of codings of one dimension, first to last, the one that holds: each supersedes those before it, whatever they said. */
export const holding = (codings: readonly Coding[]): Coding => codings.at(-1) ?? [];
