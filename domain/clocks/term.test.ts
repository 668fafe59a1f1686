import { describe, expect, it } from 'vitest';
import { profileOf } from '../profiles/profiles.ts';
import type { Pause } from '../state.ts';
import { type Calendar, computeTerm, dueAt, type Term } from './term.ts';

const profile = (zone = 'America/Mexico_City', ...holidays: readonly string[]): Calendar => ({
  zone: { value: zone },
  holidays: { value: { calendars: [], besides: holidays.map((date) => ({ date, name: 'A feast', source: 'test' })) } },
});

/** A Monday, nine in the morning in Mexico City. */
const MONDAY = '2026-03-02T15:00:00.000Z';

const clock = (
  number: number,
  unit: Term['unit'],
  { startedAt = MONDAY, pauses = [] as readonly Pause[], now = '2026-12-31T00:00:00.000Z', where = profile() } = {},
) => ({ term: { number, unit }, startedAt, profile: where, pauses, now });

const lastDayOf = (at: ReturnType<typeof clock>) => computeTerm(at).daysCounted.at(-1);

describe('a term in working days', () => {
  it('explains which days it counted, which it skipped and why', () => {
    const where = profile('America/Mexico_City', '2026-03-03');
    const pauses = [{ from: '2026-03-05T15:00:00.000Z', to: '2026-03-06T15:00:00.000Z' }];
    expect(computeTerm(clock(3, 'working-day', { where, pauses }))).toStrictEqual({
      startedAt: MONDAY,
      term: { number: 3, unit: 'working-day' },
      zone: 'America/Mexico_City',
      daysCounted: ['2026-03-04', '2026-03-09', '2026-03-10'],
      daysSkipped: [
        { date: '2026-03-03', because: 'holiday', name: 'A feast' },
        { date: '2026-03-05', because: 'suspended' },
        { date: '2026-03-06', because: 'suspended' },
        { date: '2026-03-07', because: 'weekend' },
        { date: '2026-03-08', because: 'weekend' },
      ],
      dueAt: '2026-03-11T06:00:00.000Z',
    });
  });

  it('starts to count on the day after', () => {
    expect(lastDayOf(clock(1, 'working-day'))).toBe('2026-03-03');
    expect(lastDayOf(clock(1, 'working-day', { startedAt: '2026-03-06T15:00:00.000Z' }))).toBe('2026-03-09');
    expect(lastDayOf(clock(1, 'working-day', { startedAt: '2026-03-07T15:00:00.000Z' }))).toBe('2026-03-09');
  });

  it('takes the date of the place, not that of UTC', () => {
    // Monday evening in Mexico City, Tuesday in UTC.
    expect(lastDayOf(clock(1, 'working-day', { startedAt: '2026-03-03T05:59:59.999Z' }))).toBe('2026-03-03');
    expect(lastDayOf(clock(1, 'working-day', { startedAt: '2026-03-03T06:00:00.000Z' }))).toBe('2026-03-04');
  });

  it('skips a holiday that falls on a weekend once', () => {
    const where = profile('America/Mexico_City', '2026-03-07', '2026-03-09');
    expect(lastDayOf(clock(5, 'working-day', { where }))).toBe('2026-03-10');
  });

  it('of no day ends with the day on which it starts', () => {
    expect(dueAt(clock(0, 'working-day'))).toBe('2026-03-03T06:00:00.000Z');
  });
});

describe('a term in calendar days', () => {
  it('counts weekends and holidays', () => {
    expect(lastDayOf(clock(10, 'calendar-day', { where: profile('America/Mexico_City', '2026-03-03') }))).toBe(
      '2026-03-12',
    );
  });

  it.each([
    ['a leap day', 'America/Santo_Domingo', '2028-02-28T15:00:00.000Z', 2, '2028-03-02T04:00:00.000Z'],
    ['a day without midnight', 'America/Santiago', '2026-09-04T15:00:00.000Z', 1, '2026-09-06T04:00:00.000Z'],
    ['the night before it', 'America/Santiago', '2026-09-06T03:59:59.999Z', 1, '2026-09-07T03:00:00.000Z'],
    ['a midnight that comes twice', 'America/Santiago', '2026-04-03T15:00:00.000Z', 1, '2026-04-05T04:00:00.000Z'],
    ['its repeated hour', 'America/Santiago', '2026-04-05T03:30:00.000Z', 1, '2026-04-06T04:00:00.000Z'],
    ['a day without midnight', 'America/Asuncion', '2023-09-29T15:00:00.000Z', 1, '2023-10-01T04:00:00.000Z'],
    ['a change of the clocks at two', 'America/Mexico_City', '2021-04-03T15:00:00.000Z', 1, '2021-04-05T05:00:00.000Z'],
  ])('is right around %s (%s)', (_, zone, startedAt, number, due) => {
    expect(dueAt(clock(number, 'calendar-day', { startedAt, where: profile(zone) }))).toBe(due);
  });
});

