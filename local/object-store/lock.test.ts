import { describe, expect, it } from 'vitest';
import {
  checkMayDelete,
  checkMayRetain,
  type Lock,
  lockInHeaders,
  type Retention,
  retentionByDefault,
} from './lock.ts';

const now = Date.parse('2026-03-02T12:00:00Z');
const until = (retainUntil: string, mode: Retention['mode'] = 'COMPLIANCE'): Retention => ({ mode, retainUntil });
const lock = (retention: Retention | undefined, legalHold = false): Lock => ({ retention, legalHold });
const LATER = '2027-03-02T12:00:00.000Z';
const EARLIER = '2026-09-02T12:00:00.000Z';
const OVER = '2026-03-02T12:00:00.000Z';

const mayDelete = (locked: Lock, bypassGovernance = false): boolean => {
  try {
    checkMayDelete({ lock: locked, now, bypassGovernance });
    return true;
  } catch {
    return false;
  }
};
const mayRetain = (locked: Lock, next: Retention | undefined, bypassGovernance = false): boolean => {
  try {
    checkMayRetain({ lock: locked, now, bypassGovernance }, next);
    return true;
  } catch {
    return false;
  }
};

describe('a locked version', () => {
  it.each([
    ['free', lock(undefined), [true, true]],
    ['under compliance', lock(until(LATER)), [false, false]],
    ['under governance', lock(until(LATER, 'GOVERNANCE')), [false, true]],
    ['whose compliance is over', lock(until(OVER)), [true, true]],
    ['on legal hold', lock(undefined, true), [false, false]],
    ['on legal hold after its time', lock(until(OVER), true), [false, false]],
  ])('%s can be deleted plainly or past governance', (_, locked, expected) => {
    expect([mayDelete(locked), mayDelete(locked, true)]).toEqual(expected);
  });

  it.each([
    ['compliance, longer', until(EARLIER), until(LATER), [true, true]],
    ['compliance, shorter', until(LATER), until(EARLIER), [false, false]],
    ['compliance, off', until(LATER), undefined, [false, false]],
    ['compliance to governance', until(EARLIER), until(LATER, 'GOVERNANCE'), [false, false]],
    ['governance, shorter', until(LATER, 'GOVERNANCE'), until(EARLIER, 'GOVERNANCE'), [false, true]],
    ['governance, off', until(LATER, 'GOVERNANCE'), undefined, [false, true]],
    ['governance to compliance', until(EARLIER, 'GOVERNANCE'), until(LATER), [true, true]],
    ['over', until(OVER), undefined, [true, true]],
  ])('%s: is retained anew plainly or past governance', (_, present, next, expected) => {
    expect([mayRetain(lock(present), next), mayRetain(lock(present), next, true)]).toEqual(expected);
  });

  it('is asked for by headers, or locked by the default of its bucket', () => {
    expect(lockInHeaders(new Map(), now)).toBeUndefined();
    const headers = new Map([
      ['x-amz-object-lock-mode', 'GOVERNANCE'],
      ['x-amz-object-lock-retain-until-date', '2026-09-02T12:00:00Z'],
    ]);
    expect(lockInHeaders(headers, now)).toEqual(lock(until(EARLIER, 'GOVERNANCE')));
    expect(retentionByDefault({ mode: 'COMPLIANCE', unit: 'Years', count: 1 }, now)).toEqual(until(LATER));
    expect(retentionByDefault({ mode: 'COMPLIANCE', unit: 'Days', count: 1 }, now).retainUntil).toBe(
      '2026-03-03T12:00:00.000Z',
    );
  });

  it.each([
    ['a time that is past', { mode: 'COMPLIANCE', 'retain-until-date': OVER }, 'in the future'],
    ['a time that is none', { mode: 'COMPLIANCE', 'retain-until-date': 'soon' }, 'ISO 8601'],
    ['an unknown mode', { mode: 'FOREVER', 'retain-until-date': LATER }, 'wormMode'],
    ['half of a retention', { mode: 'COMPLIANCE' }, 'both be supplied'],
    ['an unknown hold', { 'legal-hold': 'MAYBE' }, 'Legal Hold'],
  ])('is not asked for with %s', (_, fields, message) => {
    const headers = new Map(Object.entries(fields).map(([name, value]) => [`x-amz-object-lock-${name}`, value]));
    expect(() => lockInHeaders(headers, now)).toThrow(message);
  });
});
