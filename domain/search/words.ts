/**
 * What is looked for is compared as people write it: without accents, in lower case, word by word. The same folding makes the words of
 * a case and the words of a question, so that either may be written any way.
 */

/** Characters of a word that are looked at. */
export const WORD_LENGTH_MAX = 24;

/** Words that stand in every title of the three languages of the house, and tell none from another. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  [
    // Spanish.
    'de la el los las del al y e o u en a para por con un una',
    // Portuguese.
    'do da dos das em no na nos nas ao aos as os com um uma',
    // English.
    'the of and for in on to an or with by',
  ].flatMap((words) => words.split(' ')),
);

/** The beginning of a word, in whole characters. */
export const beginningOf = (word: string, length: number): string => Array.from(word).slice(0, length).join('');

/** Every word of a text, folded, in its order; a word may come twice. */
const everyWordOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => beginningOf(word, WORD_LENGTH_MAX));

const tellsSomething = (word: string): boolean => !EMPTY_WORDS.has(word);

/** The words by which a text is found, each once. */
export const wordsOf = (text: string): readonly string[] => [...new Set(everyWordOf(text).filter(tellsSomething))];

/** What somebody looks for: whole words, and the last one, which may be only the beginning of a word. */
export interface Wording {
  readonly whole: readonly string[];
  readonly beginning: string;
}

/** What is asked, as words; undefined where there is none in it. */
export const wordingOf = (asked: string): Wording | undefined => {
  const words = everyWordOf(asked);
  const telling = words.filter(tellsSomething);
  // Whoever types `de` may be on the way to `desarrollo`, unless there is another word already.
  const [beginning, ...rest] = (telling.length === 0 ? words.slice(-1) : telling).toReversed();
  return beginning === undefined ? undefined : { whole: [...new Set(rest)].toReversed(), beginning };
};

/** Beginnings that words are listed under. A word is looked for in the longest that it has. */
const BEGINNINGS = [1, 2, 3, 4, 6, 8, 11] as const;

export const beginningsOf = (word: string): readonly string[] => [
  ...new Set(BEGINNINGS.filter((length) => Array.from(word).length >= length).map((each) => beginningOf(word, each))),
];

/** The list that whatever begins with these characters stands in. */
export const listedUnder = (word: string): string => beginningsOf(word).at(-1) ?? word;

/** Whether words are among those that are asked for. */
export const holds = (words: readonly string[], { whole, beginning }: Wording): boolean =>
  whole.every((word) => words.includes(word)) && words.some((word) => word.startsWith(beginning));
