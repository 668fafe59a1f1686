import { describe, expect, it } from 'vitest';
import {
  accredited,
  after,
  at,
  CONTROL,
  COORDINATOR,
  caseIn,
  day,
  resumed,
  SUSPENDED,
  SYSTEM,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { answered, escalated, filed, withdrawn } from '../../test/support/watch-facts.ts';
import type { CaseCommandName } from '../commands.ts';

const FINDINGS = ['observation-1', 'observation-2'];
const sent = given(
  ...caseIn('integrity-pact', 'award-review'),
  filed('observation-1', { severity: 'grave' }),
  filed('observation-2', { severity: 'serious' }),
  escalated('escalation-1', FINDINGS),
);
const escalation = { escalation: 'escalation-1' };
const DUE_AT = '2026-04-14T06:00:00.000Z';
const SECOND_TIER = { person: 'control-2', roles: ['control-authority' as const] };

const DELIVERED: ToldFact = { type: 'escalation.delivered.v1', data: escalation };
const ACKNOWLEDGED: ToldFact = { type: 'escalation.acknowledged.v1', data: escalation };
const BEGUN: ToldFact = { type: 'escalation.review-begun.v1', data: escalation };
const LAPSED: ToldFact = { type: 'escalation.lapsed.v1', data: escalation };

const answer = {
  ...escalation,
  outcome: 'violation-corrected',
  remedies: [
    { observation: 'observation-1', remedy: 'eliminated' },
    { observation: 'observation-2', remedy: 'no-mechanism' },
  ],
  answer: 'The minutes were corrected.',
};

const STATES: Readonly<Record<string, readonly ToldFact[]>> = {
  sent: [],
  delivered: [DELIVERED],
  acknowledged: [ACKNOWLEDGED],
  'under-review': [ACKNOWLEDGED, BEGUN],
  answered: [answered('escalation-1', FINDINGS)],
  lapsed: [LAPSED],
};

const STEPS = [
  ['record-delivery', escalation, 'escalation.delivered.v1', ['sent']],
  ['acknowledge-escalation', escalation, 'escalation.acknowledged.v1', ['sent', 'delivered', 'lapsed']],
  ['begin-review', escalation, 'escalation.review-begun.v1', ['acknowledged', 'lapsed']],
  [
    'answer-escalation',
    answer,
    'escalation.answered.v1',
    ['sent', 'delivered', 'acknowledged', 'under-review', 'lapsed'],
  ],
] as const satisfies readonly (readonly [CaseCommandName, unknown, string, readonly string[]])[];

describe.each(STEPS)('%s', (name, input, type, allowedFrom) => {
  const by = name === 'record-delivery' ? SYSTEM : CONTROL;

  it.each(Object.entries(STATES))('from %s', (state, facts) => {
    const then = sent.and(...facts).when(name, input, { by });
    if (allowedFrom.some((from) => from === state)) expect(then.succeeds().file.entries.at(-1)?.type).toBe(type);
    else then.refuses('escalation-state', { state, allowedFrom });
  });

  it('concerns an escalation that there is', () => {
    sent
      .when(name, { ...input, escalation: 'escalation-2' }, { by })
      .refuses('escalation-unknown', { escalation: 'escalation-2' });
  });
});

describe('an escalation', () => {
  it('is seen by the authority that it was sent to: to another it does not exist', () => {
    const other = sent.and(accredited(SECOND_TIER, { kind: 'control-authority', controlAuthority: 'supreme-audit' }));
    for (const name of ['acknowledge-escalation', 'begin-review'] as const) {
      other.when(name, escalation, { by: SECOND_TIER }).refuses('escalation-unknown', escalation);
    }
    other.when('answer-escalation', answer, { by: SECOND_TIER }).refuses('escalation-unknown', escalation);
    other
      .when('acknowledge-escalation', escalation, { by: { ...SECOND_TIER, person: 'control-3' } })
      .refuses('not-permitted');
  });

  it('is worked on while the case is suspended, and after it is closed', () => {
    sent.and(SUSPENDED).when('acknowledge-escalation', escalation, { by: CONTROL }).succeeds();
    sent
      .and({ type: 'stage.advanced.v1', data: { from: 'final-report', to: 'closed' } })
      .when('answer-escalation', answer, { by: CONTROL })
      .succeeds();
  });

  it('is delivered by the machinery or the coordinator', () => {
    sent.when('record-delivery', escalation, { by: COORDINATOR }).records(DELIVERED);
    sent.when('record-delivery', escalation, { by: WITNESS }).refuses('not-permitted');
  });
});

describe('the answer to an escalation', () => {
  it.each([
    ['in time', after(DUE_AT, -1), false],
    ['late', DUE_AT, true],
  ])('is recorded when it comes %s, with a remedy for each finding', (_, when, late) => {
    const { remedies, outcome } = answer;
    const given1 = sent.when('answer-escalation', answer, { by: CONTROL, at: when }).records({
      type: 'escalation.answered.v1',
      data: { ...escalation, outcome, remedies, late } as never,
      content: { answer: 'The minutes were corrected.' },
    });
    expect(given1.head.escalationsUnanswered).toEqual({ open: 0, named: [] });
    const { subjects } = given1.file.state;
    expect(subjects.get('escalation-1')).toMatchObject({ state: 'answered', outcome });
    expect(FINDINGS.map((id) => subjects.get(id))).toMatchObject([
      { remedy: 'eliminated' },
      { remedy: 'no-mechanism' },
    ]);
  });

  it('leaves no finding without a remedy, and gives none to others, nor two to one', () => {
    const [first, second] = answer.remedies;
    const findings = FINDINGS;
    for (const [remedies, missing, foreign] of [
      [[first], ['observation-2'], []],
      [[first, second, { observation: 'observation-3', remedy: 'eliminated' }], [], ['observation-3']],
      [[first, second, second], [], []],
    ]) {
      sent
        .when('answer-escalation', { ...answer, remedies }, { by: CONTROL })
        .refuses('remedies-incomplete', { findings, missing, foreign });
    }
  });

  it('is late by a clock that stood still with the case', () => {
    const paused = sent.and(...at(day(1), SUSPENDED), ...at(day(15), resumed(day(1))));
    expect(
      paused.when('answer-escalation', answer, { by: CONTROL, at: DUE_AT }).succeeds().file.entries.at(-1)?.data,
    ).toMatchObject({ late: false });
  });
});

describe('the term for the answer', () => {
  it('lapses once, and proposes the next tier', () => {
    sent
      .when('lapse-escalation', escalation, { by: SYSTEM, at: after(DUE_AT, -1) })
      .refuses('term-running', { dueAt: DUE_AT });
    sent
      .when('lapse-escalation', escalation, { by: SYSTEM, at: DUE_AT })
      .records({ type: 'escalation.lapsed.v1', data: { ...escalation, nextControlAuthority: 'supreme-audit' } })
      .when('lapse-escalation', escalation, { by: SYSTEM })
      .refuses('nothing-to-lapse', {});
  });

  it('proposes nobody after the last tier', () => {
    sent
      .and(escalated('escalation-2', ['observation-1'], { to: 'anticorruption-prosecutor', tier: 3 }))
      .when('lapse-escalation', { escalation: 'escalation-2' }, { by: SYSTEM, at: day(90) })
      .records({ type: 'escalation.lapsed.v1', data: { escalation: 'escalation-2' } });
  });

  it('lapses once even if the authority went on with it afterwards', () => {
    sent
      .and(...at(DUE_AT, LAPSED, ACKNOWLEDGED))
      .when('lapse-escalation', escalation, { by: SYSTEM })
      .refuses('nothing-to-lapse', {});
  });

  it('does not lapse where nothing is awaited', () => {
    for (const facts of [[answered('escalation-1', FINDINGS)], [LAPSED]]) {
      sent
        .and(...facts)
        .when('lapse-escalation', escalation, { by: SYSTEM, at: day(90) })
        .refuses('nothing-to-lapse', {});
    }
    sent.when('lapse-escalation', { escalation: 'escalation-9' }, { by: SYSTEM }).refuses('nothing-to-lapse', {});
  });

  it('does not lapse while the case is suspended', () => {
    sent
      .and(SUSPENDED)
      .when('lapse-escalation', escalation, { by: SYSTEM, at: day(90) })
      .refuses('case-suspended', {});
  });
});

describe('a finding that was withdrawn after it was sent', () => {
  const left = sent.and(withdrawn('observation-2'));
  const [first] = answer.remedies;

  it('needs no remedy, whatever the outcome', () => {
    left.when('answer-escalation', { ...answer, remedies: [first] }, { by: CONTROL }).succeeds();
    left
      .and(withdrawn('observation-1'))
      .when('answer-escalation', { ...answer, outcome: 'closed-without-action', remedies: [] }, { by: CONTROL })
      .succeeds();
  });

  it('can have none', () => {
    left
      .when('answer-escalation', answer, { by: CONTROL })
      .refuses('observation-withdrawn', { observation: 'observation-2' });
  });
});
