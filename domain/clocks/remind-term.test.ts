import { describe, expect, it } from 'vitest';
import {
  accepted,
  after,
  caseIn,
  day,
  declared,
  OTHER_WITNESS,
  proposed,
  SYSTEM,
  type ToldFact,
} from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import {
  adopted,
  asked,
  commented,
  drafted,
  escalated,
  filed,
  notified,
  published,
  replied,
  sentForReply,
} from '../../test/support/watch-facts.ts';
import { COMMANDS } from '../commands.ts';

const FINDING = filed('observation-1', { severity: 'grave' });
const DUE_AT = day(50);
const NOTHING = {};
const remind = (stage: 'award-review' | 'final-report' | 'closed', item: string, ...facts: readonly ToldFact[]) =>
  given(...caseIn('integrity-pact', stage), FINDING, ...facts).when(
    'remind-term',
    { item, term: 'proposal', dueAt: DUE_AT },
    { by: SYSTEM, at: day(45) },
  );
const REPLY: ToldFact = {
  type: 'finding.replied.v1',
  data: { observation: 'observation-1', late: false },
  content: { reply: 'No.' },
};
const LAPSED: ToldFact = { type: 'reply.lapsed.v1', data: { observation: 'observation-1' } };
const DRAFT = drafted('report-1', 'final-report');
const ENDED: ToldFact = {
  type: 'process.ended.v1',
  data: { ending: 'cancelled', stage: 'award-review' },
  content: { explanation: 'No budget.' },
};

describe('what is awaited', () => {
  it.each([
    ['a declaration of who accepted', 'declaration:witness-9', [proposed(OTHER_WITNESS), accepted(OTHER_WITNESS)]],
    ['a reply that is late', 'reply:observation-1', [notified('observation-1'), LAPSED]],
    ['comments on what was sent for reply', 'comments:report-1', [DRAFT, sentForReply('report-1')]],
    ['the publication once nobody takes part any more', 'publication', [ENDED]],
    ['the publication of what is adopted', 'publication', [ENDED, DRAFT, adopted('report-1', 'final-report')]],
  ] as const)('is reminded of: %s', (_, item, facts) => {
    remind('award-review', item, ...facts).records({
      type: 'term.reminded.v1',
      data: { item, term: 'proposal', dueAt: DUE_AT },
    });
  });

  it.each([
    ['a proposal that was accepted', 'proposal:witness-9', [proposed(OTHER_WITNESS), accepted(OTHER_WITNESS)]],
    ['a proposal to nobody', 'proposal:witness-9', []],
    ['a declaration of who is only proposed', 'declaration:witness-9', [proposed(OTHER_WITNESS)]],
    ['a declaration of nobody', 'declaration:witness-9', []],
    [
      'a declaration that was signed',
      'declaration:witness-9',
      [proposed(OTHER_WITNESS), accepted(OTHER_WITNESS), declared(OTHER_WITNESS)],
    ],
    ['a reply that came', 'reply:observation-1', [notified('observation-1'), REPLY]],
    ['a reply about nothing', 'reply:observation-9', []],
    ['an answer to nothing', 'answer:escalation-9', []],
    ['an answer to no question', 'question:question-9', []],
    ['comments on nothing', 'comments:report-9', []],
    ['comments on what was not sent', 'comments:report-1', [DRAFT]],
    ['comments that came', 'comments:report-1', [DRAFT, sentForReply('report-1'), commented('report-1')]],
    ['a publication that was made', 'publication', [ENDED, DRAFT, published('report-1', 'final-report')]],
    ['a publication while all take part', 'publication', []],
  ] as const)('is nothing, and nobody is reminded: %s', (_, item, facts) => {
    remind('award-review', item, ...facts).refuses('nothing-to-lapse', NOTHING);
  });

  it('of a closed case is what others owe it, and nothing of its team', () => {
    const team = [proposed(OTHER_WITNESS), accepted(OTHER_WITNESS)];
    remind('closed', 'proposal:witness-9', proposed(OTHER_WITNESS)).refuses('nothing-to-lapse', NOTHING);
    remind('closed', 'declaration:witness-9', ...team).refuses('nothing-to-lapse', NOTHING);
    remind('closed', 'reply:observation-1', notified('observation-1')).succeeds();
    remind('closed', 'question:question-1', asked('question-1')).succeeds();
    remind('closed', 'question:question-1', DRAFT, asked('question-1', { to: 'team' })).refuses('nothing-to-lapse');
    remind('final-report', 'question:question-1', DRAFT, asked('question-1', { to: 'team' })).succeeds();
    remind('closed', 'question:question-1', asked('question-1'), replied('question-1')).refuses('nothing-to-lapse');
  });

  it('is reminded of before it is over', () => {
    const sent = given(
      ...caseIn('integrity-pact', 'award-review'),
      FINDING,
      escalated('escalation-1', ['observation-1']),
    );
    const ask = (term: string, at: string) =>
      sent.when('remind-term', { item: 'answer:escalation-1', term, dueAt: DUE_AT }, { by: SYSTEM, at });
    ask('control-answer', after(DUE_AT, -1)).succeeds();
    ask('control-answer', DUE_AT).refuses('nothing-to-lapse', NOTHING);
  });

  it('is told by an item that can be one', () => {
    const wrong = [
      'Reply:observation-1',
      'reply:',
      'reply:a b',
      'x reply:observation-1',
      'reply:a:b',
      `a${'b'.repeat(140)}`,
    ];
    for (const item of wrong) {
      given(...caseIn('integrity-pact', 'award-review'))
        .when('remind-term', { item, term: 'proposal', dueAt: DUE_AT }, { by: SYSTEM })
        .cannotTake('item');
    }
  });

  it('is looked at where it is a thing of the case', () => {
    const lookedAt = (item: string) => {
      const understood = COMMANDS['remind-term'].understand({ item, term: 'proposal', dueAt: DUE_AT });
      return 'subjects' in understood ? understood.subjects : [];
    };
    expect(['reply', 'question', 'answer', 'comments'].map((awaited) => lookedAt(`${awaited}:x-1`))).toEqual([
      ['x-1'],
      ['x-1'],
      ['x-1'],
      ['x-1'],
    ]);
    expect(['proposal:witness-1', 'declaration:witness-1', 'publication'].map(lookedAt)).toEqual([[], [], []]);
  });
});
