import { describe, expect, it } from 'vitest';
import {
  ANYBODY,
  AUTHORITY,
  accredited,
  after,
  at,
  BIDDER,
  CONTROL,
  COORDINATOR,
  caseIn,
  day,
  left,
  proposed,
  resumed,
  SECOND_WITNESS,
  SUSPENDED,
  SYSTEM,
  WITNESS,
} from '../../test/support/cast.ts';
import { type Given, given } from '../../test/support/specification.ts';
import { asked, awarded, drafted, published, replied, sentForReply } from '../../test/support/watch-facts.ts';
import { deadlineChange } from '../clocks/deadlines.ts';
import { mayReadContent, thingsBehind } from '../reading/event-contents.ts';
import { subjectOf } from '../state.ts';

const pact = given(...caseIn('integrity-pact', 'tender-observation'));
const words = { question: 'Who opened the envelope?', language: 'en' };
/** Ten working days after Monday 2 March, by the clock of Mexico City. */
const DUE_AT = '2026-03-17T06:00:00.000Z';
const ONE = { question: 'question-1' };
const answer = { ...ONE, answer: 'The wind did.', language: 'en' };

describe('a question to the contracting authority', () => {
  it('is numbered, and starts the term for its answer; its words are content', () => {
    const after1 = pact.when('ask-question', { ...words, visibility: 'public' }, { by: WITNESS }).records({
      type: 'question.asked.v1',
      data: { question: 'question-1', to: 'contracting-authority', visibility: 'public', answerDueAt: DUE_AT },
      content: words,
    });
    const entry = after1.file.entries.at(-1);
    if (entry === undefined) throw new Error('It was recorded.');
    expect(deadlineChange(entry)).toEqual({
      put: { id: 'question:question-1', dueAt: DUE_AT, operation: 'lapse-answer', input: ONE },
    });
    expect(after1.head.numbers.question).toBe(1);
  });

  it('is the team’s, while the case is open and runs', () => {
    for (const by of [COORDINATOR, AUTHORITY, BIDDER]) {
      pact.when('ask-question', { ...words, visibility: 'public' }, { by }).refuses('not-permitted');
    }
    given(...caseIn('integrity-pact', 'closed'))
      .when('ask-question', { ...words, visibility: 'public' }, { by: WITNESS })
      .refuses('wrong-stage');
    pact
      .and(SUSPENDED)
      .when('ask-question', { ...words, visibility: 'public' }, { by: WITNESS })
      .refuses('case-suspended');
  });

  it('says when it is shown, and holds something to read', () => {
    pact.when('ask-question', words, { by: WITNESS }).cannotTake('visibility');
    pact.when('ask-question', { ...words, visibility: 'restricted' }, { by: WITNESS }).cannotTake('visibility');
    pact
      .when('ask-question', { ...words, question: ' \u0301', visibility: 'public' }, { by: WITNESS })
      .cannotTake('question');
  });
});

describe('the answer', () => {
  const put = pact.and(asked('question-1'));

  it.each([
    ['in time', after(DUE_AT, -1), false],
    ['late', DUE_AT, true],
  ])('is recorded when it comes %s', (_, when, late) => {
    const after1 = put.when('answer-question', answer, { by: AUTHORITY, at: when }).records({
      type: 'question.answered.v1',
      data: { question: 'question-1', to: 'contracting-authority', late },
      content: { answer: 'The wind did.', language: 'en' },
    });
    const entry = after1.file.entries.at(-1);
    if (entry === undefined) throw new Error('It was recorded.');
    expect(deadlineChange(entry)).toEqual({ removed: 'question:question-1' });
    expect(subjectOf(after1.file.state.subjects, 'question', 'question-1')).toMatchObject({
      answeredAt: when,
      answeredIn: entry.version,
      late,
    });
  });

  it('comes once', () => {
    put.and(replied('question-1')).when('answer-question', answer, { by: AUTHORITY }).refuses('question-answered', ONE);
  });

  it('is the authority’s own: nobody answers itself', () => {
    for (const by of [WITNESS, COORDINATOR, CONTROL])
      put.when('answer-question', answer, { by }).refuses('not-permitted');
    for (const { person } of [WITNESS, SECOND_WITNESS]) {
      const both = { person, roles: ['contracting-authority'] as const };
      put
        .and(accredited(both, { kind: 'contracting-authority' }))
        .when('answer-question', answer, { by: both })
        .refuses('answers-itself', ONE);
    }
    // Who asked and has changed sides since does not answer its own question; who was only proposed never asked.
    const changed = { person: WITNESS.person, roles: ['contracting-authority'] } as const;
    put
      .and(left(WITNESS), accredited(changed, { kind: 'contracting-authority' }))
      .when('answer-question', answer, { by: changed })
      .refuses('answers-itself', ONE);
    put.and(proposed(AUTHORITY)).when('answer-question', answer, { by: AUTHORITY }).succeeds();
  });

  it('is to a question that there is', () => {
    put.when('answer-question', { ...answer, question: 'question-9' }, { by: AUTHORITY }).refuses('question-unknown', {
      question: 'question-9',
    });
  });

  it('is taken late, and after the case is closed', () => {
    put
      .and({ type: 'answer.overdue.v1', data: { ...ONE, to: 'contracting-authority' } })
      .and({ type: 'stage.advanced.v1', data: { from: 'final-report', to: 'closed' } })
      .when('answer-question', answer, { by: AUTHORITY, at: day(60) })
      .records({
        type: 'question.answered.v1',
        data: { question: 'question-1', to: 'contracting-authority', late: true },
        content: { answer: 'The wind did.', language: 'en' },
      });
  });
});

