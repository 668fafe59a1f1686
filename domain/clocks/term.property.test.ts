import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after } from '../../test/support/cast.ts';
import type { Pause } from '../state.ts';
import { addDays } from './calendar.ts';
import { dueAt, type Term } from './term.ts';

/** The same cases every time. */
const RUNS = { seed: 183_15, numRuns: 200 };

const START = Date.parse('2026-01-01T00:00:00.000Z');
const MS_PER_DAY = 86_400_000;
/** Later than everything that happens in these cases. */
const NOW = '2029-01-01T00:00:00.000Z';

const instantWithin = (days: number) =>
  fc.integer({ min: 0, max: days * 24 * 60 }).map((minutes) => new Date(START + minutes * 60_000).toISOString());

const aTerm: fc.Arbitrary<Term> = fc.record({
  number: fc.integer({ min: 1, max: 20 }),
  unit: fc.constantFrom('working-day', 'calendar-day', 'hour', 'month'),
});

/** Closed pauses of up to twenty days that may touch, overlap and hold one another. */
const aPause: fc.Arbitrary<Pause> = fc
  .tuple(instantWithin(300), fc.integer({ min: 0, max: 20 * MS_PER_DAY }))
  .map(([from, length]) => ({ from, to: after(from, length) }));
const somePauses = fc.array(aPause, { maxLength: 5 });

const aProfile = fc
  .record({
    zone: fc.constantFrom('America/Mexico_City', 'America/Santiago', 'America/Asuncion', 'America/Santo_Domingo'),
    holidays: fc.array(
      fc.nat({ max: 400 }).map((days) => addDays('2026-01-01', days)),
      { maxLength: 10 },
    ),
  })
  .map(({ zone, holidays }) => ({
    zone: { value: zone, source: 'test', verified: false },
    holidays: {
      value: { calendars: [], besides: holidays.map((date) => ({ date, name: 'A feast', source: 'test' })) },
      source: 'test',
      verified: false,
    },
  }));

const aClock = fc.record({ term: aTerm, startedAt: instantWithin(300), profile: aProfile, pauses: somePauses });

describe('whatever its unit, its place and its suspensions, a term', () => {
  it('never ends before the same term without suspensions', () => {
    fc.assert(
      fc.property(aClock, (clock) => {
        expect(dueAt({ ...clock, now: NOW }) >= dueAt({ ...clock, pauses: [], now: NOW })).toBe(true);
      }),
      RUNS,
    );
  });

  it('is never shortened by one more suspension', () => {
    fc.assert(
      fc.property(aClock, aPause, (clock, more) => {
        const due = dueAt({ ...clock, now: NOW });
        expect(dueAt({ ...clock, pauses: [...clock.pauses, more], now: NOW }) >= due).toBe(true);
      }),
      RUNS,
    );
  });

  it('ends later than it starts', () => {
    fc.assert(
      fc.property(aClock, (clock) => {
        expect(dueAt({ ...clock, now: NOW }) > clock.startedAt).toBe(true);
      }),
      RUNS,
    );
  });

  it('is not changed by a suspension that comes when it is over', () => {
    fc.assert(
      fc.property(aClock, fc.nat({ max: 20 * MS_PER_DAY }), (clock, length) => {
        const due = dueAt({ ...clock, now: NOW });
        const late = { from: due, to: after(due, length) };
        expect(dueAt({ ...clock, pauses: [...clock.pauses, late], now: NOW })).toBe(due);
      }),
      RUNS,
    );
  });

  it('does not end while it is suspended', () => {
    fc.assert(
      fc.property(aClock, instantWithin(300), fc.nat({ max: 60 * MS_PER_DAY }), (clock, from, length) => {
        const now = after(from, length);
        const closed = clock.pauses.filter(({ to = NOW }) => to <= from);
        const due = dueAt({ ...clock, pauses: [...closed, { from }], now });
        const startsLater = clock.startedAt > now;
        expect(due <= from || due > now || startsLater).toBe(true);
      }),
      RUNS,
    );
  });

  it('that starts later does not end earlier', () => {
    fc.assert(
      fc.property(aClock, instantWithin(300), (clock, other) => {
        // A month that is cut to the length of February gives back fewer suspended days: without them it holds for months too.
        const pauses = clock.term.unit === 'month' ? [] : clock.pauses;
        const [earlier = '', later = ''] = [clock.startedAt, other].toSorted();
        const due = (startedAt: string) => dueAt({ ...clock, pauses, startedAt, now: NOW });
        expect(due(later) >= due(earlier)).toBe(true);
      }),
      RUNS,
    );
  });
});
