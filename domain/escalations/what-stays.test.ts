import { describe, expect, it } from 'vitest';
import { CONTROL, COORDINATOR, caseIn, day, SYSTEM, type ToldFact, WITNESS } from '../../test/support/cast.ts';
import { type Given, given } from '../../test/support/specification.ts';
import { answered, escalated, filed } from '../../test/support/watch-facts.ts';
import { foldMilestones, judgeMilestones, NO_MILESTONES } from '../milestones/milestones.ts';
import { subjectOf } from '../state.ts';

const ONE = { escalation: 'escalation-1' };
const FINDINGS = ['observation-1', 'observation-2'];
const letter = 'Nobody answered.';
const sent = given(
  ...caseIn('integrity-pact', 'award-review'),
  filed('observation-1', { severity: 'grave' }),
  filed('observation-2', { severity: 'serious' }),
  escalated('escalation-1', FINDINGS),
);
const LAPSED: ToldFact = {
  type: 'escalation.lapsed.v1',
  data: { ...ONE, nextControlAuthority: 'supreme-audit' },
  by: SYSTEM,
};
const escalationOf = ({ file }: Given, id = 'escalation-1') => subjectOf(file.state.subjects, 'escalation', id);
const findingOf = ({ file }: Given, id: string) => subjectOf(file.state.subjects, 'observation', id);

describe('the course of an escalation', () => {
  it('names each step, who took it and when', () => {
    const step = (of: Given, name: Parameters<Given['when']>[0], days: number, input: object = {}) =>
      of.when(name, { ...ONE, ...input }, { by: CONTROL, at: day(days) }).succeeds();
    const answer = { outcome: 'no-violation', remedies: [], answer: 'We saw none.' };
    const reviewed = step(step(sent, 'acknowledge-escalation', 1), 'begin-review', 2);
    const revised = step(step(reviewed, 'answer-escalation', 3, answer), 'revise-answer', 4, {
      ...answer,
      reason: 'A word was wrong.',
    });
    expect(escalationOf(revised)?.steps?.map(({ step: name, at, by }) => [name, at, by])).toEqual([
      ['sent', day(0), 'coordinator'],
      ['acknowledged', day(1), 'control-authority'],
      ['review-begun', day(2), 'control-authority'],
      ['answered', day(3), 'control-authority'],
      ['answer-revised', day(4), 'control-authority'],
    ]);
  });

  it('names what became of the proposal of another tier', () => {
    const lapsed = sent.and(LAPSED);
    const names = (of: Given) => escalationOf(of)?.steps?.map(({ step }) => step);
    const further = lapsed.when('escalate-further', { ...ONE, letter }, { by: WITNESS }).succeeds();
    expect(names(further)).toEqual(['sent', 'lapsed', 'escalated-further']);
    const declining = { ...ONE, reason: 'It was corrected.' };
    const declined = lapsed.when('decline-next-tier', declining, { by: COORDINATOR }).succeeds();
    expect(names(declined)).toEqual(['sent', 'lapsed', 'next-tier-declined']);
    expect(escalationOf(declined)?.proposal).toMatchObject({ declinedIn: declined.file.entries.length });
  });
});

describe('a late answer', () => {
  const late = (of: Given) => escalationOf(of.and(answered('escalation-1', FINDINGS)))?.proposal;
  const lapsed = sent.and(LAPSED);

  it('takes back a proposal that nobody decided on, and leaves what was decided', () => {
    expect(late(lapsed)).toBeUndefined();
    const further = lapsed.when('escalate-further', { ...ONE, letter }, { by: WITNESS }).succeeds();
    expect(late(further)).toMatchObject({ acceptedAs: 'escalation-2' });
    const declined = lapsed
      .when('decline-next-tier', { ...ONE, reason: 'It was corrected.' }, { by: COORDINATOR })
      .succeeds();
    expect(late(declined)).toMatchObject({ controlAuthority: 'supreme-audit', declinedIn: expect.any(Number) });
  });
});

