import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REFUSALS } from './refusals.ts';

/** Refusals that no decision of the domain gives, with the reason and the place of their test. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  // Whether a document holds one usable process is known before there is a case to decide on: functions/_http/answer-opening.ts.
  'process-unusable': '../test/features/unusable-documents.test.ts',
  'process-ambiguous': '../test/features/unusable-documents.test.ts',
};

const HERE = new URL('.', import.meta.url);

const sourcesIn = (folder: URL): readonly { path: string; text: string }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }));

const domain = sourcesIn(HERE);
const isTest = ({ path }: { path: string }): boolean => path.endsWith('.test.ts') && path !== 'refusals.test.ts';
const tests = domain
  .filter(isTest)
  .map(({ text }) => text)
  .join('\n');
const code = domain
  // Their words for people name every one of them and give none.
  .filter(({ path }) => !(path.endsWith('.test.ts') || path === 'refusals.ts' || path.startsWith('words/')))
  .map(({ text }) => text)
  .join('\n');

/** A test that expects exactly this word. */
const isExpected = (word: string): boolean => new RegExp(`(refuses\\(|word: |\\[)\\s*'${word}'`).test(tests);

describe('every reason to refuse', () => {
  it('has a test that is refused with it', () => {
    expect(Object.keys(REFUSALS).filter((word) => !(word in ELSEWHERE || isExpected(word)))).toEqual([]);
  });

  it('that is tested elsewhere is tested there', () => {
    const untested = Object.entries(ELSEWHERE).filter(
      ([word, path]) => !readFileSync(new URL(path, HERE), 'utf8').includes(`'${word}'`),
    );
    expect(untested).toEqual([]);
  });

  it('is given by a decision, or its test stands elsewhere', () => {
    expect(Object.keys(REFUSALS).filter((word) => !(word in ELSEWHERE || code.includes(`'${word}'`)))).toEqual([]);
  });

  it('says what to do next in whole sentences', () => {
    expect(Object.entries(REFUSALS).filter(([, sentence]) => !/^[A-Z].{20,}\.$/.test(sentence))).toEqual([]);
  });

  it('is a word in small letters', () => {
    expect(Object.keys(REFUSALS).filter((word) => !/^[a-z]+(-[a-z]+)*$/.test(word))).toEqual([]);
  });
});
