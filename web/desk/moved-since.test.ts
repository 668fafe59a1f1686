import { describe, expect, it } from 'vitest';
import type { Answered } from '../app/api.ts';
import { movedSince } from './moved-since.ts';

const done = (body: unknown): Answered => ({ kind: 'done', body });

/** What is found out of a case that was seen at its seventh event. */
const found = (answers: Answered) =>
  movedSince(
    { read: async (path) => (path === '/cases/ip-1' ? answers : done({ version: 99 })) },
    { case: 'ip-1', version: 7 },
  );

describe('a case that somebody has open', () => {
  it('has moved where its record is longer than what they saw', async () => {
    expect(await found(done({ version: 8 }))).toBe(8);
  });

  it('has not moved where it is as they saw it, or where nobody can say', async () => {
    expect(await found(done({ version: 7 }))).toBeUndefined();
    expect(await found(done({}))).toBeUndefined();
    expect(await found({ kind: 'no-network' })).toBeUndefined();
  });
});
