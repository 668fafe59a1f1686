import { describe, expect, it } from 'vitest';
import { CHAIR, COORDINATOR, caseIn, WITNESS } from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { escalated, filed, notified } from '../../test/support/watch-facts.ts';

const pact = given(
  ...caseIn('integrity-pact', 'award-review'),
  filed('observation-1', { severity: 'grave' }),
  filed('observation-2', { severity: 'serious' }),
  filed('observation-3'),
);
const letter = 'See what the team found.';
const sending = { findings: ['observation-1', 'observation-2'], controlAuthority: 'internal-control', letter };
/** Thirty working days after Monday 2 March, by the clock of Mexico City. */
const DUE_AT = '2026-04-14T06:00:00.000Z';

const openFindings = ({ head }: typeof pact) => [head.findingsUnput.open, head.graveUnescalated.open];

describe('escalating findings', () => {
  it('sends them to a control authority, and starts its term', () => {
    const after = pact.when('escalate-findings', sending, { by: WITNESS }).records({
      type: 'escalation.sent.v1',
      data: {
        escalation: 'escalation-1',
        findings: ['observation-1', 'observation-2'],
        controlAuthority: 'internal-control',
        tier: 1,
        answerDueAt: DUE_AT,
      },
      content: { letter },
    });
    expect(after.head.escalationsUnanswered).toEqual({ open: 1, named: ['escalation-1'] });
    expect(openFindings(after)).toEqual([0, 0]);
    expect(after.file.state.subjects.get('observation-2')).toMatchObject({
      escalations: [{ escalation: 'escalation-1', controlAuthority: 'internal-control' }],
      escalationAccounted: true,
    });
  });

  it('records the wish that nobody and no place is told to the authority, and that wish alone', () => {
    const after = pact.when('escalate-findings', { ...sending, sanitised: true }, { by: WITNESS }).succeeds();
    expect(after.file.entries.at(-1)).toMatchObject({ data: { sanitised: true } });
    expect(after.file.state.subjects.get('escalation-1')).toMatchObject({ sanitised: true });
    const plain = pact.when('escalate-findings', sending, { by: WITNESS }).succeeds();
    expect(plain.file.entries.at(-1)?.data).not.toHaveProperty('sanitised');
    expect(plain.file.state.subjects.get('escalation-1')).not.toHaveProperty('sanitised');
  });

  it('sends each finding once', () => {
    const after = pact
      .when('escalate-findings', { ...sending, findings: ['observation-2', 'observation-2'] }, { by: WITNESS })
      .succeeds();
    expect(after.file.entries.at(-1)?.data).toMatchObject({ findings: ['observation-2'] });
    expect(openFindings(after)).toEqual([1, 1]);
  });

  it('may go on to the next tier, never twice to the same authority', () => {
    const sent = pact.and(escalated('escalation-1', ['observation-1']));
    sent.when('escalate-findings', sending, { by: WITNESS }).refuses('finding-escalated', {
      observation: 'observation-1',
      controlAuthority: 'internal-control',
    });
    const { head } = sent
      .when('escalate-findings', { ...sending, controlAuthority: 'supreme-audit' }, { by: WITNESS })
      .succeeds();
    expect([head.findingsUnput.open, head.graveUnescalated.open, head.escalationsUnanswered.open]).toEqual([0, 0, 2]);
  });

  it('counts a finding once that was put to the contracting authority before', () => {
    expect(openFindings(pact.and(notified('observation-1')))).toEqual([1, 1]);
    expect(openFindings(pact.and(notified('observation-1'), escalated('escalation-1', ['observation-1'])))).toEqual([
      1, 0,
    ]);
  });

  it('needs findings that there are', () => {
    pact
      .when('escalate-findings', { ...sending, findings: ['observation-1', 'observation-9'] }, { by: WITNESS })
      .refuses('observation-unknown', { observation: 'observation-9' });
    pact
      .when('escalate-findings', { ...sending, findings: ['observation-3'] }, { by: WITNESS })
      .refuses('not-a-finding', { observation: 'observation-3' });
    pact.when('escalate-findings', { ...sending, findings: [] }, { by: WITNESS }).cannotTake('findings');
  });

  it('needs an authority of the profile’s tiers', () => {
    pact
      .when('escalate-findings', { ...sending, controlAuthority: 'court-of-accounts' }, { by: WITNESS })
      .refuses('control-authority-unknown', {
        controlAuthorities: ['internal-control', 'supreme-audit', 'anticorruption-prosecutor'],
      });
  });

  it('is the team’s', () => {
    for (const by of [COORDINATOR, CHAIR]) pact.when('escalate-findings', sending, { by }).refuses('not-permitted');
  });
});

describe('a grave finding that is not escalated', () => {
  const why = { observation: 'observation-1', reason: 'It was corrected before our eyes.' };

  it('needs a reason, which is content', () => {
    const after = pact.when('reason-non-escalation', why, { by: WITNESS }).records({
      type: 'non-escalation.reasoned.v1',
      data: {},
      content: why,
    });
    expect(openFindings(after)).toEqual([2, 0]);
  });

  it('is accounted for once', () => {
    pact
      .when('reason-non-escalation', why, { by: WITNESS })
      .succeeds()
      .when('reason-non-escalation', why, { by: WITNESS })
      .refuses('finding-escalated', { observation: 'observation-1' });
    pact
      .and(escalated('escalation-1', ['observation-1']))
      .when('reason-non-escalation', why, { by: WITNESS })
      .refuses('finding-escalated', { observation: 'observation-1' });
  });

  it('may be escalated after all', () => {
    const after = pact
      .when('reason-non-escalation', why, { by: WITNESS })
      .succeeds()
      .when('escalate-findings', sending, { by: WITNESS })
      .succeeds();
    expect(openFindings(after)).toEqual([0, 0]);
  });

  it('is grave, and is there', () => {
    for (const observation of ['observation-2', 'observation-3']) {
      pact
        .when('reason-non-escalation', { ...why, observation }, { by: WITNESS })
        .refuses('not-grave', { observation });
    }
    pact
      .when('reason-non-escalation', { ...why, observation: 'observation-9' }, { by: WITNESS })
      .refuses('observation-unknown', { observation: 'observation-9' });
  });
});
