import { describe, expect, it } from 'vitest';
import { AUTHORITY, after, COORDINATOR, caseIn, day, SECOND_WITNESS, WITNESS } from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { CONTRACT_SIGNED } from '../../test/support/watch-facts.ts';

const unsigned = given(...caseIn('integrity-pact', 'implementation-monitoring'));
const monitored = unsigned.and(CONTRACT_SIGNED);
const amended = monitored.and({
  type: 'contract.amended.v1',
  data: { amendment: 'amendment-1', amendedAt: day(1) },
  content: { change: 'Ninety days more.' },
});
const planned = monitored.and({ type: 'site-visit.planned.v1', data: { visit: 'visit-1', plannedAt: day(9) } });

describe('the signature of the contract', () => {
  it('is recorded with its value', () => {
    const value = { amount: 12.5, currency: 'MXN' };
    for (const by of [COORDINATOR, AUTHORITY]) {
      const { head } = given(...caseIn('integrity-pact', 'award-review'))
        .when('record-contract-signature', { signedAt: day(1), value }, { by, at: day(1) })
        .records({ type: 'contract.signed.v1', data: { signedAt: day(1), value } });
      expect(head.contract).toEqual({ signedAt: day(1) });
    }
  });

  it('is recorded once, and never ahead', () => {
    monitored
      .when('record-contract-signature', { signedAt: day(1) }, { by: COORDINATOR, at: day(2) })
      .refuses('contract-signed-already', {});
    unsigned
      .when('record-contract-signature', { signedAt: day(1) }, { by: COORDINATOR, at: after(day(1), -1) })
      .refuses('observed-in-the-future', { signedAt: day(1), now: after(day(1), -1) });
  });
});

describe('an amendment', () => {
  const change = { amendedAt: day(1), change: 'Ninety days more.' };

  it('is recorded by whoever knows of it; what changed is content', () => {
    for (const by of [COORDINATOR, WITNESS, AUTHORITY]) {
      const { head } = monitored.when('record-amendment', change, { by, at: day(1) }).records({
        type: 'contract.amended.v1',
        data: { amendment: 'amendment-1', amendedAt: day(1) },
        content: { change: 'Ninety days more.' },
      });
      expect(head.amendmentsUnreviewed).toEqual({ open: 1, named: ['amendment-1'] });
    }
  });

  it('amends a contract, and lies in the past', () => {
    unsigned.when('record-amendment', change, { by: WITNESS, at: day(1) }).refuses('contract-not-signed', {});
    monitored
      .when('record-amendment', change, { by: WITNESS, at: day(0) })
      .refuses('observed-in-the-future', { amendedAt: day(1), now: day(0) });
  });

  it('is looked at once; the conclusion is content', () => {
    const review = { amendment: 'amendment-1', conclusion: 'Justified.' };
    const looked = amended.when('review-amendment', review, { by: SECOND_WITNESS }).records({
      type: 'amendment.reviewed.v1',
      data: { amendment: 'amendment-1' },
      content: { conclusion: 'Justified.' },
    });
    expect(looked.head.amendmentsUnreviewed.open).toBe(0);
    looked
      .when('review-amendment', review, { by: WITNESS })
      .refuses('amendment-reviewed', { amendment: 'amendment-1' });
  });

  it('must be known', () => {
    amended
      .when('review-amendment', { amendment: 'amendment-2', conclusion: 'None.' }, { by: WITNESS })
      .refuses('amendment-unknown', { amendment: 'amendment-2' });
  });
});

describe('a visit to the works', () => {
  it('is planned for a day; its place is content', () => {
    const { head } = monitored
      .when('plan-visit', { plannedAt: day(9), place: 'Kilometre 12' }, { by: WITNESS })
      .records({
        type: 'site-visit.planned.v1',
        data: { visit: 'visit-1', plannedAt: day(9) },
        content: { place: 'Kilometre 12' },
      });
    expect(head.visitsOpen).toEqual({ open: 1, named: ['visit-1'] });
    monitored
      .when('plan-visit', { plannedAt: day(9) }, { by: WITNESS })
      .records({ type: 'site-visit.planned.v1', data: { visit: 'visit-1', plannedAt: day(9) } });
  });

  it.each([
    ['done', day(9)],
    ['excused', day(2)],
  ] as const)('is %s, with a note', (outcome, when) => {
    const settled = planned
      .when('settle-visit', { visit: 'visit-1', outcome, note: 'Seen, or rained off.' }, { by: WITNESS, at: when })
      .records({
        type: 'site-visit.settled.v1',
        data: { visit: 'visit-1', outcome },
        content: { note: 'Seen, or rained off.' },
      });
    expect(settled.head.visitsOpen.open).toBe(0);
    settled
      .when('settle-visit', { visit: 'visit-1', outcome: 'done', note: 'Again.' }, { by: WITNESS, at: day(10) })
      .refuses('visit-settled', { visit: 'visit-1', outcome });
  });

  it('is not done before its day', () => {
    planned
      .when('settle-visit', { visit: 'visit-1', outcome: 'done', note: 'Early.' }, { by: WITNESS, at: day(8) })
      .refuses('observed-in-the-future', { plannedAt: day(9), now: day(8) });
  });

  it('must be known', () => {
    planned
      .when('settle-visit', { visit: 'visit-2', outcome: 'done', note: 'None.' }, { by: WITNESS })
      .refuses('visit-unknown', { visit: 'visit-2' });
  });
});

describe('the end of the contract', () => {
  const end = { end: 'completed', endedAt: day(3) };

  it('says how it ended and after how many amendments', () => {
    const { head } = amended.when('record-contract-end', end, { by: AUTHORITY, at: day(3) }).records({
      type: 'contract.ended.v1',
      data: { end: 'completed', endedAt: day(3), amendments: 1 },
    });
    expect(head.contract).toMatchObject({ end: 'completed' });
  });

  it('ends a contract once, and never ahead', () => {
    unsigned.when('record-contract-end', end, { by: COORDINATOR, at: day(3) }).refuses('contract-not-signed', {});
    monitored
      .and({ type: 'contract.ended.v1', data: { end: 'terminated', endedAt: day(2), amendments: 0 } })
      .when('record-contract-end', end, { by: COORDINATOR, at: day(3) })
      .refuses('contract-ended', { end: 'terminated' });
    monitored
      .when('record-contract-end', end, { by: COORDINATOR, at: day(2) })
      .refuses('observed-in-the-future', { endedAt: day(3), now: day(2) });
  });
});
