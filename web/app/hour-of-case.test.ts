import { expect, it } from 'vitest';
import { dueIn, hourOfCase } from './hour-of-case.ts';

const AT = '2026-12-03T15:30:00.000Z';
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
/** A zone that never has the hour of another. */
const there = here === 'Asia/Tokyo' ? 'America/Bogota' : 'Asia/Tokyo';

it('is said at the place of the case, and names its zone where the device has another hour', () => {
  const bogota = hourOfCase('es', AT, { zone: 'America/Bogota', dateStyle: 'long' });
  expect(bogota).toMatch(/^3 de diciembre de 2026 a las 10:30/);
  const elsewhere = hourOfCase('en', AT, { zone: there, dateStyle: 'medium' });
  expect(elsewhere).toMatch(
    there === 'Asia/Tokyo' ? /Dec 4, 2026, 12:30.AM \(GMT\+9\)$/ : /Dec 3, 2026, 10:30.AM \(GMT-5\)$/,
  );
});

it('names no zone where the device has the same hour, or nothing says where the case is', () => {
  for (const zone of [here, undefined]) {
    expect(hourOfCase('es', AT, { zone, dateStyle: 'long' })).not.toContain('(');
  }
});

const zone = 'America/Bogota';
const dueOf = (dueAt: string, term?: object): string => dueIn('en', { dueAt, zone, term }, 'medium');

it('ends with the last day of a term in days, and at the hour of what is no term or counted in hours', () => {
  expect(dueOf('2026-12-04T05:00:00.000Z', {})).toBe('Dec 3, 2026');
  expect(dueOf('2026-12-04T05:00:00.000Z')).toMatch(/^Dec 4, 2026, 12:00.AM/);
  expect(dueOf('2026-12-03T15:30:00.000Z', {})).toMatch(/^Dec 3, 2026, 10:30.AM/);
});
