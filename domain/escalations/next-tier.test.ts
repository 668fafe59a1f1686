import { describe, expect, it } from 'vitest';
import { CHAIR, CONTROL, COORDINATOR, caseIn, day, SYSTEM, type ToldFact, WITNESS } from '../../test/support/cast.ts';
import { type Given, given } from '../../test/support/specification.ts';
import { answered, escalated, filed, withdrawn } from '../../test/support/watch-facts.ts';
import { subjectOf } from '../state.ts';

const letter = 'Nobody answered.';
const ONE = { escalation: 'escalation-1' };
const FINDINGS = ['observation-1', 'observation-2'];
const LAPSED: ToldFact = {
  type: 'escalation.lapsed.v1',
  data: { ...ONE, nextControlAuthority: 'supreme-audit' },
  by: SYSTEM,
};
const sent = given(
  ...caseIn('integrity-pact', 'award-review'),
  filed('observation-1', { severity: 'grave' }),
  filed('observation-2', { severity: 'serious', visibility: 'restricted' }),
  escalated('escalation-1', FINDINGS),
);
const lapsed = sent.and(LAPSED);
const DUE_AT = '2026-04-14T06:00:00.000Z';

const proposalOf = ({ file }: Given) => subjectOf(file.state.subjects, 'escalation', 'escalation-1')?.proposal;

describe('the next tier', () => {
  it('is proposed when the term of an authority passes', () => {
    expect(proposalOf(lapsed)).toMatchObject({ controlAuthority: 'supreme-audit', because: 'lapsed' });
  });

  it('is asked about the same findings, and its term begins', () => {
    const after = lapsed.when('escalate-further', { ...ONE, letter }, { by: WITNESS }).records({
      type: 'escalation.sent.v1',
      withoutName: true,
      data: {
        escalation: 'escalation-2',
        findings: ['observation-1'],
        controlAuthority: 'supreme-audit',
        tier: 2,
        answerDueAt: DUE_AT,
        follows: 'escalation-1',
      },
      content: { letter, findings: ['observation-2'], by: 'witness-1' },
    });
    expect(proposalOf(after)).toMatchObject({ acceptedAs: 'escalation-2' });
    expect(subjectOf(after.file.state.subjects, 'escalation', 'escalation-2')).toMatchObject({
      follows: 'escalation-1',
      findings: FINDINGS,
    });
    after.when('escalate-further', { ...ONE, letter }, { by: WITNESS }).refuses('nothing-proposed', ONE);
  });

  it('is told no more of anybody than the first one was, and less where that is asked for', () => {
    const wished = given(
      ...caseIn('integrity-pact', 'award-review'),
      filed('observation-1', { severity: 'grave' }),
      filed('observation-2', { severity: 'serious', visibility: 'restricted' }),
      escalated('escalation-1', FINDINGS, { sanitised: true }),
      LAPSED,
    );
    for (const [before, input] of [
      [wished, {}],
      [lapsed, { sanitised: true }],
    ] as const) {
      const after = before.when('escalate-further', { ...ONE, letter, ...input }, { by: WITNESS }).succeeds();
      expect(after.file.entries.at(-1)?.data).toMatchObject({ follows: 'escalation-1', sanitised: true });
    }
  });

  it('is left out with a reason, once', () => {
    const declined = lapsed
      .when('decline-next-tier', { ...ONE, reason: 'It was corrected.' }, { by: COORDINATOR })
      .records({
        type: 'escalation.next-tier-declined.v1',
        withoutName: true,
        data: ONE,
        content: { reason: 'It was corrected.', by: 'coordinator-1' },
      });
    for (const name of ['decline-next-tier', 'escalate-further'] as const) {
      declined
        .when(name, { ...ONE, ...(name === 'escalate-further' ? { letter } : { reason: letter }) }, { by: WITNESS })
        .refuses('nothing-proposed', ONE);
    }
  });

  it('is proposed after a silence alone, and no longer once the answer came', () => {
    for (const before of [sent, lapsed.and(answered('escalation-1', FINDINGS))]) {
      before.when('escalate-further', { ...ONE, letter }, { by: WITNESS }).refuses('nothing-proposed', ONE);
    }
    const unknown = { escalation: 'escalation-9' };
    sent.when('escalate-further', { ...unknown, letter }, { by: WITNESS }).refuses('escalation-unknown', unknown);
  });

  it('is chosen by the team or the coordinator, by no authority, and in a closed case as well', () => {
    for (const by of [CONTROL, CHAIR]) {
      lapsed.when('escalate-further', { ...ONE, letter }, { by }).refuses('not-permitted');
    }
    lapsed
      .and({ type: 'stage.advanced.v1', data: { from: 'final-report', to: 'closed' } })
      .when('escalate-further', { ...ONE, letter }, { by: COORDINATOR })
      .succeeds();
  });

  it('is asked once about each finding: what it was sent before is left out', () => {
    const both = lapsed.and(escalated('escalation-2', ['observation-1'], { to: 'supreme-audit', tier: 2 }));
    const after = both.when('escalate-further', { ...ONE, letter }, { by: WITNESS }).succeeds();
    expect(after.file.entries.at(-1)).toMatchObject({
      data: { findings: [] },
      content: { findings: ['observation-2'] },
    });
    sent
      .and(escalated('escalation-2', FINDINGS, { to: 'supreme-audit', tier: 2 }))
      .when('lapse-escalation', ONE, { by: SYSTEM, at: day(60) })
      .records({ type: 'escalation.lapsed.v1', data: ONE });
  });

  it('learns of no finding that was withdrawn', () => {
    const one = lapsed.and(withdrawn('observation-1'));
    const after = one.when('escalate-further', { ...ONE, letter }, { by: WITNESS }).succeeds();
    expect(after.file.entries.at(-1)?.data).toMatchObject({ findings: [] });
    one
      .and(withdrawn('observation-2'))
      .when('escalate-further', { ...ONE, letter }, { by: WITNESS })
      .refuses('observation-withdrawn', { observation: 'observation-1' });
  });
});