describe('the term for the answer', () => {
  const put = pact.and(asked('question-1'));

  it('is recorded as over when it is, once, by the machinery', () => {
    put.when('lapse-answer', ONE, { by: SYSTEM, at: after(DUE_AT, -1) }).refuses('term-running', { dueAt: DUE_AT });
    put
      .when('lapse-answer', ONE, { by: SYSTEM, at: DUE_AT })
      .records({ type: 'answer.overdue.v1', data: { question: 'question-1', to: 'contracting-authority' } })
      .when('lapse-answer', ONE, { by: SYSTEM })
      .refuses('nothing-to-lapse', {});
    put.when('lapse-answer', ONE, { by: COORDINATOR, at: DUE_AT }).refuses('not-permitted');
  });

  it('does not lapse where nothing is awaited', () => {
    pact.when('lapse-answer', ONE, { by: SYSTEM, at: day(90) }).refuses('nothing-to-lapse', {});
    put
      .and(replied('question-1'))
      .when('lapse-answer', ONE, { by: SYSTEM, at: day(90) })
      .refuses('nothing-to-lapse', {});
  });

  it('stands still with the case', () => {
    const goesOn = put.and(...at(day(1), SUSPENDED), ...at(day(8), resumed(day(1))));
    goesOn
      .when('lapse-answer', ONE, { by: SYSTEM, at: DUE_AT })
      .refuses('term-running', { dueAt: '2026-03-25T06:00:00.000Z' });
  });
});

describe('a question to the team', () => {
  const draft = pact.and(drafted('report-1', 'tender-observation'));
  const inReply = draft.and(sentForReply('report-1'));
  const asks = { report: 'report-1', ...words };

  it('is asked about a draft that was put to the authority', () => {
    inReply.when('ask-team', asks, { by: AUTHORITY }).records({
      type: 'question.asked.v1',
      data: { question: 'question-1', to: 'team', report: 'report-1', answerDueAt: DUE_AT },
      content: words,
    });
    draft
      .when('ask-team', asks, { by: AUTHORITY })
      .refuses('report-state', { state: 'draft', allowedFrom: ['in-reply'] });
    pact.when('ask-team', asks, { by: AUTHORITY }).refuses('report-unknown', { report: 'report-1' });
    for (const by of [WITNESS, COORDINATOR]) inReply.when('ask-team', asks, { by }).refuses('not-permitted');
  });

  it('is asked once for each report, however often that is written anew', () => {
    const once = inReply.and(asked('question-1', { to: 'team' }));
    once.when('ask-team', asks, { by: AUTHORITY }).refuses('team-asked', { report: 'report-1' });
    once
      .and(
        {
          type: 'report.redrafted.v1',
          data: { report: 'report-1', cites: 0, leavesOut: 0, recommendations: 0 },
          content: { conclusion: 'Another.' },
        },
        sentForReply('report-1'),
      )
      .when('ask-team', asks, { by: AUTHORITY })
      .refuses('team-asked', { report: 'report-1' });
  });

  it('is answered by the team, once, and never by whoever asked', () => {
    const once = inReply.and(asked('question-1', { to: 'team' }));
    once
      .when('answer-authority-question', answer, { by: SECOND_WITNESS })
      .records({
        type: 'question.answered.v1',
        data: { question: 'question-1', to: 'team', report: 'report-1', late: false },
        content: { answer: 'The wind did.', language: 'en' },
      })
      .when('answer-authority-question', answer, { by: WITNESS })
      .refuses('question-answered', ONE);
    once.when('answer-question', answer, { by: AUTHORITY }).refuses('question-unknown', ONE);
    once.when('answer-authority-question', answer, { by: AUTHORITY }).refuses('not-permitted');
    once
      .and(accredited(WITNESS, { kind: 'contracting-authority' }))
      .when('answer-authority-question', answer, { by: WITNESS })
      .refuses('answers-itself', ONE);
    pact
      .and(asked('question-1'))
      .when('answer-authority-question', answer, { by: WITNESS })
      .refuses('question-unknown', ONE);
  });
});

describe('the words of the dialogue', () => {
  const ANYONE = { roles: ['public'] as const };
  const whoReads = ({ file, head }: Given) => {
    const last = file.entries.at(-1);
    if (last === undefined) throw new Error('Something is on record.');
    const subjects = new Map([...file.state.subjects].filter(([id]) => thingsBehind(last).includes(id)));
    return Object.entries({
      public: ANYONE,
      somebody: ANYBODY,
      bidder: BIDDER,
      control: CONTROL,
      authority: AUTHORITY,
      team: WITNESS,
    })
      .filter(([, reader]) => mayReadContent(last, { reader, head, subjects, now: file.now }))
      .map(([name]) => name);
  };
  const SIDES = ['authority', 'team'];
  const ALL = ['public', 'somebody', 'bidder', 'control', ...SIDES];

  it('are read by all at once, or by both sides alone until the award', () => {
    expect(whoReads(pact.and(asked('question-1')))).toEqual(ALL);
    const sealed = pact.and(asked('question-1', { visibility: 'after-award' }));
    expect(whoReads(sealed)).toEqual(SIDES);
    expect(whoReads(sealed.and(replied('question-1')))).toEqual(SIDES);
    expect(whoReads(pact.and(awarded(), asked('question-1', { visibility: 'after-award' })))).toEqual(ALL);
  });

  it('about a draft are read by both sides until the report is public', () => {
    const draft = pact.and(drafted('report-1', 'tender-observation'), sentForReply('report-1'));
    expect(whoReads(draft.and(asked('question-1', { to: 'team' })))).toEqual(SIDES);
    const open = draft.and(published('report-1', 'tender-observation'));
    expect(whoReads(open.and(asked('question-1', { to: 'team' })))).toEqual(ALL);
  });
});
