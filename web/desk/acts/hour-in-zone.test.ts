import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hourIn, instantIn } from './hour-in-zone.ts';

describe('an hour that somebody writes', () => {
  it('is of the zone of the case, wherever its writer is', () => {
    expect(instantIn('2026-11-30T10:00', 'America/Bogota')).toBe('2026-11-30T15:00:00.000Z');
    expect(instantIn('2026-11-30T10:00:07.5', 'Asia/Tokyo')).toBe('2026-11-30T01:00:07.500Z');
    expect(instantIn('2026-11-30T10:00Z', 'America/Bogota')).toBe('2026-11-30T10:00:00.000Z');
  });

  it('that the clock was put forward over is none, and of one that comes twice it is the first', () => {
    expect(instantIn('2026-03-08T02:30', 'America/New_York')).toBeUndefined();
    expect(instantIn('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
  });

  it.each(['', 'soon', '2026-13-01T10:00', '2026-11-30T25:00'])('is none where nobody can read it: %j', (text) => {
    expect(instantIn(text, 'America/Bogota')).toBeUndefined();
  });

  it('comes back as the instant that it was', () => {
    const times = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(
        times,
        fc.constantFrom('America/Bogota', 'Asia/Kolkata', 'UTC', 'America/Santo_Domingo'),
        (at, zone) => {
          expect(instantIn(hourIn(at.toISOString(), zone), zone)).toBe(at.toISOString());
        },
      ),
    );
    expect(hourIn('2026-11-30T15:00:00.000Z', 'America/Bogota')).toBe('2026-11-30T10:00');
    expect(hourIn('never', 'America/Bogota')).toBe('');
  });
});
