import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../events/shapes.ts';
import { nextAttemptAt, PAUSES_SECONDS, TRIED_FOR_MS } from './next-attempt.ts';

const SINCE = '2026-03-02T15:00:00.000Z';
const after = (seconds: number): Instant => new Date(Date.parse(SINCE) + seconds * 1_000).toISOString();

/** Every attempt until it is given up, when each fails at once. */
const attempts = (chance: number): readonly Instant[] => {
  const found: Instant[] = [];
  for (let at: Instant | undefined = SINCE; at !== undefined; ) {
    found.push(at);
    at = nextAttemptAt({ since: SINCE, now: at, failures: found.length, chance });
  }
  return found;
};

describe('what fails is tried again', () => {
  it('after the pauses of the standard, for three days', () => {
    const hours = attempts(0).map((at) => (Date.parse(at) - Date.parse(SINCE)) / 3_600_000);
    expect(hours.map((hour) => Math.round(hour * 100) / 100)).toEqual([
      0, 0, 0.08, 0.58, 2.58, 7.58, 17.58, 31.58, 51.58, 72,
    ]);
  });

  it('with pauses that only grow, the last aside, and never after three days, whatever chance adds', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), (chance) => {
        const all = attempts(chance).map((at) => Date.parse(at));
        expect(all.at(-1)).toBe(Date.parse(SINCE) + TRIED_FOR_MS);
        const pauses = all.slice(1).map((at, index) => at - (all[index] ?? 0));
        expect(pauses.slice(0, -1)).toEqual(pauses.slice(0, -1).toSorted((one, other) => one - other));
        expect(all.length).toBeLessThanOrEqual(PAUSES_SECONDS.length + 1);
      }),
      { seed: 26 },
    );
  });

  it('a day later at most, however often it failed before', () => {
    expect(nextAttemptAt({ since: SINCE, now: SINCE, failures: 50, chance: 0 })).toBe(after(24 * 3_600));
  });

  it('not before the receiver asked for, and not after the three days for it', () => {
    const asked = { since: SINCE, now: SINCE, failures: 1, chance: 0 };
    expect(nextAttemptAt({ ...asked, askedSeconds: 60 })).toBe(after(60));
    expect(nextAttemptAt({ ...asked, askedSeconds: 1 })).toBe(after(5));
    expect(nextAttemptAt({ ...asked, askedSeconds: 1e9 })).toBe(after(72 * 3_600));
  });
});
