import { describe, expect, it } from 'vitest';
import type { FactData } from '../../events/catalogue.ts';
import {
  accepted,
  announced,
  CONSTITUTED,
  caseIn,
  DIGEST,
  day,
  proposed,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import {
  answered,
  asked,
  awarded,
  corrected,
  escalated,
  extended,
  filed,
  notified,
  replied,
} from '../../test/support/watch-facts.ts';
import { COMMANDS } from '../commands.ts';
import { deadlineChange } from './deadlines.ts';

const changeOf = (...facts: readonly ToldFact[]) => {
  const last = given(...caseIn('integrity-pact', 'award-review'), ...facts).file.entries.at(-1);
  if (last === undefined) throw new Error('Something was recorded.');
  return deadlineChange(last);
};

const FINDING = filed('observation-1', { severity: 'grave' });
const SENT = escalated('escalation-1', ['observation-1']);
const PUBLIC_VALUE = { beacon: 'drand-quicknet', publishedAfter: day(2) } as const;
const DRAW = announced({
  source: { kind: 'commit-reveal', parties: ['coordinator-1', 'authority-1'], revealBefore: day(1), ...PUBLIC_VALUE },
});
const REVEAL_FAILED: ToldFact = {
  type: 'draw.reveal-failed.v1',
  data: { draw: 'draw-1', party: 'authority-1', committed: true },
};
const SEEDED: ToldFact = { type: 'draw.seeded.v1', data: { draw: 'draw-1', beaconValue: DIGEST, seed: DIGEST } };
const finding = { observation: 'observation-1' };
const SEALED = filed('observation-1', { visibility: 'after-award' });
const BREACH: ToldFact = {
  type: 'pact.breach-reported.v1',
  data: { breach: 'breach-1', answerDueAt: day(9) },
  content: { accused: 'contracting-authority', provision: 'Clause 4.', circumstances: 'A trip was offered.' },
};
const EXTENSION: ToldFact = {
  type: 'committee.extended.v1',
  data: { months: 1, startedAt: day(0), endsAt: day(400), documentHash: DIGEST },
};
const DISSOLVED: ToldFact = {
  type: 'committee.dissolved.v1',
  data: { cause: 'authority-order', stage: 'award-review', decidedBy: 'coordinator' },
};
const OVERDUE: ToldFact = { type: 'answer.overdue.v1', data: { question: 'question-1', to: 'contracting-authority' } };
const accreditation = (differing: { accreditedUntil?: string }): ToldFact => ({
  type: 'accreditation.changed.v1',
  data: { person: 'witness-1', ...differing },
});

describe('a term', () => {
  it.each([
    ['a proposal', [proposed(WITNESS)], 'proposal:witness-1', day(8), 'lapse-proposal', { person: 'witness-1' }],
    [
      'a finding put to the authority',
      [FINDING, notified('observation-1')],
      'reply:observation-1',
      day(30),
      'lapse-reply',
      finding,
    ],
    [
      'an escalation',
      [FINDING, SENT],
      'answer:escalation-1',
      day(60),
      'lapse-escalation',
      { escalation: 'escalation-1' },
    ],
    ['a breach of the pact', [BREACH], 'breach:breach-1', day(9), 'lapse-breach-answer', { breach: 'breach-1' }],
    ['a committee', [CONSTITUTED], 'committee-term', day(366), 'end-committee-term', {}],
    ['its extension', [EXTENSION], 'committee-term', day(400), 'end-committee-term', {}],
    [
      'an extended embargo',
      [SEALED, extended('observation-1', day(20))],
      'embargo:observation-1',
      day(20),
      'end-embargo',
      finding,
    ],
    ['a question', [asked('question-1')], 'question:question-1', day(30), 'lapse-answer', { question: 'question-1' }],
    [
      'what the roster says of somebody',
      [accreditation({ accreditedUntil: day(40) })],
      'accreditation:witness-1',
      day(40),
      'lapse-accreditation',
      { person: 'witness-1' },
    ],
    ['a draw by commit-and-reveal', [DRAW], 'reveal:draw-1', day(1), 'lapse-reveal', { draw: 'draw-1' }],
  ] as const)('starts with %s, and reminds the case when it is over', (_, facts, id, dueAt, operation, input) => {
    expect(changeOf(...facts)).toEqual({ put: { id, dueAt, operation, input } });
    expect(COMMANDS[operation].understand(input)).not.toHaveProperty('invalid');
  });

  it.each([
    ['an acceptance', 'proposal:witness-1', [accepted(WITNESS)]],
    ['a refusal', 'proposal:witness-1', [{ type: 'member.declined.v1', data: { person: 'witness-1' } }]],
    ['its lapse', 'proposal:witness-1', [{ type: 'proposal.lapsed.v1', data: { person: 'witness-1' } }]],
    ['a reply', 'reply:observation-1', [FINDING, { type: 'finding.replied.v1', data: { ...finding, late: false } }]],
    ['its lapse', 'reply:observation-1', [FINDING, { type: 'reply.lapsed.v1', data: finding }]],
    ['an answer', 'answer:escalation-1', [FINDING, SENT, answered('escalation-1', ['observation-1'])]],
    [
      'its lapse',
      'answer:escalation-1',
      [FINDING, SENT, { type: 'escalation.lapsed.v1', data: { escalation: 'escalation-1' } }],
    ],
    ['its lapse', 'reveal:draw-1', [DRAW, REVEAL_FAILED]],
    [
      'an answer',
      'breach:breach-1',
      [BREACH, { type: 'pact.breach-answered.v1', data: { breach: 'breach-1', late: false } }],
    ],
    ['its lapse', 'breach:breach-1', [BREACH, { type: 'pact.breach-answer-lapsed.v1', data: { breach: 'breach-1' } }]],
    [
      'a ruling',
      'breach:breach-1',
      [BREACH, { type: 'pact.breach-ruled.v1', data: { breach: 'breach-1', consequence: 'warning' } }],
    ],
    ['its end', 'committee-term', [{ type: 'committee.term-ended.v1', data: { endedAt: day(1) } }]],
    ['a dissolution', 'committee-term', [DISSOLVED]],
    ['its end', 'embargo:observation-1', [SEALED, { type: 'embargo.ended.v1', data: finding }]],
    ['an answer', 'question:question-1', [asked('question-1'), replied('question-1')]],
    ['its lapse', 'question:question-1', [asked('question-1'), OVERDUE]],
    ['its lapse', 'accreditation:witness-1', [{ type: 'accreditation.lapsed.v1', data: { person: 'witness-1' } }]],
    ['a departure', 'accreditation:witness-1', [{ type: 'member.left.v1', data: { person: 'witness-1' } }]],
    ['the seed', 'reveal:draw-1', [DRAW, SEEDED]],
  ] as const)('ends with %s (%s)', (_, removed, facts) => {
    expect(changeOf(...(facts as readonly ToldFact[]))).toEqual({ removed });
  });

  it('is not touched by anything else', () => {
    expect(changeOf(awarded())).toEqual({});
    expect(changeOf(announced({ source: { kind: 'beacon', ...PUBLIC_VALUE } }))).toEqual({});
    expect(changeOf(accreditation({}))).toEqual({});
    const { endsAt: _, ...endless } = CONSTITUTED.data as FactData<'committee.constituted.v1'>;
    expect(changeOf({ type: 'committee.constituted.v1', data: endless })).toEqual({});
  });

  it('to escalate is asked of the case again where a correction may have made a finding grave; protection ends an embargo too', () => {
    const again = {
      id: 'escalation-of:observation-1',
      dueAt: expect.any(String),
      operation: 'raise-escalation-overdue',
      input: finding,
    };
    expect(changeOf(SEALED, corrected('observation-1', 2))).toEqual({ put: again });
    expect(changeOf(SEALED, corrected('observation-1', 2, { restricted: true }))).toEqual({
      removed: 'embargo:observation-1',
      put: again,
    });
  });

  it('of an accreditation begins with an acceptance that ends a proposal', () => {
    expect(changeOf({ type: 'member.accepted.v1', data: { person: 'witness-1', accreditedUntil: day(40) } })).toEqual({
      removed: 'proposal:witness-1',
      put: {
        id: 'accreditation:witness-1',
        dueAt: day(40),
        operation: 'lapse-accreditation',
        input: { person: 'witness-1' },
      },
    });
  });
});

describe('the clock of silence', () => {
  const clock = { put: { id: 'inactivity', dueAt: day(0), operation: 'raise-inactivity', input: {} } };
  const inactive: ToldFact = { type: 'team.inactive.v1', data: { since: day(0) } };

  it('begins with the watch, goes on after it rang, and ends with the case', () => {
    const last = (...facts: readonly ToldFact[]) => {
      const entry = given(...facts).file.entries.at(-1);
      return entry === undefined ? undefined : deadlineChange(entry);
    };
    expect(last(...caseIn('integrity-pact', 'tender-observation'))).toEqual(clock);
    expect(last(...caseIn('integrity-pact', 'award-review'))).toEqual({});
    expect(last(...caseIn('integrity-pact', 'award-review'), inactive)).toEqual({ removed: 'inactivity', ...clock });
    expect(last(...caseIn('integrity-pact', 'closed'))).toEqual({ removed: 'inactivity' });
  });
});
