import { describe, expect, it } from 'vitest';
import {
  appointed,
  caseIn,
  day,
  opened,
  proposed,
  resumed,
  SUSPENDED,
  SYSTEM,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { answered, asked, escalated, filed, notified, replied } from '../../test/support/watch-facts.ts';

const heard: ToldFact = { ...filed('observation-1', { severity: 'grave' }), at: day(3), by: WITNESS };
const watching = () => given(...caseIn('integrity-pact', 'tender-observation'), heard);
/** Thirty days after the last that was heard, in the generic profile. */
const SILENT_AT = day(34);

describe('a team of which nothing is heard', () => {
  it('is said to be inactive when the profile’s days are over, and not before', () => {
    watching()
      .when('raise-inactivity', {}, { by: SYSTEM, at: day(20) })
      .refuses('term-running');
    watching()
      .when('raise-inactivity', {}, { by: SYSTEM, at: SILENT_AT })
      .records({ type: 'team.inactive.v1', data: { since: day(3) } });
  });

  it('is said so once, and again only after it was active', () => {
    const said = watching().when('raise-inactivity', {}, { by: SYSTEM, at: SILENT_AT }).succeeds();
    said.when('raise-inactivity', {}, { by: SYSTEM, at: day(80) }).refuses('term-running');
    const active = said.and({ ...filed('observation-2'), at: day(81), by: WITNESS });
    active.when('raise-inactivity', {}, { by: SYSTEM, at: day(100) }).refuses('term-running');
    active
      .when('raise-inactivity', {}, { by: SYSTEM, at: day(120) })
      .records({ type: 'team.inactive.v1', data: { since: day(81) } });
  });

  it('is not silent while its case is suspended, nor for the days that it was', () => {
    const suspended = watching().and({ ...SUSPENDED, at: day(4) });
    suspended.when('raise-inactivity', {}, { by: SYSTEM, at: day(60) }).refuses('case-suspended');
    const goesOn = suspended.and({ ...resumed(day(4)), at: day(60) });
    goesOn.when('raise-inactivity', {}, { by: SYSTEM, at: day(61) }).refuses('term-running');
    goesOn.when('raise-inactivity', {}, { by: SYSTEM, at: day(95) }).succeeds();
  });

  it('is nobody’s where nobody was ever on it', () => {
    given(...opened('integrity-pact'), { type: 'stage.advanced.v1', data: { from: 'appointment', to: 'award-review' } })
      .when('raise-inactivity', {}, { by: SYSTEM, at: day(90) })
      .refuses('nothing-to-lapse');
  });
});

const breached: ToldFact = {
  type: 'pact.breach-reported.v1',
  data: { breach: 'breach-1', answerDueAt: day(50) },
  content: { accused: 'contracting-authority', provision: 'Article 4', circumstances: 'A bid was opened early.' },
};
const breachAnswered: ToldFact = {
  type: 'pact.breach-answered.v1',
  data: { breach: 'breach-1', late: false },
  content: { answer: 'It was not.', by: 'authority-1' },
};

describe('a term that comes to its end', () => {
  const ask = (item: string, term: string) => ({ item, term, dueAt: day(50) });
  const reminding = (item: string, term: string, ...facts: readonly ToldFact[]) =>
    given(...caseIn('integrity-pact', 'award-review'), heard, ...facts).when('remind-term', ask(item, term), {
      by: SYSTEM,
      at: day(45),
    });
  const SENT = escalated('escalation-1', ['observation-1']);

  it.each([
    ['a reply', 'reply:observation-1', 'finding-reply', [notified('observation-1')]],
    ['an answer', 'answer:escalation-1', 'control-answer', [SENT]],
    ['an answer to a question', 'question:question-1', 'question-answer', [asked('question-1')]],
    ['the answer of who is accused', 'breach:breach-1', 'finding-reply', [breached]],
    ['a proposal', 'proposal:witness-9', 'proposal', [proposed({ person: 'witness-9', roles: [] })]],
  ] as const)('is reminded of while it is awaited: %s', (_, item, term, facts) => {
    reminding(item, term, ...facts).records({ type: 'term.reminded.v1', data: ask(item, term) });
  });

  it('is reminded of without the name of a finding that is sealed, once for each date', () => {
    const [put, sealed] = [
      {
        type: 'finding.notified.v1',
        data: { replyDueAt: day(50) },
        content: { observation: 'observation-1', by: WITNESS.person },
      } as const,
      filed('observation-1', { severity: 'serious', visibility: 'restricted' }),
    ];
    const asking = { ...ask('reply:observation-1', 'finding-reply') };
    const told = { type: 'term.reminded.v1', data: { term: 'finding-reply', dueAt: day(50) } } as const;
    const once = given(...caseIn('integrity-pact', 'award-review'), sealed, put)
      .when('remind-term', asking, { by: SYSTEM, at: day(45) })
      .records({ ...told, content: { observation: 'observation-1' } });
    once.when('remind-term', asking, { by: SYSTEM, at: day(45) }).refuses('nothing-to-lapse');
    const moved = { ...asking, dueAt: day(60), confided: true };
    once.when('remind-term', moved, { by: SYSTEM, at: day(45) }).records({
      type: 'term.reminded.v1',
      data: { term: 'finding-reply', dueAt: day(60) },
      content: { observation: 'observation-1' },
    });
  });

  it('is reminded of without a name where that of its beginning had none, whatever was opened since', () => {
    reminding('reply:observation-1', 'finding-reply', notified('observation-1')).succeeds();
    given(...caseIn('integrity-pact', 'award-review'), heard, notified('observation-1'))
      .when(
        'remind-term',
        { ...ask('reply:observation-1', 'finding-reply'), confided: true },
        { by: SYSTEM, at: day(45) },
      )
      .records({
        type: 'term.reminded.v1',
        data: { term: 'finding-reply', dueAt: day(50) },
        content: { observation: 'observation-1' },
      });
  });

  it.each([
    ['was never put to anybody', 'reply:observation-1', 'finding-reply', []],
    ['came', 'answer:escalation-1', 'control-answer', [SENT, answered('escalation-1', ['observation-1'])]],
    ['was given', 'question:question-1', 'question-answer', [asked('question-1'), replied('question-1')]],
    ['of a breach came', 'breach:breach-1', 'finding-reply', [breached, breachAnswered]],
    ['is of a breach that nobody reported', 'breach:breach-1', 'finding-reply', []],
    ['is confidential', 'escalation-of:observation-1', 'escalation', []],
    ['nobody knows', 'emperor:observation-1', 'proposal', []],
    ['is not sent for reply', 'comments:report-1', 'report-reply', []],
    ['is not due yet', 'publication', 'publication', []],
    ['is signed', 'declaration:witness-1', 'declaration', []],
  ] as const)('is not where it %s', (_, item, term, facts) => {
    reminding(item, term, ...facts).refuses('nothing-to-lapse');
  });

  it('is not where a closed case has no team to join any more', () => {
    given(...caseIn('integrity-pact', 'closed'), proposed({ person: 'witness-9', roles: [] }))
      .when('remind-term', ask('proposal:witness-9', 'proposal'), { by: SYSTEM, at: day(45) })
      .refuses('nothing-to-lapse');
  });

  it('is not once it is over, and only of a term that there is', () => {
    const file = given(...opened('integrity-pact'), ...appointed('integrity-pact'));
    file
      .when('remind-term', ask('proposal:witness-1', 'proposal'), { by: SYSTEM, at: day(50) })
      .refuses('nothing-to-lapse');
    file
      .when('remind-term', { item: 'X', term: 'soon', dueAt: '' }, { by: SYSTEM })
      .cannotTake('item', 'term', 'dueAt');
  });
});

it('the clock of silence goes on for as long as the case does', () => {
  const file = watching();
  expect(file.head.teamActive).toEqual({ at: day(3), raised: false });
});
