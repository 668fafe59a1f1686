import { describe, expect, it } from 'vitest';
import { enrolled } from '../../test/support/roster.ts';
import { lossOf, standingAt, statusAt } from './accreditation-status.ts';

const ZONE = 'America/Mexico_City';
const days = { validFrom: '2026-03-02', validTo: '2026-03-04' };
const [one] = enrolled('witness-1', days).accreditations;
if (one === undefined) throw new Error('Somebody is in the roster with one accreditation.');

describe('an accreditation', () => {
  it.each([
    ['pending', '2026-03-02T05:59:59.999Z'],
    ['active', '2026-03-02T06:00:00.000Z'],
    ['active', '2026-03-05T05:59:59.999Z'],
    ['expired', '2026-03-05T06:00:00.000Z'],
  ] as const)('is %s at %s, by the days of the zone', (status, now) => {
    expect(statusAt(one, now, ZONE)).toBe(status);
  });

  it('that was suspended or removed is so whatever the day', () => {
    for (const standing of ['suspended', 'removed'] as const) {
      for (const now of ['2020-01-01T00:00:00.000Z', '2026-03-03T00:00:00.000Z', '2030-01-01T00:00:00.000Z']) {
        expect(statusAt({ ...one, standing }, now, ZONE)).toBe(standing);
      }
    }
  });
});

describe('somebody in the roster', () => {
  const NOW = '2026-03-03T12:00:00.000Z';
  const standing = (...accreditations: (typeof one)[]) =>
    standingAt({ ...enrolled('witness-1'), accreditations }, NOW, ZONE);
  const longer = { ...one, validTo: '2026-03-09' };
  const over = { ...one, validTo: '2026-03-02' };
  const ahead = { ...one, validFrom: '2026-03-04' };
  const suspended = { ...one, standing: 'suspended' as const };
  const removed = { ...one, standing: 'removed' as const };

  it('stands by the accreditation that holds longest', () => {
    expect(standing(longer, one, over)).toEqual({ status: 'active', accreditedUntil: '2026-03-10T06:00:00.000Z' });
    expect(standing(suspended, { ...longer, standing: 'removed' }, one)).toEqual({
      status: 'active',
      accreditedUntil: '2026-03-05T06:00:00.000Z',
    });
  });

  it('stands by what somebody decided before what the calendar did, where none holds', () => {
    expect(standing(ahead, over, removed, suspended)).toEqual({ status: 'suspended' });
    expect(standing(ahead, over, removed)).toEqual({ status: 'removed' });
    expect(standing(ahead, over)).toEqual({ status: 'expired' });
    expect(standing(ahead)).toEqual({ status: 'pending' });
    expect(standing()).toEqual({ status: 'none' });
  });

  it('loses a place by what was decided alone', () => {
    const losses = [standing(one), standing(suspended), standing(removed), standing(over), standing()].map(lossOf);
    expect(losses).toEqual([undefined, 'suspended', 'removed', undefined, undefined]);
  });
});
