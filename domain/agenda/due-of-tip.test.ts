import { describe, expect, it } from 'vitest';
import { agendaOf } from '../../test/support/agenda-of.ts';
import { caseIn, day, SUSPENDED, type ToldFact } from '../../test/support/cast.ts';

const PACT = caseIn('integrity-pact', 'tender-observation');
const TIP: ToldFact = {
  type: 'tip.received.v1',
  data: { tip: 'tip-1', files: 0, answerDueAt: day(9) },
  content: { text: 'Gravel.', language: 'es', files: [], receiptHash: 'a'.repeat(64) },
};

describe('a tip', () => {
  it('asks coordinators to answer a tip, also in a suspended case, until it is answered', () => {
    const waiting = agendaOf(...PACT, TIP).get('tip:tip-1');
    expect(waiting).toMatchObject({ what: 'answer-tip', about: 'tip-1', role: 'coordinator', audience: 'case' });
    expect(waiting?.remindAt).toEqual(expect.any(String));
    expect(agendaOf(...PACT, TIP, SUSPENDED).get('tip:tip-1')).toMatchObject({ state: 'open', standsStill: true });
    const overdue: ToldFact = { type: 'tip.overdue.v1', data: { tip: 'tip-1' } };
    expect(agendaOf(...PACT, TIP, overdue).get('tip:tip-1')).toMatchObject({ state: 'open', lapsed: true });
    const answered: ToldFact = {
      type: 'tip.answered.v1',
      data: { tip: 'tip-1', code: 'known-already', late: false },
      content: { reason: 'Seen.' },
    };
    expect(agendaOf(...PACT, TIP, SUSPENDED, answered).get('tip:tip-1')).toMatchObject({ state: 'done' });
    expect(agendaOf(...PACT, TIP, overdue, answered).get('tip:tip-1')).toMatchObject({ state: 'done' });
  });
});
