import { describe, expect, it } from 'vitest';
import { AUTHORITY, COORDINATOR, caseIn, day, WITNESS } from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { awarded, CONTRACT_SIGNED, filed } from '../../test/support/watch-facts.ts';
import { sealOf } from '../observations/seal.ts';
import { subjectOf } from '../state.ts';

const review = given(...caseIn('integrity-pact', 'award-review'));
const RULING = { decision: 'awarded', decidedAt: day(0), suppliers: ['bidder-2'] };
const CORRECTION = { ...RULING, reason: 'The name of another bidder was copied.' };
const asRecorded = review.and(awarded());

describe('an award that was recorded wrongly', () => {
  it('is put right by a new fact; the former one stays', () => {
    for (const by of [COORDINATOR, AUTHORITY]) {
      const right = asRecorded.when('correct-award', CORRECTION, { by }).records({
        type: 'award.corrected.v1',
        data: { decision: 'awarded', decidedAt: day(0), suppliers: ['bidder-2'] },
        content: { reason: CORRECTION.reason },
      });
      expect(right.file.entries.map(({ type }) => type)).toContain('award.recorded.v1');
    }
    const value = { amount: 5, currency: 'MXN' };
    asRecorded.when('correct-award', { ...CORRECTION, value }, { by: COORDINATOR }).records({
      type: 'award.corrected.v1',
      data: { decision: 'awarded', decidedAt: day(0), suppliers: ['bidder-2'], value },
      content: { reason: CORRECTION.reason },
    });
    const none = { ...CORRECTION, decision: 'none', suppliers: [] };
    expect(asRecorded.when('correct-award', none, { by: COORDINATOR }).succeeds().head.award?.decision).toBe('none');
  });

  it('leaves open what the first record opened', () => {
    const sealed = asRecorded.and(filed('observation-1', { visibility: 'after-award' }));
    const right = sealed.when('correct-award', CORRECTION, { by: COORDINATOR }).succeeds();
    const observation = subjectOf(right.file.state.subjects, 'observation', 'observation-1');
    expect(observation === undefined ? undefined : sealOf(observation, { head: right.head, now: day(1) })).toBe('open');
  });

  it('is corrected while it is under review, by who may record it, and holds what an award must', () => {
    review.when('correct-award', CORRECTION, { by: COORDINATOR }).refuses('award-not-recorded');
    asRecorded.when('correct-award', CORRECTION, { by: WITNESS }).refuses('not-permitted');
    asRecorded
      .when('correct-award', { ...CORRECTION, suppliers: [] }, { by: COORDINATOR })
      .refuses('award-contradicts', { decision: 'awarded', suppliers: [] });
    asRecorded
      .when('correct-award', { ...CORRECTION, suppliers: ['bidder-9'] }, { by: COORDINATOR })
      .refuses('bidder-unknown', { bidder: 'bidder-9' });
    given(...caseIn('integrity-pact', 'implementation-monitoring'), awarded())
      .when('correct-award', CORRECTION, { by: COORDINATOR })
      .refuses('wrong-stage');
  });

  it('cannot become none once its contract is signed', () => {
    asRecorded
      .and(CONTRACT_SIGNED)
      .when('correct-award', { ...CORRECTION, decision: 'none', suppliers: [] }, { by: COORDINATOR })
      .refuses('contract-signed-already');
    asRecorded.and(CONTRACT_SIGNED).when('correct-award', CORRECTION, { by: COORDINATOR }).succeeds();
  });
});

describe('an award', () => {
  it('that is made names its suppliers', () => {
    review
      .when('record-award', { ...RULING, suppliers: [] }, { by: COORDINATOR })
      .refuses('award-contradicts', { decision: 'awarded', suppliers: [] });
  });

  it('of none leaves nothing to sign', () => {
    review
      .and(awarded('none'))
      .when('record-contract-signature', { signedAt: day(0) }, { by: COORDINATOR })
      .refuses('nothing-awarded');
  });
});
