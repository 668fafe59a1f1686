import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../domain/languages.ts';
import { filled, wordFor } from '../../../domain/words/code-words.ts';
import { SECTIONS } from '../../_http/report-document.ts';
import { WORDS } from './words.ts';

const flat = (value: unknown, path = ''): readonly (readonly [string, string])[] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, inner]) => flat(inner, `${path}/${key}`));

/** Words that two languages of the house happen to share with English. */
const SHARED_MAX = 8;

describe('a sentence', () => {
  it('ends with one point, also where what fills it brings its own', () => {
    expect(filled('Retirada el {date}.', { date: 'lunes, 9:00 a.m.' })).toBe('Retirada el lunes, 9:00 a.m.');
    expect(filled('Withdrawn on {date}.', { date: '9:00' })).toBe('Withdrawn on 9:00.');
    expect(filled('{date}: {cause}', { date: 'a.m.', cause: 'x' })).toBe('a.m.: x');
  });
});

describe('the words of a report', () => {
  const english = flat(WORDS.en);

  it.each(LANGUAGES)('lack nothing in %s: each has something to read and the same blanks', (language) => {
    const words = flat(WORDS[language]);
    expect(words.map(([path]) => path).toSorted()).toEqual(english.map(([path]) => path).toSorted());
    expect(words.filter(([, word]) => word.trim() === '')).toEqual([]);
    const blanks = (word = '') => [...word.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();
    const told = new Map(words);
    expect(english.filter(([path, word]) => String(blanks(word)) !== String(blanks(told.get(path))))).toEqual([]);
  });

  it.each(['es', 'pt'] as const)('are translated into %s', (language) => {
    const told = new Map(flat(WORDS[language]));
    const same = english.filter(([path, word]) => told.get(path) === word);
    expect(same.length).toBeLessThanOrEqual(SHARED_MAX);
  });

  it('name every section', () => {
    for (const language of LANGUAGES) expect(Object.keys(WORDS[language].sections)).toEqual(SECTIONS);
  });

  it('fill their blanks, and leave a code that they do not know', () => {
    expect(filled('From {from} to {to}.', { from: 'a' })).toBe('From a to .');
    expect(wordFor(WORDS.es.votes, 'for')).toBe('A favor');
    expect(wordFor(WORDS.es.votes, 'constructor')).toBe('constructor');
  });
});