describe('an authority without competence', () => {
  const both = sent.and(escalated('escalation-2', FINDINGS, { to: 'supreme-audit', tier: 2 }));
  const none = { outcome: 'no-competence', remedies: [], answer: 'It is not ours.' };

  it('says so for its own escalation alone, with who has it', () => {
    const after = both
      .when('answer-escalation', { ...ONE, ...none, competentAuthority: 'anticorruption-prosecutor' }, { by: CONTROL })
      .succeeds();
    expect(escalationOf(after)).toMatchObject({ competentAuthority: 'anticorruption-prosecutor' });
    for (const id of FINDINGS) {
      const told = findingOf(after, id)?.escalations.map(({ escalation, noCompetence }) => [escalation, noCompetence]);
      expect(told).toEqual([
        ['escalation-1', true],
        ['escalation-2', undefined],
      ]);
    }
    const saw = both.when(
      'answer-escalation',
      { ...ONE, outcome: 'no-violation', remedies: [], answer: 'None.' },
      { by: CONTROL },
    );
    expect(findingOf(saw.succeeds(), 'observation-1')?.escalations.some(({ noCompetence }) => noCompetence)).toBe(
      false,
    );
  });

  it('may name another of its own tier, which is proposed where nobody else of the tier was asked', () => {
    const committee = given(
      ...caseIn('oversight-committee', 'award-review'),
      filed('observation-1', { by: { person: 'member-1', roles: ['member'] }, severity: 'grave' }),
      escalated('escalation-1', ['observation-1'], { to: 'comptroller-general', tier: 2 }),
      {
        type: 'liaison.accredited.v1',
        data: { person: 'control-9', kind: 'control-authority', controlAuthority: 'comptroller-general' },
      },
    );
    const by = { person: 'control-9', roles: ['control-authority'] } as const;
    const naming = { ...ONE, ...none, competentAuthority: 'court-of-accounts' };
    const named = committee.when('answer-escalation', naming, { by }).succeeds();
    expect(escalationOf(named)?.proposal).toMatchObject({
      controlAuthority: 'court-of-accounts',
      because: 'no-competence',
    });
    // Nobody else of the tier is left to be chosen: one was named.
    const member = { person: 'member-1', roles: ['member'] } as const;
    named
      .when('escalate-further', { ...ONE, letter, controlAuthority: 'comptroller-general' }, { by: member })
      .refuses('next-tier-unfit', { controlAuthorities: ['court-of-accounts'] });
  });
});

describe('an inspection', () => {
  it('may be planned for the very day', () => {
    const planned = { outcome: 'inspection-planned', remedies: [], answer: 'We come.' };
    sent.when('answer-escalation', { ...ONE, ...planned, inspectionOn: '2026-03-02' }, { by: CONTROL }).succeeds();
  });
});

describe('a remedy', () => {
  const first = sent.and(answered('escalation-1', ['observation-1']));
  const e5 = ({ file }: Given) => {
    const judged = judgeMilestones('case', file.entries.reduce(foldMilestones, NO_MILESTONES));
    const judgement = judged.find(({ id }) => id === 'E5')?.judgement;
    return judgement?.applies === true ? judgement.status : 'does not apply';
  };
  const revising = (remedies: readonly object[], outcome: string) =>
    first
      .when(
        'revise-answer',
        { ...ONE, outcome, remedies, answer: 'So.', reason: 'A court found otherwise.', number: 'PA-1' },
        { by: CONTROL },
      )
      .succeeds();

  it('that a later answer does not name any more is taken back', () => {
    const after = revising([{ observation: 'observation-2', remedy: 'not-eliminated' }], 'proceeding-opened');
    expect(findingOf(after, 'observation-1')?.remedy).toBeUndefined();
    expect(findingOf(after, 'observation-2')).toMatchObject({ remedy: 'not-eliminated', remedyFrom: 'escalation-1' });
  });

  it('counts for the milestone as the newest answer tells it', () => {
    expect(e5(first)).toBe('achieved');
    const worse = revising([{ observation: 'observation-1', remedy: 'not-eliminated' }], 'proceeding-opened');
    expect(e5(worse)).toBe('notAchieved');
    const withdrawn = revising([], 'proceeding-opened');
    expect(e5(withdrawn)).not.toBe('achieved');
  });
});
