import { describe, expect, it } from 'vitest';
import { type EscalationOutcome, OUTCOMES, REMEDIES } from '../../events/vocabulary.ts';
import { CONTROL, caseIn, day, WITNESS } from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { escalated, filed, released, releaseProposed } from '../../test/support/watch-facts.ts';
import { subjectOf } from '../state.ts';
import { OUTCOME_RULES } from './outcomes.ts';

const ONE = { escalation: 'escalation-1' };
const FINDINGS = ['observation-1', 'observation-2'];
const sent = given(
  ...caseIn('integrity-pact', 'award-review'),
  filed('observation-1', { severity: 'grave' }),
  filed('observation-2', { severity: 'serious', visibility: 'restricted' }),
  escalated('escalation-1', FINDINGS),
);

/** What each outcome tells beside its remedies. */
const DETAILS: Readonly<Record<EscalationOutcome, object>> = {
  'proceeding-opened': { number: 'PA-17/2026' },
  'inspection-planned': { inspectionOn: '2026-03-20' },
  'referred-to-prosecutor': { number: 'FED/1/2026' },
  'violation-corrected': {},
  'no-violation': {},
  'no-competence': { competentAuthority: 'supreme-audit' },
  'insufficient-information': { missing: 'The minutes of the opening.' },
  'process-cancelled': {},
  'closed-without-action': {},
};

const remedied = (...remedies: readonly string[]) =>
  remedies.map((remedy, index) => ({ observation: FINDINGS[index] ?? '', remedy }));

const answering = (outcome: EscalationOutcome, remedies: readonly object[], details: object = DETAILS[outcome]) =>
  sent.when('answer-escalation', { ...ONE, outcome, remedies, answer: 'So it is.', ...details }, { by: CONTROL });

/** Every pair of remedies that each outcome takes, written down a second time. */
const TAKEN: Readonly<Record<EscalationOutcome, (one: string, other: string) => boolean>> = {
  'proceeding-opened': () => true,
  'inspection-planned': () => false,
  'referred-to-prosecutor': () => true,
  'violation-corrected': (...both) => both.includes('eliminated'),
  'no-violation': () => false,
  'no-competence': () => false,
  'insufficient-information': () => false,
  'process-cancelled': (...both) => !both.includes('not-eliminated'),
  'closed-without-action': (...both) => !both.includes('eliminated'),
};

describe.each(OUTCOMES)('the outcome %s', (outcome) => {
  it('takes the remedies that it bears out, and refuses the others by name', () => {
    for (const one of REMEDIES) {
      for (const other of REMEDIES) {
        const then = answering(outcome, remedied(one, other));
        if (TAKEN[outcome](one, other)) then.succeeds();
        else {
          const { allowed, atLeastOne } = OUTCOME_RULES[outcome];
          then.refuses('outcome-contradicts', {
            outcome,
            contradicting: remedied(one, other).filter(({ remedy }) => !allowed.some((each) => each === remedy)),
            allowed,
            ...(atLeastOne === undefined ? {} : { atLeastOne }),
          });
        }
      }
    }
  });

  it('needs a remedy of each finding, or of none', () => {
    const none = answering(outcome, []);
    if (OUTCOME_RULES[outcome].remedies === 'each') {
      none.refuses('remedies-incomplete', { findings: FINDINGS, missing: FINDINGS, foreign: [] });
    } else none.succeeds();
  });

  it('says what it must, and nothing that belongs to another', () => {
    const remedies = OUTCOME_RULES[outcome].remedies === 'each' ? remedied('no-mechanism', 'no-mechanism') : [];
    const right = outcome === 'violation-corrected' ? remedied('eliminated', 'no-mechanism') : remedies;
    const fields = Object.keys(DETAILS[outcome]);
    if (fields.length > 0) {
      const lacking =
        outcome === 'no-competence'
          ? { missing: [], oneOf: ['competentAuthority', 'competentBody'] }
          : { missing: fields };
      answering(outcome, right, {}).refuses('outcome-incomplete', { outcome, ...lacking, foreign: [] });
    }
    const other = fields.includes('missing') ? { number: 'X' } : { missing: 'Everything.' };
    answering(outcome, right, { ...DETAILS[outcome], ...other }).refuses('outcome-incomplete', {
      outcome,
      missing: [],
      foreign: Object.keys(other),
    });
  });
});

