import { expect } from 'vitest';
import { PROBLEM_WORDS } from '../../functions/_http/problem-words.ts';
import type { HouseAnswer, HouseRequest } from '../support/house.ts';
import type { WhatIf } from '../support/what-if.ts';

/** Stands in whatever somebody wrote. Nothing of it may come out in a log, nor in the answer to what was refused for its form. */
export const CANARY = 'Canary Of The Mine';

/** The word of a problem that is whole: its type is one of ours, its status the one it was sent with, and it says what to do. */
export const wordOf = (answer: HouseAnswer): string => {
  const { type, title, status, detail } = answer.body as Readonly<Record<string, unknown>>;
  const word = String(type).replace('/problems/', '');
  expect([...PROBLEM_WORDS]).toContain(word);
  expect({ type, title, status, contentType: answer.headers['content-type'] }).toEqual({
    type: `/problems/${word}`,
    title: word.replaceAll('-', ' '),
    status: answer.status,
    contentType: 'application/problem+json',
  });
  expect(String(detail).length).toBeGreaterThan(10);
  expect(answer.headers['cache-control']).toBe('no-store');
  return word;
};

const isPage = ({ headers }: HouseAnswer): boolean => String(headers['content-type']).startsWith('text/html');

/** What a page says by its status: whoever looks at pages is told on a page. */
const wordOfPage = ({ status }: HouseAnswer): string => {
  expect([400, 404]).toContain(status);
  return status === 400 ? 'query-invalid' : 'not-found';
};

/** What came of something that somebody tried: whether it would have been done, or the word that it was refused with. */
export type Outcome =
  | { readonly done: true }
  | { readonly done: false; readonly word: string; readonly status: number };

/** Words that say no more than that the request itself was not understood. */
const OF_FORM = ['body-malformed', 'body-not-json', 'body-too-large', 'input-invalid', 'query-invalid'];

/**
 * Tries anything. Whatever it is: it is done, or refused with a 4xx problem and then nothing is written; nothing that was sent is in
 * the log, nor in an answer that only says that it was not understood.
 */
export const tried = async ({ house, appends }: WhatIf, request: HouseRequest): Promise<Outcome> => {
  const [before, heard] = [appends.length, house.log.said.length];
  const answer = await house.send(request);
  const said = house.log.said.slice(heard);
  expect(JSON.stringify(said)).not.toContain(CANARY);
  expect(said.filter(({ message }) => message !== 'VEE001')).toEqual([]);
  if (answer.status < 400) return { done: true };
  expect(answer.status).toSatisfy((status: number) => status >= 400 && status < 500);
  expect(appends.length).toBe(before);
  const word = isPage(answer) ? wordOfPage(answer) : wordOf(answer);
  if (OF_FORM.includes(word)) expect(answer.text).not.toContain(CANARY);
  return { done: false, word, status: answer.status };
};

/** What was tried, short enough to be read where it went wrong. */
export const inShort = ({ method, path, person, headers, body }: HouseRequest): string =>
  JSON.stringify({ method, path: path.slice(0, 200), person, headers, body: body?.slice(0, 300) });
