import { describe, expect, it } from 'vitest';
import { agendaOf } from '../../test/support/agenda-of.ts';
import { caseIn, day, type ToldFact } from '../../test/support/cast.ts';

const PACT = caseIn('integrity-pact', 'tender-observation');

describe('a recommendation', () => {
  const item = 'follow-up:recommendation-1';
  const made: ToldFact = {
    type: 'recommendations.made.v1',
    data: { report: 'report-1', textIn: 1, recommendations: [{ recommendation: 'recommendation-1', dueAt: day(60) }] },
  };
  const told = (level: 'formal' | 'concrete-feedback', from: 'none' | 'concrete-feedback'): ToldFact => ({
    type: 'recommendation.followed-up.v1',
    data: { recommendation: 'recommendation-1', number: 1, level, from, lowered: false, dueAt: day(60) },
    content: {},
  });
  const overdue: ToldFact = {
    type: 'recommendation.overdue.v1',
    data: { recommendation: 'recommendation-1', level: 'none' },
  };

  it('asks the team to follow it up by its date, reminds of it, and lapses', () => {
    const begun = agendaOf(...PACT, made).get(item);
    expect(begun).toMatchObject({ dueAt: day(60), persons: ['witness-1', 'witness-2'], audience: 'public' });
    const { remindAt = '' } = begun ?? {};
    expect([remindAt > day(50), remindAt < day(60)]).toEqual([true, true]);
    expect(agendaOf(...PACT, made, overdue).get(item)).toMatchObject({ state: 'open', lapsed: true });
  });

  it('is settled by concrete feedback, and asked for again when that is taken back', () => {
    const state = (...facts: readonly ToldFact[]) => agendaOf(...PACT, made, ...facts).get(item)?.state;
    expect(state(told('formal', 'none'))).toBe('open');
    expect(state(told('concrete-feedback', 'none'))).toBe('done');
    expect(state(told('concrete-feedback', 'none'), told('formal', 'concrete-feedback'))).toBe('open');
  });
});