describe('an answer', () => {
  it('plans no inspection for a day that is over', () => {
    answering('inspection-planned', [], { inspectionOn: '2026-03-01' }).refuses('inspection-date-past', {
      today: '2026-03-02',
    });
    answering('inspection-planned', [], { inspectionOn: '2026-02-30' }).cannotTake('inspectionOn');
  });

  it('keeps numbers, days and names in its content', () => {
    const { file } = answering('proceeding-opened', []).succeeds();
    expect(file.entries.at(-1)).toMatchObject({
      data: { outcome: 'proceeding-opened', remedies: [], late: false },
      content: { answer: 'So it is.', number: 'PA-17/2026' },
    });
  });
});

describe('a later answer', () => {
  const before = answering('violation-corrected', remedied('eliminated', 'no-mechanism')).succeeds();
  const later = { ...ONE, reason: 'A court found otherwise.', answer: 'It was not corrected.' };
  const remedyOf = ({ file }: typeof before, id: string) => subjectOf(file.state.subjects, 'observation', id)?.remedy;

  it('is a version of its own: the remedies follow it, and the earlier ones stay on record', () => {
    const after = before
      .when(
        'revise-answer',
        { ...later, outcome: 'proceeding-opened', number: 'PA-1', remedies: remedied('not-eliminated') },
        { by: CONTROL, at: day(9) },
      )
      .records({
        type: 'escalation.answer-revised.v1',
        data: {
          ...ONE,
          number: 2,
          outcome: 'proceeding-opened',
          remedies: [{ observation: 'observation-1', remedy: 'not-eliminated' }],
          unremedied: [],
        },
        content: {
          answer: 'It was not corrected.',
          number: 'PA-1',
          reason: 'A court found otherwise.',
          unremedied: ['observation-2'],
        },
      });
    expect(FINDINGS.map((id) => remedyOf(after, id))).toEqual(['not-eliminated', undefined]);
    expect(subjectOf(after.file.state.subjects, 'escalation', 'escalation-1')).toMatchObject({
      state: 'answered',
      outcome: 'proceeding-opened',
      answers: [{ outcome: 'violation-corrected' }, { outcome: 'proceeding-opened', answeredAt: day(9) }],
    });
  });

  it('comes in a closed case as well, and names what is open by then', () => {
    const after = before
      .and(releaseProposed('observation-2', WITNESS), released('observation-2'))
      .and({ type: 'stage.advanced.v1', data: { from: 'final-report', to: 'closed' } })
      .when('revise-answer', { ...later, outcome: 'no-violation', remedies: [] }, { by: CONTROL, at: day(90) })
      .succeeds();
    expect(after.file.entries.at(-1)?.data).toMatchObject({ unremedied: FINDINGS });
    expect(FINDINGS.map((id) => remedyOf(after, id))).toEqual([undefined, undefined]);
  });

  it('leaves a remedy that another authority told', () => {
    const other = before.and(escalated('escalation-2', ['observation-1'], { to: 'supreme-audit', tier: 2 }), {
      type: 'escalation.answered.v1',
      data: {
        escalation: 'escalation-2',
        outcome: 'closed-without-action',
        remedies: [{ observation: 'observation-1', remedy: 'not-eliminated' }],
        late: false,
      },
      content: { answer: 'Closed.' },
    });
    const after = other
      .when('revise-answer', { ...later, outcome: 'no-violation', remedies: [] }, { by: CONTROL })
      .succeeds();
    expect(subjectOf(after.file.state.subjects, 'observation', 'observation-1')).toMatchObject({
      remedy: 'not-eliminated',
      remedyFrom: 'escalation-2',
    });
  });

  it('contradicts itself no more than the first', () => {
    before
      .when('revise-answer', { ...later, outcome: 'no-violation', remedies: remedied('eliminated') }, { by: CONTROL })
      .refuses('outcome-contradicts');
  });

  it('comes after a first one', () => {
    sent
      .when('revise-answer', { ...later, outcome: 'no-violation', remedies: [] }, { by: CONTROL })
      .refuses('escalation-state', { state: 'sent', allowedFrom: ['answered'] });
  });

  it('comes as often as a record can hold', () => {
    let given1 = before;
    for (let answers = 1; answers < 20; answers += 1) {
      given1 = given1
        .when('revise-answer', { ...later, outcome: 'no-violation', remedies: [] }, { by: CONTROL })
        .succeeds();
    }
    given1
      .when('revise-answer', { ...later, outcome: 'no-violation', remedies: [] }, { by: CONTROL })
      .refuses('answers-too-many', { answersMax: 20 });
  });
});