describe('a term in months', () => {
  it.each([
    ['2026-01-15T15:00:00.000Z', 1, '2026-02-15'],
    ['2026-01-31T15:00:00.000Z', 1, '2026-02-28'],
    ['2028-01-31T15:00:00.000Z', 1, '2028-02-29'],
    ['2026-08-31T15:00:00.000Z', 6, '2027-02-28'],
  ])('from %s, of %i, ends with %s', (startedAt, number, last) => {
    expect(lastDayOf(clock(number, 'month', { startedAt }))).toBe(last);
  });

  it('gets suspended days back after it, and those that fall into what it got back', () => {
    const pauses = [
      { from: '2026-03-10T15:00:00.000Z', to: '2026-03-11T15:00:00.000Z' },
      { from: '2026-04-03T15:00:00.000Z', to: '2026-04-03T16:00:00.000Z' },
    ];
    expect(computeTerm(clock(1, 'month', { pauses }))).toMatchObject({
      daysCounted: ['2026-04-05'],
      daysSkipped: ['2026-03-10', '2026-03-11', '2026-04-03'].map((date) => ({ date, because: 'suspended' })),
    });
  });
});

describe('a term in months whose last day is suspended', () => {
  it('ends on the day after', () => {
    const pauses = [{ from: '2026-04-02T15:00:00.000Z', to: '2026-04-02T16:00:00.000Z' }];
    expect(computeTerm(clock(1, 'month', { pauses }))).toMatchObject({
      daysCounted: ['2026-04-03'],
      daysSkipped: [{ date: '2026-04-02', because: 'suspended' }],
    });
  });
});

describe('a term in hours', () => {
  it('counts no days', () => {
    expect(computeTerm(clock(48, 'hour'))).toMatchObject({ daysCounted: [], daysSkipped: [] });
  });

  it('is exact, whatever the clocks of the place do', () => {
    expect(
      dueAt(clock(48, 'hour', { startedAt: '2026-09-05T15:00:00.000Z', where: profile('America/Santiago') })),
    ).toBe('2026-09-07T15:00:00.000Z');
  });

  it.each([
    ['one pause', [['2026-03-02T16:00:00.000Z', '2026-03-02T17:30:00.000Z']], '2026-03-03T16:30:00.000Z'],
    [
      'several, in whatever order',
      [
        ['2026-03-03T01:00:00.000Z', '2026-03-03T02:00:00.000Z'],
        ['2026-03-02T16:00:00.000Z', '2026-03-02T17:30:00.000Z'],
      ],
      '2026-03-03T17:30:00.000Z',
    ],
    [
      'two that overlap, once',
      [
        ['2026-03-02T16:00:00.000Z', '2026-03-02T18:00:00.000Z'],
        ['2026-03-02T17:00:00.000Z', '2026-03-02T19:00:00.000Z'],
      ],
      '2026-03-03T18:00:00.000Z',
    ],
    [
      'one within another, once',
      [
        ['2026-03-02T16:00:00.000Z', '2026-03-02T19:00:00.000Z'],
        ['2026-03-02T17:00:00.000Z', '2026-03-02T18:00:00.000Z'],
      ],
      '2026-03-03T18:00:00.000Z',
    ],
    [
      'one that began before the term',
      [['2026-03-01T00:00:00.000Z', '2026-03-02T16:00:00.000Z']],
      '2026-03-03T16:00:00.000Z',
    ],
    [
      'none that was over before it',
      [['2026-03-01T00:00:00.000Z', '2026-03-02T15:00:00.000Z']],
      '2026-03-03T15:00:00.000Z',
    ],
    [
      'none that begins when it is over',
      [['2026-03-03T15:00:00.000Z', '2026-03-09T15:00:00.000Z']],
      '2026-03-03T15:00:00.000Z',
    ],
    [
      'one that begins in the time that another gave back',
      [
        ['2026-03-02T16:00:00.000Z', '2026-03-02T17:00:00.000Z'],
        ['2026-03-03T15:30:00.000Z', '2026-03-03T15:45:00.000Z'],
      ],
      '2026-03-03T16:15:00.000Z',
    ],
  ])('gets back %s', (_, intervals, due) => {
    const pauses = intervals.map(([from = '', to = '']) => ({ from, to }));
    expect(dueAt(clock(24, 'hour', { pauses }))).toBe(due);
  });
});

