import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../domain/languages.ts';
import { CASE_PAGE_WORDS } from './case/words.ts';
import { VERIFY_WORDS } from './verify-words.ts';
import { PAGE_WORDS } from './words.ts';

const flat = (value: unknown, path = ''): readonly (readonly [string, string])[] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, inner]) => flat(inner, `${path}/${key}`));

const blanksOf = (word: string): string => String([...word.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted());

/** Words that are the same in English too: names, and what the languages share. */
const SHARED = ['/house/name', '/states/no', '/observations/remedy', '/roles/auditor'];

describe.each([
  ['the pages', PAGE_WORDS],
  ['the pages of a case', CASE_PAGE_WORDS],
  ['the pages to check reports', VERIFY_WORDS],
])('the words of %s', (_, words) => {
  const english = flat(words.en);

  it.each(LANGUAGES)('lack nothing in %s: each has something to read, and the same blanks', (language) => {
    const told = flat(words[language]);
    expect(told.map(([path]) => path)).toEqual(english.map(([path]) => path));
    expect(told.filter(([, word]) => word.trim() === '')).toEqual([]);
    const blanks = (of: typeof told) => of.map(([path, word]) => `${path} ${blanksOf(word)}`);
    expect(blanks(told)).toEqual(blanks(english));
  });

  it.each(['es', 'pt'] as const)('are translated into %s', (language) => {
    const told = new Map(flat(words[language]));
    const same = english.flatMap(([path, word]) => (told.get(path) === word ? [path] : []));
    expect(same.filter((path) => !SHARED.includes(path))).toEqual([]);
  });

  it('are Portuguese, not Spanish, in Portuguese', () => {
    const spanish = new Map(flat(words.es));
    const sentences = flat(words.pt).filter(([, word]) => word.split(' ').length > 4);
    expect(sentences.filter(([path, word]) => spanish.get(path) === word)).toEqual([]);
  });
});
