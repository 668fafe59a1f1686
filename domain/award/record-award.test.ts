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
    reviewed
      .and(scheduled('act-1', { heldAt: day(15) }), attended('act-1', WITNESS))
      .when('record-award', { ...ruling, decidedAt: day(15) }, { by: COORDINATOR, at: day(20) })
      .succeeds();
    const value = { amount: 1, currency: 'MXN' };
    reviewed
      .when('record-award', { decision: 'none', decidedAt: day(0), suppliers: [], value }, { by: COORDINATOR })
      .refuses('award-contradicts', { decision: 'none', suppliers: [] });
  });

  it('goes to those who share it: to bidders, to others, and to nobody but where there is none', () => {
    const partners = [{ name: 'Cerro Azul' }, { name: 'Nevado', identifier: { scheme: 'MX-RFC', id: 'NEV010101AB1' } }];
    const { head } = reviewed
      .when('record-award', { ...ruling, suppliers: [], partners }, { by: COORDINATOR, at: day(20) })
      .records({
        type: 'award.recorded.v1',
        data: { decision: 'awarded', decidedAt: day(20), suppliers: [], partners: 2 },
        content: {
          parties: [
            { party: 'supplier-1', ...partners[0] },
            { party: 'supplier-2', ...partners[1] },
          ],
        },
      });
    expect(head.award?.decision).toBe('awarded');
    reviewed
      .when('record-award', { ...ruling, decision: 'none', suppliers: [], partners }, { by: COORDINATOR, at: day(20) })
      .refuses('award-contradicts', { decision: 'none', suppliers: [] });
  });

  it('is told whole where it is told by hand, and not at all where it is taken from the official data', () => {
    const ask = (input: object) => reviewed.when('record-award', input, { by: COORDINATOR, at: day(20) });
    ask({}).cannotTake('decision', 'decidedAt', 'suppliers');
    ask({ from: 'official-data', ...ruling, partners: [] }).cannotTake(
      'decision',
      'decidedAt',
      'suppliers',
      'partners',
    );
    ask({ from: 'official-data', value: { amount: 1, currency: 'MXN' } }).cannotTake('value');
    ask({ from: 'hearsay' }).cannotTake('from');
    ask({ from: 'official-data' }).refuses('award-not-published', {});
  });

  it('may name no bidder of a case that has none', () => {
    given(...caseIn('integrity-pact', 'award-review', { bidders: 0 }))
      .when('record-award', ruling, { by: COORDINATOR, at: day(20) })
      .refuses('bidder-unknown', { bidder: 'bidder-2' });
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
    given(...caseIn('oversight-committee', 'final-report'))
      .when('record-award', ruling, { by: COORDINATOR, at: day(20) })
      .refuses('wrong-stage', { stage: 'final-report', allowedIn: ['award-review'] });
  });
});
