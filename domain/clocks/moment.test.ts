import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type Moment, moment, resolveMoment } from './moment.ts';

const resolve = (when: Moment) => resolveMoment(when, '/heldAt');
const local = (text: string, zone: string, offset?: string): Moment => ({
  local: text,
  zone,
  ...(offset === undefined ? {} : { offset }),
});

describe('a moment', () => {
  it('is an instant, or what the clocks of a place show', () => {
    expect(resolve('2026-10-25T02:30:00-06:00')).toEqual({ at: '2026-10-25T08:30:00.000Z' });
    // Mexico has put its clocks neither forward nor back since 2022.
    expect(resolve(local('2026-10-25T02:30', 'America/Mexico_City'))).toEqual({ at: '2026-10-25T08:30:00.000Z' });
    expect(resolve(local('2026-07-01T10:00:30', 'America/Santo_Domingo'))).toEqual({ at: '2026-07-01T14:00:30.000Z' });
    expect(resolve(local('2026-07-01T10:00', 'Asia/Kathmandu', '+05:45'))).toEqual({ at: '2026-07-01T04:15:00.000Z' });
  });

  it.each([
    ['America/New_York', '2026-03-08T02:30', ['2026-03-08T06:30:00.000Z', '2026-03-08T07:30:00.000Z']],
    ['Europe/Madrid', '2026-03-29T02:00', ['2026-03-29T00:00:00.000Z', '2026-03-29T01:00:00.000Z']],
    ['Australia/Lord_Howe', '2026-10-04T02:15', ['2026-10-03T15:15:00.000Z', '2026-10-03T15:45:00.000Z']],
    // Samoa left out a whole day when it changed sides of the date line.
    ['Pacific/Apia', '2011-12-30T12:00', ['2011-12-29T22:00:00.000Z', '2011-12-30T22:00:00.000Z']],
    // Midnight itself does not exist where the clocks go forward at midnight.
    ['America/Havana', '2026-03-08T00:30', ['2026-03-08T04:30:00.000Z', '2026-03-08T05:30:00.000Z']],
  ])('that the clocks of %s never showed is refused with the two that it can mean', (zone, text, instants) => {
    expect(resolve(local(text, zone))).toEqual({
      refusal: { word: 'local-time-skipped', facts: { pointer: '/heldAt', instants } },
    });
  });

  it('that comes twice asks which is meant', () => {
    const instants = ['2026-11-01T05:30:00.000Z', '2026-11-01T06:30:00.000Z'];
    const offsets = ['-04:00', '-05:00'];
    expect(resolve(local('2026-11-01T01:30', 'America/New_York'))).toEqual({
      refusal: { word: 'local-time-twice', facts: { pointer: '/heldAt', instants, offsets } },
    });
    expect(resolve(local('2026-11-01T01:30', 'America/New_York', '-04:00'))).toEqual({ at: instants[0] });
    expect(resolve(local('2026-11-01T01:30', 'America/New_York', '-05:00'))).toEqual({ at: instants[1] });
    expect(resolve(local('2026-11-01T01:30', 'America/New_York', '-06:00'))).toEqual({
      refusal: { word: 'offset-unfit', facts: { pointer: '/heldAt', offsets } },
    });
    // The hours around the change come once.
    expect(resolve(local('2026-11-01T00:59', 'America/New_York'))).toEqual({ at: '2026-11-01T04:59:00.000Z' });
    expect(resolve(local('2026-11-01T02:00', 'America/New_York'))).toEqual({ at: '2026-11-01T07:00:00.000Z' });
  });

  it.each([
    [{ local: '2026-10-25T02:30', zone: 'America/Nowhere' }, 'zone', 'is no IANA time zone'],
    [{ local: '2026-10-25T02:30', zone: '+06:00' }, 'zone', 'is no IANA time zone'],
    [{ local: '2026-02-30T02:30', zone: 'America/Lima' }, 'local', 'must be a local time'],
    [{ local: '2026-10-25T24:00', zone: 'America/Lima' }, 'local', 'must be a local time'],
    [{ local: '1789-07-14T12:00', zone: 'Europe/Paris' }, 'local', 'must be a local time'],
    ['2026-10-25T02:30', '', 'must be an RFC 3339 time'],
    [7, '', 'or an object with `local` and `zone`'],
    [{ local: '2026-10-25T02:30' }, '', 'or an object with `local` and `zone`'],
  ])('%j cannot be taken', (when, field, words) => {
    const { issues } = z.safeParse(moment, when).error ?? { issues: [] };
    expect(issues.map(({ path }) => path.join('/'))).toEqual([field]);
    expect(issues[0]?.message).toContain(words);
  });
});