describe('an open suspension', () => {
  const pauses = [{ from: '2026-03-03T15:00:00.000Z' }];

  it('lasts until now', () => {
    expect(dueAt(clock(24, 'hour', { pauses, now: '2026-03-04T15:00:00.000Z' }))).toBe('2026-03-03T15:00:00.000Z');
    expect(dueAt(clock(25, 'hour', { pauses, now: '2026-03-04T15:00:00.000Z' }))).toBe('2026-03-04T16:00:00.000Z');
    expect(lastDayOf(clock(1, 'working-day', { pauses, now: '2026-03-05T15:00:00.000Z' }))).toBe('2026-03-06');
    expect(lastDayOf(clock(1, 'month', { pauses, now: '2026-03-05T15:00:00.000Z' }))).toBe('2026-04-05');
  });

  it('is walked for ten years and no longer', () => {
    const { daysCounted, daysSkipped } = computeTerm(
      clock(1, 'working-day', { pauses, now: '2099-01-01T00:00:00.000Z' }),
    );
    expect([daysCounted.length, daysSkipped.length]).toEqual([0, 3_700]);
  });
});

describe('a term under the calendar of a country', () => {
  const under = (id: string, startedAt: string, number: number) =>
    computeTerm(clock(number, 'working-day', { startedAt, where: profileOf({ id, version: 1 }) }));

  it('over Christmas explains each day that it skips', () => {
    expect(under('do-183-15', '2026-12-23T15:00:00.000Z', 6)).toStrictEqual({
      startedAt: '2026-12-23T15:00:00.000Z',
      term: { number: 6, unit: 'working-day' },
      zone: 'America/Santo_Domingo',
      daysCounted: ['2026-12-24', '2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-05'],
      daysSkipped: [
        { date: '2026-12-25', because: 'holiday', name: 'Navidad' },
        { date: '2026-12-26', because: 'weekend' },
        { date: '2026-12-27', because: 'weekend' },
        { date: '2027-01-01', because: 'holiday', name: 'Año Nuevo' },
        { date: '2027-01-02', because: 'weekend' },
        { date: '2027-01-03', because: 'weekend' },
        { date: '2027-01-04', because: 'holiday', name: 'Día de los Reyes Magos' },
      ],
      dueAt: '2027-01-06T04:00:00.000Z',
    });
  });

  it.each([
    ['mx-federal-2025', 'the night of independence', '2026-09-15T18:00:00.000Z', 1, '2026-09-17'],
    ['mx-federal-2025', 'Holy Week', '2026-04-01T18:00:00.000Z', 1, '2026-04-06'],
    ['mx-coahuila', 'three days around the Revolution', '2026-11-12T18:00:00.000Z', 3, '2026-11-18'],
    ['co-ley-850', 'the bridge of Cartagena', '2026-11-13T18:00:00.000Z', 1, '2026-11-17'],
    ['co-ley-850', 'a leap day', '2028-02-28T18:00:00.000Z', 1, '2028-02-29'],
    ['do-183-15', 'the day of independence', '2026-02-26T18:00:00.000Z', 1, '2026-03-02'],
    [
      'ti-integrity-pact',
      'a holiday of a country that it does not belong to',
      '2026-09-15T18:00:00.000Z',
      1,
      '2026-09-16',
    ],
  ])('%s: %s', (id, _, startedAt, number, last) => {
    expect(under(id, startedAt, number).daysCounted.at(-1)).toBe(last);
  });

  it.each([
    ['Mexico moved its clocks until 2022', 'mx-federal-2000', '2022-04-01T18:00:00.000Z', '2022-04-05T05:00:00.000Z'],
    ['and moves them no more', 'mx-federal-2025', '2026-10-23T18:00:00.000Z', '2026-10-27T06:00:00.000Z'],
    ['Colombia never does', 'co-ley-850', '2026-03-27T18:00:00.000Z', '2026-03-31T05:00:00.000Z'],
    ['nor does Santo Domingo', 'do-183-15', '2026-03-06T18:00:00.000Z', '2026-03-10T04:00:00.000Z'],
  ])('ends with its last local day: %s', (_, id, startedAt, due) => {
    expect(under(id, startedAt, 1).dueAt).toBe(due);
  });

  it('says that a suspended day was suspended, whatever else it was', () => {
    const pauses = [{ from: '2026-12-24T15:00:00.000Z', to: '2026-12-28T15:00:00.000Z' }];
    const where = profileOf({ id: 'do-183-15', version: 1 });
    const { daysSkipped } = computeTerm(
      clock(1, 'working-day', { startedAt: '2026-12-23T15:00:00.000Z', where, pauses }),
    );
    expect(daysSkipped.map(({ because }) => because)).toEqual(Array.from({ length: 5 }, () => 'suspended'));
  });
});
