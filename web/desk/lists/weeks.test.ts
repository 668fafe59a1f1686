import { expect, it } from 'vitest';
import { byWeek, dayOf, mondayOf, monthAfter, weeksOf } from './weeks.ts';

const zone = 'America/Santo_Domingo';

it('finds the Monday of each day of a week, over the end of a year too', () => {
  expect(mondayOf('2026-11-23')).toBe('2026-11-23');
  expect(mondayOf('2026-11-29')).toBe('2026-11-23');
  expect(mondayOf('2027-01-01')).toBe('2026-12-28');
});

it('puts what is due into its week, the first week first', () => {
  const items = ['2026-12-01', '2026-11-24', '2026-11-30'].map((day) => ({ dueAt: `${day}T10:00:00.000Z`, zone }));
  expect(byWeek(items).map(({ monday, items: due }) => [monday, due.length])).toEqual([
    ['2026-11-23', 1],
    ['2026-11-30', 2],
  ]);
});

it('knows the day by the clock of the case, and that a term ends with the day before its last instant', () => {
  const dueAt = '2026-11-30T04:00:00.000Z';
  expect(dayOf({ dueAt, zone })).toBe('2026-11-30');
  expect(dayOf({ dueAt, zone, term: { name: 'finding-reply' } })).toBe('2026-11-29');
  expect(byWeek([{ dueAt, zone, term: {} }]).map(({ monday }) => monday)).toEqual(['2026-11-23']);
  expect(dayOf({ dueAt: '2026-12-01T02:00:00.000Z', zone })).toBe('2026-11-30');
});

it('lays a month out in whole weeks, over the end of a year too', () => {
  const november = weeksOf('2026-11');
  expect(november.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
  expect([november[0]?.[0], november.at(-1)?.[6]]).toEqual(['2026-10-26', '2026-12-06']);
  expect(weeksOf('2027-02').map(([monday]) => monday)).toEqual([
    '2027-02-01',
    '2027-02-08',
    '2027-02-15',
    '2027-02-22',
  ]);
  expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
});