describe('where several authorities stand on one tier', () => {
  const committee = given(
    ...caseIn('oversight-committee', 'award-review'),
    filed('observation-1', { by: CHAIR, severity: 'grave' }),
    escalated('escalation-1', ['observation-1'], { to: 'public-procurement-directorate' }),
    { type: 'escalation.lapsed.v1', data: { ...ONE, nextControlAuthority: 'court-of-accounts' } },
  );
  const further = (controlAuthority?: string) =>
    committee.when(
      'escalate-further',
      { ...ONE, letter, ...(controlAuthority === undefined ? {} : { controlAuthority }) },
      { by: CHAIR },
    );

  it('one of them is chosen, the first unless said', () => {
    for (const [chosen, asked] of [
      [undefined, 'court-of-accounts'],
      ['comptroller-general', 'comptroller-general'],
    ]) {
      expect(further(chosen).succeeds().file.entries.at(-1)?.data).toMatchObject({ controlAuthority: asked, tier: 2 });
    }
    further('public-procurement-directorate').refuses('next-tier-unfit', {
      controlAuthorities: ['court-of-accounts', 'comptroller-general'],
    });
  });

  it('the tier is asked once, unless who was asked lacks the competence', () => {
    const asked = further().succeeds();
    const sending = { findings: ['observation-1'], controlAuthority: 'comptroller-general', letter };
    asked.when('escalate-findings', sending, { by: CHAIR }).refuses('tier-escalated', {
      observation: 'observation-1',
      tier: 2,
      escalation: 'escalation-2',
    });
    asked
      .and({
        type: 'escalation.answered.v1',
        data: { escalation: 'escalation-2', outcome: 'no-competence', remedies: [], late: false },
        content: { answer: 'Not ours.' },
      })
      .when('escalate-findings', sending, { by: CHAIR })
      .succeeds();
  });
});

describe('an authority without competence', () => {
  const none = { ...ONE, outcome: 'no-competence', remedies: [], answer: 'It is not ours.' };

  it('names who has it, and that one is proposed, whatever its tier', () => {
    const after = sent
      .when('answer-escalation', { ...none, competentAuthority: 'anticorruption-prosecutor' }, { by: CONTROL })
      .records({
        type: 'escalation.answered.v1',
        data: {
          ...ONE,
          outcome: 'no-competence',
          remedies: [],
          late: false,
          competentAuthority: 'anticorruption-prosecutor',
          nextControlAuthority: 'anticorruption-prosecutor',
        },
        content: { answer: 'It is not ours.' },
      });
    after
      .when('escalate-further', { ...ONE, letter, controlAuthority: 'supreme-audit' }, { by: WITNESS })
      .refuses('next-tier-unfit', { controlAuthorities: ['anticorruption-prosecutor'] });
    const further = after.when('escalate-further', { ...ONE, letter }, { by: WITNESS }).succeeds();
    expect(further.file.entries.at(-1)?.data).toMatchObject({ tier: 3 });
  });

  it('names a body that the profile does not know by its name: nothing is proposed', () => {
    const after = sent
      .when('answer-escalation', { ...none, competentBody: 'The court of the province' }, { by: CONTROL })
      .succeeds();
    expect(proposalOf(after)).toBeUndefined();
    expect(after.file.entries.at(-1)?.content).toEqual({
      answer: 'It is not ours.',
      competentBody: 'The court of the province',
    });
  });

  it('does not name itself, or nobody', () => {
    for (const competentAuthority of ['internal-control', 'court-of-accounts']) {
      sent
        .when('answer-escalation', { ...none, competentAuthority }, { by: CONTROL })
        .refuses('control-authority-unknown', {
          controlAuthorities: ['supreme-audit', 'anticorruption-prosecutor'],
        });
    }
  });

  it('that was asked already is proposed to nobody', () => {
    const asked = sent.and(escalated('escalation-2', FINDINGS, { to: 'supreme-audit', tier: 2 }));
    const after = asked
      .when('answer-escalation', { ...none, competentAuthority: 'supreme-audit' }, { by: CONTROL })
      .succeeds();
    expect(after.file.entries.at(-1)?.data).not.toHaveProperty('nextControlAuthority');
  });
});
