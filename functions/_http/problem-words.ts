import { REFUSALS, type RefusalWord } from '../../domain/refusals.ts';
import { PROBLEMS, type ProblemWord } from './problem.ts';

/**
 * Every word that a problem’s type can end with: the API’s own and the domain’s refusals. Apart from the problems themselves, so that a
 * function that refuses nothing does not carry the sentences of every refusal.
 */
export const PROBLEM_WORDS: readonly (ProblemWord | RefusalWord)[] = [...wordsOf(PROBLEMS), ...wordsOf(REFUSALS)];

function wordsOf<T extends object>(of: T): (keyof T)[] {
  const words: (keyof T)[] = [];
  for (const word in of) words.push(word);
  return words;
}

/** What a word means and what to do next; undefined for a word that no problem has. */
export const helpOf = (word: string): string | undefined => {
  const problem = PROBLEM_WORDS.find((known) => known === word);
  if (problem === undefined) return undefined;
  return isProblem(problem) ? PROBLEMS[problem].help : REFUSALS[problem];
};

const isProblem = (word: ProblemWord | RefusalWord): word is ProblemWord => Object.hasOwn(PROBLEMS, word);
