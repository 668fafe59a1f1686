import { describe, expect, it } from 'vitest';
import { readOne, release } from '../../test/support/ocds.ts';
import { parseDate } from './read-date.ts';

describe('a date', () => {
  it.each([
    ['2026-03-01T12:00:00Z', '2026-03-01T12:00:00.000Z'],
    ['2026-03-01T12:00:00-06:00', '2026-03-01T18:00:00.000Z'],
    ['2026-03-01T00:15:00+05:45', '2026-02-28T18:30:00.000Z'],
    ['2026-03-01T12:00:00.5Z', '2026-03-01T12:00:00.500Z'],
    ['2026-03-01T12:00:00.123456789Z', '2026-03-01T12:00:00.123Z'],
    ['2024-02-29T23:59:59Z', '2024-02-29T23:59:59.000Z'],
  ])('of RFC 3339 is read: %s', (text, instant) => {
    expect(parseDate(text)).toEqual({ instant });
  });

  it('without a zone is read as UTC, and listed', () => {
    expect(parseDate('2020-01-05T09:30:00')).toEqual({
      instant: '2020-01-05T09:30:00.000Z',
      problem: 'date-without-zone',
    });
  });

  it('without a time of day is read as midnight UTC, and listed', () => {
    expect(parseDate('2020-01-05')).toEqual({ instant: '2020-01-05T00:00:00.000Z', problem: 'date-only' });
  });

  it.each(['2020-01-05 09:30:00Z', '2020-01-05t09:30:00z', '2020-01-05T09:30Z', '2020-01-05T09:30:00,0Z'])(
    'that is not RFC 3339 but means one instant is read, and listed: %s',
    (text) => {
      expect(parseDate(text)).toEqual({ instant: '2020-01-05T09:30:00.000Z', problem: 'date-irregular' });
    },
  );

  it.each(['2020-01-05T09:30:00-0600', '2020-01-05T09:30:00-06'])('may write its zone short: %s', (text) => {
    expect(parseDate(text)).toEqual({ instant: '2020-01-05T15:30:00.000Z', problem: 'date-irregular' });
  });

  it.each([
    '0001-01-01T00:00:00-06:00',
    '0001-01-01T00:00:00',
    '0095-01-01T00:00:00Z',
    '1989-12-31T23:59:59Z',
    '2101-01-01T00:00:00Z',
    '2101-01-01T00:00:00+00:00',
    '9999-12-31',
    '1990-01-01T00:00:00+01:00',
  ])('before 1990 or after 2100 is not used: %s', (text) => {
    expect(parseDate(text)).toEqual({ problem: 'date-absurd' });
  });

  it.each(['1990-01-01T00:00:00Z', '1989-12-31T23:00:00-01:00', '2100-12-31T23:59:59Z'])(
    'from 1990 to 2100 is used, by its instant: %s',
    (text) => {
      expect(parseDate(text).instant).toBeDefined();
    },
  );

  it.each([
    '02/03/2020',
    '2020',
    '2020-3-1',
    '2023-02-30',
    '2023-02-29T00:00:00Z',
    '2020-13-01',
    '2020-01-05T24:00:00Z',
    '2020-01-05T10:61:00Z',
    '2020-01-05T10:00:60Z',
    '2020-01-05T10:00:00+24:00',
    '2020-01-05T10:00:00 America/Monterrey',
    'ayer',
  ])('that the calendar does not have, or that can be read in two ways, is not used: %s', (text) => {
    expect(parseDate(text)).toEqual({ problem: 'date-unreadable' });
  });
});

describe('the date of a release', () => {
  it('is kept in UTC with milliseconds', () => {
    const { process, problems } = readOne(release({ date: '2026-03-01T12:00:00-06:00' }));
    expect(process.publishedAt).toBe('2026-03-01T18:00:00.000Z');
    expect(problems).toEqual([]);
  });

  it.each([
    ['0001-01-01T00:00:00Z', 'date-absurd /date'],
    ['soon', 'date-unreadable /date'],
    [1_772_366_400, 'wrong-type /date'],
    [['2026-03-01T12:00:00Z'], 'wrong-type /date'],
  ])('is left out when it cannot be used: %j', (date, problem) => {
    const { process, problems } = readOne(release({ date }));
    expect(process).not.toHaveProperty('publishedAt');
    expect(problems).toEqual([problem]);
  });

  it.each([null, '', '  '])('is left out in silence when there is none: %j', (date) => {
    const { process, problems } = readOne(release({ date }));
    expect(process).not.toHaveProperty('publishedAt');
    expect(problems).toEqual([]);
  });
});

describe('a period', () => {
  it('holds what can be read of it', () => {
    const tenderPeriod = { startDate: '2026-03-01T12:00:00Z', endDate: '0001-01-01T00:00:00Z' };
    const { process, problems } = readOne(release({ tender: { tenderPeriod } }));
    expect(process.tenderPeriod).toEqual({ startAt: '2026-03-01T12:00:00.000Z' });
    expect(problems).toEqual(['date-absurd /tender/tenderPeriod/endDate']);
  });

  it('is left out when nothing can be read of it', () => {
    const { process } = readOne(release({ tender: { enquiryPeriod: { durationInDays: 14 }, awardPeriod: {} } }));
    expect(process).not.toHaveProperty('enquiryPeriod');
    expect(process).not.toHaveProperty('awardPeriod');
  });

  it('that ends before it starts is listed and kept', () => {
    const awardPeriod = { startDate: '2026-03-02T00:00:00Z', endDate: '2026-03-01T00:00:00Z' };
    const { process, problems } = readOne(release({ tender: { awardPeriod } }));
    expect(process.awardPeriod).toEqual({ startAt: '2026-03-02T00:00:00.000Z', endAt: '2026-03-01T00:00:00.000Z' });
    expect(problems).toEqual(['period-reversed /tender/awardPeriod']);
  });
});
