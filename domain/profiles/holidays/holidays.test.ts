import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../clocks/calendar.ts';
import {
  CALENDARS,
  type CalendarId,
  type Holidays,
  holidayOn,
  holidaysIn,
  overridden,
  unpack,
  YEARS_KNOWN,
} from './holidays.ts';
import { OVERRIDES } from './overrides.ts';

const of = (calendar: CalendarId): Holidays => ({ calendars: [calendar], besides: [] });
const nameOf = (calendar: CalendarId, date: string) => holidayOn(of(calendar), date);

describe('a holiday', () => {
  it.each<[CalendarId, string, string]>([
    ['MX', '2026-09-16', 'Día de la Independencia'],
    ['MX', '2026-02-02', 'Día de la Constitución'],
    ['MX', '2005-02-05', 'Día de la Constitución'],
    ['MX', '2006-02-06', 'Día de la Constitución'],
    ['MX', '2006-03-21', 'Natalicio de Benito Juárez'],
    ['MX', '2007-03-19', 'Natalicio de Benito Juárez'],
    ['MX', '2026-04-03', 'Viernes Santo'],
    ['MX', '2018-12-01', 'Transmisión del Poder Ejecutivo Federal'],
    ['DO', '2026-02-27', 'Día de la Independencia'],
    ['DO', '2026-04-03', 'Viernes Santo'],
    ['DO', '2026-05-04', 'Día del Trabajador'],
    ['DO', '2026-01-05', 'Día de los Reyes Magos'],
    ['CO', '2026-07-20', 'Día de la Independencia'],
    ['CO', '2026-04-02', 'Jueves Santo'],
    ['CO', '2026-04-03', 'Viernes Santo'],
    ['CO', '2026-01-12', 'Día de los Reyes Magos'],
    ['CO', '2026-11-16', 'Independencia de Cartagena'],
    ['CO', '2024-12-25', 'Navidad'],
  ])('of %s: %s is %s', (calendar, date, name) => {
    expect(nameOf(calendar, date)).toBe(name);
  });

  it.each<[CalendarId, string, string]>([
    ['MX', '2026-02-05', 'moved to the first Monday'],
    ['MX', '2026-05-10', 'an observance'],
    ['MX', '2026-07-20', 'of Colombia'],
    ['MX', '2026-12-26', 'a working Saturday for all we know'],
    ['DO', '2026-05-01', 'moved to the Monday after'],
    ['DO', '2026-01-06', 'moved to the Monday before'],
    ['DO', '2026-04-02', 'Holy Thursday is worked there'],
    ['CO', '2026-01-06', 'moved to the Monday after'],
    ['CO', '2026-08-15', 'moved to the Monday after'],
    ['CO', '2025-07-14', 'a holiday since 2026 only'],
    ['CO', '2026-09-16', 'of Mexico'],
  ])('of %s is not on %s: %s', (calendar, date) => {
    expect(nameOf(calendar, date)).toBeUndefined();
  });

  it('that meets another on its day shares it', () => {
    expect(nameOf('CO', '2011-07-04')).toBe('Sagrado Corazón de Jesús; San Pedro y San Pablo');
  });
});

describe('the holidays of a country', () => {
  it.each(CALENDARS)('%s are known for each year, and are days that exist', (calendar) => {
    for (let year = YEARS_KNOWN.from; year <= YEARS_KNOWN.to; year += 1) {
      const days = holidaysIn(of(calendar), year);
      expect(days.length).toBeGreaterThan(9);
      expect(days.filter(({ date }) => isWorkingDay(date)).length).toBeGreaterThan(5);
      for (const { date, name } of days) {
        expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
        expect(name.length).toBeGreaterThan(3);
      }
    }
    expect(holidaysIn(of(calendar), YEARS_KNOWN.from - 1)).toEqual([]);
    expect(holidaysIn(of(calendar), YEARS_KNOWN.to + 1)).toEqual([]);
  });

  it('come in their order, each day once, with what a profile adds', () => {
    const holidays: Holidays = {
      calendars: ['MX'],
      besides: [
        { date: '2026-12-24', name: 'Closure of the institution', source: 'test' },
        { date: '2026-12-25', name: 'Closure of the institution', source: 'test' },
      ],
    };
    expect(holidaysIn(holidays, 2026).slice(-3)).toEqual([
      { date: '2026-12-12', name: 'Día de la Virgen de Guadalupe' },
      { date: '2026-12-24', name: 'Closure of the institution' },
      { date: '2026-12-25', name: 'Navidad' },
    ]);
  });

  it('are unpacked from what falls on the same day each year and what does not', () => {
    const days = unpack({ names: ['New Year', 'Feast'], everyYear: '0101a', years: { 2001: '0704b', 2002: '' } });
    expect([...days]).toEqual([
      ['2001-01-01', 'New Year'],
      ['2001-07-04', 'Feast'],
      ['2002-01-01', 'New Year'],
    ]);
  });
});

describe('a correction by hand', () => {
  it('adds a day, removes one, and gives one another name', () => {
    const days = new Map([
      ['2026-01-01', 'New Year'],
      ['2026-05-01', 'Labour Day'],
    ]);
    const corrected = overridden(days, [
      { adds: '2026-01-02', name: 'Bridge', source: 'test' },
      { adds: '2026-01-01', name: 'Year’s Day', source: 'test' },
      { removes: '2026-05-01', source: 'test' },
    ]);
    expect([...corrected]).toEqual([
      ['2026-01-01', 'Year’s Day'],
      ['2026-01-02', 'Bridge'],
    ]);
    expect(days.size).toBe(2);
  });

  it('is in force: Mexico hands over its presidency in October since 2024', () => {
    for (const year of [2024, 2030]) {
      expect(nameOf('MX', `${year}-10-01`)).toBe('Transmisión del Poder Ejecutivo Federal');
      expect(nameOf('MX', `${year}-12-01`)).toBeUndefined();
    }
    expect(nameOf('MX', '2018-10-01')).toBeUndefined();
  });

  it('says where it stands', () => {
    const overrides = Object.values(OVERRIDES).flat();
    expect(overrides.length).toBeGreaterThan(0);
    expect(overrides.filter(({ source }) => !/\(.+\)$/.test(source))).toEqual([]);
  });
});
