import { describe, expect, it } from 'vitest';
import type { Words } from '../../domain/languages.ts';
import { REFUSAL_WORDS } from '../../domain/words/refusal-words.ts';
import { PROBLEM_SENTENCES } from '../../web/app/words/problem-sentences.ts';

/** As much as somebody reads at once beside a form. */
const LENGTH_MAX = 160;

/** What only programs read: names of fields, codes, addresses, and what stands in for a value. */
const FOR_PROGRAMS = /[`{}/]|[a-z]+[A-Z]|\p{L}+-\p{L}+-\p{L}+|\bJSON\b/u;

describe.each<[string, Readonly<Record<string, Words>>]>([
  ['refusal', REFUSAL_WORDS],
  ['problem', PROBLEM_SENTENCES],
])('every %s that a person can meet', (_, table) => {
  const said = Object.entries(table);
  const every = said.flatMap(([word, sentences]) => sentences.map((sentence) => ({ word, sentence })));

  it('is told in whole sentences, short enough to be read', () => {
    expect(every.filter(({ sentence }) => !/^\p{Lu}.{19,}[.!?]$/u.test(sentence))).toEqual([]);
    expect(every.filter(({ sentence }) => sentence.length > LENGTH_MAX)).toEqual([]);
  });

  it('is told without what only programs read', () => {
    expect(every.filter(({ sentence }) => FOR_PROGRAMS.test(sentence))).toEqual([]);
  });

  it('is told in each language, and never in two alike', () => {
    expect(said.filter(([, sentences]) => new Set(sentences).size < sentences.length)).toEqual([]);
  });
});
