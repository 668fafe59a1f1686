import { describe, expect, it } from 'vitest';
import { findProfile, newestProfile, PROFILES, profileOf, rulesAt } from './profiles.ts';

describe('a profile', () => {
  it('is found by its id and its version, and a record that names none is a bug', () => {
    for (const { id, version } of PROFILES) expect(profileOf({ id, version })).toMatchObject({ id, version });
    expect(findProfile({ id: 'ti-integrity-pact', version: 99 })).toBeUndefined();
    expect(() => profileOf({ id: 'ti-integrity-pact', version: 99 })).toThrow('ti-integrity-pact version 99');
  });

  it('is the newest of its own versions', () => {
    for (const { id } of PROFILES) {
      const newest = newestProfile(id);
      const versions = PROFILES.filter((each) => each.id === id).map(({ version }) => version);
      expect([newest?.id, newest?.version]).toEqual([id, Math.max(...versions)]);
    }
    expect(newestProfile('no-law')).toBeUndefined();
  });

  it('rules from the midnight of its first day to that after its last, and without end where none is told', () => {
    const [any] = PROFILES;
    if (any === undefined) throw new Error('There are profiles.');
    const of = (value: { from?: string; to?: string }) => ({
      ...any,
      zone: { ...any.zone, value: 'America/Mexico_City' },
      validity: { ...any.validity, value },
    });
    const at = [
      '2026-03-02T05:59:59.999Z',
      '2026-03-02T06:00:00.000Z',
      '2026-03-03T05:59:59.999Z',
      '2026-03-03T06:00:00.000Z',
    ];
    const ruling = (value: { from?: string; to?: string }) => at.map((instant) => rulesAt(of(value), instant));
    expect(ruling({ from: '2026-03-02', to: '2026-03-02' })).toEqual([false, true, true, false]);
    expect(ruling({ from: '2026-03-02' })).toEqual([false, true, true, true]);
    expect(ruling({ to: '2026-03-02' })).toEqual([true, true, true, false]);
    expect(ruling({})).toEqual([true, true, true, true]);
  });
});
