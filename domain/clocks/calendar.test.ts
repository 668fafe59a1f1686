import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after } from '../../test/support/cast.ts';
import { addDays, endOfDay, isWorkingDay, localDate, monthsAfter, startOfDay, zoneNamed } from './calendar.ts';

/** The same days every time. */
const RUNS = { seed: 183_15, numRuns: 300 };

const ZONES = [
  'America/Mexico_City',
  'America/Santo_Domingo',
  'America/Santiago',
  'America/Asuncion',
  'America/Bogota',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Atlantic/Azores',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

const aDay = fc
  .date({ min: new Date('1991-01-02T00:00:00Z'), max: new Date('2090-12-30T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the start of a day', () => {
  it.each([
    ['a day like any other', 'America/Mexico_City', '2026-03-02', '2026-03-02T06:00:00.000Z'],
    ['the day when Mexico moved its clocks at two', 'America/Mexico_City', '2021-04-04', '2021-04-04T06:00:00.000Z'],
    ['the day after it', 'America/Mexico_City', '2021-04-05', '2021-04-05T05:00:00.000Z'],
    ['a midnight of Santiago that does not exist', 'America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z'],
    ['the day after it, in summer time', 'America/Santiago', '2026-09-07', '2026-09-07T03:00:00.000Z'],
    ['a midnight of Santiago that comes twice', 'America/Santiago', '2026-04-05', '2026-04-05T04:00:00.000Z'],
    ['a midnight of Asunción that does not exist', 'America/Asuncion', '2023-10-01', '2023-10-01T04:00:00.000Z'],
    ['a midnight of Asunción that comes twice', 'America/Asuncion', '2024-03-24', '2024-03-24T04:00:00.000Z'],
    ['a leap day', 'America/Santo_Domingo', '2028-02-29', '2028-02-29T04:00:00.000Z'],
  ])('of %s is the first instant of its date', (_, zone, date, start) => {
    expect(startOfDay(date, zone)).toBe(start);
    expect(localDate(start, zone)).toBe(date);
    expect(localDate(after(start, -1), zone)).toBe(addDays(date, -1));
    expect(endOfDay(addDays(date, -1), zone)).toBe(start);
  });

  it('belongs to its day, and the instant before it to the day before', () => {
    fc.assert(
      fc.property(aDay, fc.constantFrom(...ZONES), (date, zone) => {
        const start = startOfDay(date, zone);
        expect([localDate(start, zone), localDate(after(start, -1), zone)]).toEqual([date, addDays(date, -1)]);
      }),
      RUNS,
    );
  });

  it('is the start of the next where a place left the day out', () => {
    // Samoa went from 29 to 31 December 2011.
    expect(startOfDay('2011-12-30', 'Pacific/Apia')).toBe(startOfDay('2011-12-31', 'Pacific/Apia'));
  });
});

describe('the same day of a later month', () => {
  it.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s after %i months is %s', (date, months, later) => {
    expect(monthsAfter(date, months)).toBe(later);
  });

  it('never comes before that of a day before', () => {
    fc.assert(
      fc.property(aDay, fc.nat({ max: 36 }), (date, months) => {
        expect(monthsAfter(addDays(date, 1), months) >= monthsAfter(date, months)).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('a working day', () => {
  it('is Monday to Friday', () => {
    const week = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08'];
    expect(week.map(isWorkingDay)).toEqual([true, true, true, true, true, false, false]);
  });
});

describe('adding days', () => {
  it('crosses months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  });
});

describe('the name of a zone', () => {
  it.each([
    ['America/Bogota', 'America/Bogota'],
    ['america/bogota', 'America/Bogota'],
    ['US/Eastern', 'America/New_York'],
    ['UTC', 'UTC'],
    ['Mars/Base', undefined],
    ['America/Santo Domingo', undefined],
    ['+05:30', undefined],
    ['', undefined],
    ['Z'.repeat(100), undefined],
    ['America/Bogota\u0000', undefined],
  ])('%j is known as %j', (name, known) => {
    expect(zoneNamed(name)).toBe(known);
  });
});
