import { describe, expect, it } from 'vitest';
import { AUTHORITY, after, COORDINATOR, caseIn, day, OPENED_AT, WITNESS } from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { attended, awarded, scheduled } from '../../test/support/watch-facts.ts';

const reviewed = given(...caseIn('integrity-pact', 'award-review'));
const ruling = { decision: 'awarded', decidedAt: day(20), suppliers: ['bidder-2', 'bidder-2'] };

describe('the ruling on the award', () => {
  it('names the suppliers, each once, and the value', () => {
    for (const by of [COORDINATOR, AUTHORITY]) {
      const value = { amount: 1_000_000, currency: 'MXN' };
      const { head } = reviewed.when('record-award', { ...ruling, value }, { by, at: day(20) }).records({
        type: 'award.recorded.v1',
        data: { decision: 'awarded', decidedAt: day(20), suppliers: ['bidder-2'], value },
      });
      expect(head.award).toEqual({ decision: 'awarded', decidedAt: day(20) });
    }
  });

  it('may be that there is none', () => {
    reviewed
      .when('record-award', { decision: 'none', decidedAt: OPENED_AT, suppliers: [] }, { by: COORDINATOR })
      .records({ type: 'award.recorded.v1', data: { decision: 'none', decidedAt: OPENED_AT, suppliers: [] } });
  });

  it('does not contradict itself or the opening of the bids', () => {
    reviewed
      .when('record-award', { ...ruling, decision: 'none' }, { by: COORDINATOR, at: day(20) })
      .refuses('award-contradicts', { decision: 'none', suppliers: ruling.suppliers });
    reviewed
      .and(scheduled('act-1', { heldAt: day(15) }), attended('act-1', WITNESS))
      .when('record-award', { ...ruling, decidedAt: day(14) }, { by: COORDINATOR, at: day(20) })
      .refuses('award-contradicts', { decidedAt: day(14), bidsOpenedAt: day(15) });
  });

  it('is recorded once', () => {
    reviewed
      .and(awarded('none'))
      .when('record-award', ruling, { by: COORDINATOR, at: day(20) })
      .refuses('award-recorded-already', {});
  });

  it('lies in the past', () => {
    const now = after(day(20), -1);
    reviewed
      .when('record-award', ruling, { by: COORDINATOR, at: now })
      .refuses('observed-in-the-future', { decidedAt: day(20), now });
  });

  it('goes to bidders of the case', () => {
    reviewed
      .when('record-award', { ...ruling, suppliers: ['bidder-1', 'bidder-3'] }, { by: COORDINATOR, at: day(20) })
      .refuses('bidder-unknown', { bidder: 'bidder-3' });
  });

  it('is not the team’s to record, nor any that comes after its review', () => {
    reviewed.when('record-award', ruling, { by: WITNESS, at: day(20) }).refuses('not-permitted');
    given(...caseIn('integrity-pact', 'implementation-monitoring'))
      .when('record-award', ruling, { by: COORDINATOR, at: day(20) })
      .refuses('wrong-stage');
  });
});
