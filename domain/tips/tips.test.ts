import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaseFile, sha256 } from '../../test/support/case-file.ts';
import { after, COORDINATOR, caseIn, resumed, SUSPENDED, WITNESS } from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { deadlineChange } from '../clocks/deadlines.ts';
import { MS_PER_TIP, nextTipAt, TIPS_AT_ONCE_MAX, withTip } from './tip-bucket.ts';

const MS_PER_DAY = 86_400_000;
const ANYBODY = { person: 'holder-1', roles: ['public'] } as const;
const RECEIPT = '0123456789abcdef0123456789abcdef';
const OTHER = 'fedcba9876543210fedcba9876543210';
const SENT = { receipt: RECEIPT, text: 'The gravel is not what was paid for.', language: 'es' };

const running = given(...caseIn('integrity-pact', 'tender-observation'));
const told = running.when('send-tip', SENT, { by: ANYBODY }).succeeds();

const ANSWER = { tip: 'tip-1', code: 'no-competence', reason: 'It is the city’s.' };

/** When the first tip of a case is due, as its receipt says. */
const termOf = ({ entries }: CaseFile): string =>
  entries.flatMap((entry) => (entry.type === 'tip.received.v1' ? [entry.data.answerDueAt] : []))[0] ?? '';

describe('a tip', () => {
  it('is taken from anybody, and the record names nobody and keeps no code', () => {
    const next = running
      .when('send-tip', { ...SENT, name: 'Ana', contact: 'ana@example.org', files: ['a'.repeat(64)] }, { by: ANYBODY })
      .records({
        type: 'tip.received.v1',
        data: { tip: 'tip-1', files: 1, answerDueAt: expect.any(String) as string },
        content: {
          text: SENT.text,
          language: 'es',
          name: 'Ana',
          contact: 'ana@example.org',
          files: ['a'.repeat(64)],
          receiptHash: sha256(RECEIPT),
        },
        withoutName: true,
      });
    expect(JSON.stringify(next.file.state)).not.toContain(RECEIPT);
    expect(next.head.tips?.unanswered).toEqual({ open: 1, named: ['tip-1'] });
  });

  it('may come with neither a name nor a file', () => {
    running.when('send-tip', SENT, { by: ANYBODY }).records({
      type: 'tip.received.v1',
      data: { tip: 'tip-1', files: 0, answerDueAt: termOf(told.file) },
      content: { text: SENT.text, language: 'es', files: [], receiptHash: sha256(RECEIPT) },
      withoutName: true,
    });
  });

  it('is taken while the case is suspended, and not once it is closed', () => {
    running.and(SUSPENDED).when('send-tip', SENT, { by: ANYBODY }).succeeds();
    given(...caseIn('integrity-pact', 'closed'))
      .when('send-tip', SENT, { by: ANYBODY })
      .refuses('wrong-stage');
  });

  it('is added to by whoever holds its code, also after its answer', () => {
    const more = { tip: 'tip-1', receipt: RECEIPT, text: 'It is at kilometre 12.' };
    const added = {
      type: 'tip.added-to.v1',
      data: { tip: 'tip-1', files: 0 },
      content: { text: 'It is at kilometre 12.', files: [] },
      withoutName: true,
    } as const;
    told.when('add-to-tip', more, { by: ANYBODY }).records(added);
    told
      .when('answer-tip', { tip: 'tip-1', code: 'known-already', reason: 'Seen.' }, { by: COORDINATOR })
      .succeeds()
      .when('add-to-tip', more, { by: ANYBODY })
      .records(added);
  });

  it('that is not there and one of another code are refused alike', () => {
    const more = { text: 'More.' };
    const wrong = told.when('add-to-tip', { ...more, tip: 'tip-1', receipt: OTHER }, { by: ANYBODY }).refused();
    const none = told.when('add-to-tip', { ...more, tip: 'tip-2', receipt: RECEIPT }, { by: ANYBODY }).refused();
    expect(wrong).toEqual(none);
    expect(wrong).toEqual({ word: 'tip-unknown', facts: {} });
    told
      .when('answer-tip', { tip: 'tip-9', code: 'abusive', reason: 'No.' }, { by: COORDINATOR })
      .refuses('tip-unknown');
    told.when('make-tip-lead', { tip: 'tip-9' }, { by: COORDINATOR }).refuses('tip-unknown');
  });

  it('takes so many additions and no more', () => {
    const more = { tip: 'tip-1', receipt: RECEIPT, text: 'More.' };
    let goesOn = told;
    for (let each = 0; each < 20; each += 1) {
      const at = after(goesOn.file.now, MS_PER_TIP);
      goesOn = goesOn.when('add-to-tip', more, { by: ANYBODY, at }).succeeds();
    }
    goesOn.when('add-to-tip', more, { by: ANYBODY }).refuses('tip-full', { additionsMax: 20 });
  });

  it('is answered once, with a code and the reason, by the coordinator', () => {
    const answer = { tip: 'tip-1', code: 'known-already', reason: 'The team has seen it.' };
    const answered = told.when('answer-tip', answer, { by: COORDINATOR }).records({
      type: 'tip.answered.v1',
      data: { tip: 'tip-1', code: 'known-already', late: false },
      content: { reason: 'The team has seen it.' },
    });
    expect(answered.head.tips?.unanswered).toEqual({ open: 0, named: [] });
    answered.when('answer-tip', answer, { by: COORDINATOR }).refuses('tip-answered', { answer: 'known-already' });
    told.when('answer-tip', answer, { by: WITNESS }).refuses('not-permitted');
  });

  it('is said to be with the team only when the team has it', () => {
    const answer = { tip: 'tip-1', code: 'passed-to-team', reason: 'The team will look.' };
    told.when('answer-tip', answer, { by: COORDINATOR }).refuses('tip-not-lead', {});
    told
      .when('make-tip-lead', { tip: 'tip-1' }, { by: COORDINATOR })
      .succeeds()
      .when('answer-tip', answer, { by: COORDINATOR })
      .records({
        type: 'tip.answered.v1',
        data: { tip: 'tip-1', code: 'passed-to-team', late: false },
        content: { reason: 'The team will look.' },
      });
  });

  it('is answered late from the instant that its term ends, not before', () => {
    const dueAt = termOf(told.file);
    const late = (at: string) =>
      told.when('answer-tip', ANSWER, { by: COORDINATOR, at }).succeeds().file.state.subjects.get('tip-1');
    expect(late(after(dueAt, -1))).toMatchObject({ late: false });
    expect(late(dueAt)).toMatchObject({ late: true });
  });

  it('gets back the days on which its case was suspended', () => {
    const dueAt = termOf(told.file);
    const paused = told.and(SUSPENDED);
    const answered = paused.when('answer-tip', ANSWER, { by: COORDINATOR, at: dueAt }).succeeds();
    expect(answered.file.state.subjects.get('tip-1')).toMatchObject({ late: false });
  });

  it('is reminded of until it is answered', () => {
    const reminder = { item: 'tip:tip-1', term: 'tip-answer', dueAt: termOf(told.file) };
    const by = { person: 'system', roles: ['system'] } as const;
    told.when('remind-term', reminder, { by }).records({ type: 'term.reminded.v1', data: reminder });
    told.when('remind-term', { ...reminder, item: 'tip:tip-9' }, { by }).refuses('nothing-to-lapse');
    told
      .when('answer-tip', ANSWER, { by: COORDINATOR })
      .succeeds()
      .when('remind-term', reminder, { by })
      .refuses('nothing-to-lapse');
  });

  it('becomes a lead once, and is no observation', () => {
    const led = told
      .when('make-tip-lead', { tip: 'tip-1' }, { by: COORDINATOR })
      .records({ type: 'tip.made-lead.v1', data: { tip: 'tip-1' } });
    expect(led.file.state.subjects.get('tip-1')).toMatchObject({ lead: true });
    expect(led.head.numbers['observation']).toBe(told.head.numbers['observation']);
    led.when('make-tip-lead', { tip: 'tip-1' }, { by: COORDINATOR }).refuses('tip-made-lead');
  });
});

describe('the term to answer a tip', () => {
  const SYSTEM = { person: 'system', roles: ['system'] } as const;
  const TIP = { tip: 'tip-1' };
  const dueAt = termOf(told.file);

  it('is recorded as over when it is, once, by the machinery', () => {
    told.when('lapse-tip-answer', TIP, { by: SYSTEM, at: after(dueAt, -1) }).refuses('term-running', { dueAt });
    const overdue = told
      .when('lapse-tip-answer', TIP, { by: SYSTEM, at: dueAt })
      .records({ type: 'tip.overdue.v1', data: TIP });
    expect(overdue.file.state.subjects.get('tip-1')).toMatchObject({ overdue: true });
    expect(overdue.head.tips?.unanswered).toEqual({ open: 1, named: ['tip-1'] });
    overdue.when('lapse-tip-answer', TIP, { by: SYSTEM }).refuses('nothing-to-lapse', {});
    const answered = overdue.when('answer-tip', ANSWER, { by: COORDINATOR }).succeeds();
    expect(answered.file.state.subjects.get('tip-1')).toMatchObject({ overdue: true, late: true });
    told.when('lapse-tip-answer', TIP, { by: COORDINATOR, at: dueAt }).refuses('not-permitted');
  });

  it('does not lapse where nothing is awaited', () => {
    running.when('lapse-tip-answer', TIP, { by: SYSTEM, at: dueAt }).refuses('nothing-to-lapse', {});
    told
      .when('answer-tip', ANSWER, { by: COORDINATOR })
      .succeeds()
      .when('lapse-tip-answer', TIP, { by: SYSTEM, at: dueAt })
      .refuses('nothing-to-lapse', {});
  });

  it('stands still with the case', () => {
    told.and(SUSPENDED).when('lapse-tip-answer', TIP, { by: SYSTEM, at: dueAt }).refuses('case-suspended');
    const stopped = after(dueAt, -MS_PER_DAY);
    const goesOn = told.and({ ...SUSPENDED, at: stopped }, { ...resumed(stopped), at: after(dueAt, MS_PER_DAY) });
    goesOn.when('lapse-tip-answer', TIP, { by: SYSTEM }).refuses('term-running');
    goesOn.when('lapse-tip-answer', TIP, { by: SYSTEM, at: after(dueAt, 5 * MS_PER_DAY) }).succeeds();
  });

  it('is a deadline of the case until it is answered or over', () => {
    const changeOf = ({ file: { entries } }: Pick<typeof told, 'file'>) =>
      entries.slice(-1).map((entry) => deadlineChange(entry));
    expect(changeOf(told)).toEqual([
      {
        put: { id: 'tip:tip-1', dueAt, operation: 'lapse-tip-answer', input: TIP },
      },
    ]);
    const over = told.when('lapse-tip-answer', TIP, { by: SYSTEM, at: dueAt }).succeeds();
    expect(changeOf(over)).toEqual([{ removed: 'tip:tip-1' }]);
    const answered = told.when('answer-tip', ANSWER, { by: COORDINATOR }).succeeds();
    expect(changeOf(answered)).toEqual([{ removed: 'tip:tip-1' }]);
  });
});

describe('a flood of tips', () => {
  it('is stopped after so many, and told when the next one is taken', () => {
    let flooded = running;
    for (let each = 0; each < TIPS_AT_ONCE_MAX; each += 1) {
      flooded = flooded.when('send-tip', SENT, { by: ANYBODY }).succeeds();
    }
    const retryAt = after(flooded.file.now, MS_PER_TIP);
    flooded.when('send-tip', SENT, { by: ANYBODY }).refuses('tips-too-many', { retryAt });
    flooded.when('send-tip', SENT, { by: ANYBODY, at: after(retryAt, -1) }).refuses('tips-too-many', { retryAt });
    flooded.when('send-tip', SENT, { by: ANYBODY, at: retryAt }).succeeds();
    flooded.when('answer-tip', { tip: 'tip-1', code: 'abusive', reason: 'A flood.' }, { by: COORDINATOR }).succeeds();
  });

  it('is stopped as well where it comes as additions to one', () => {
    const more = { tip: 'tip-1', receipt: RECEIPT, text: 'More.' };
    let flooded = told;
    for (let each = 1; each < TIPS_AT_ONCE_MAX; each += 1) {
      flooded = flooded.when('add-to-tip', more, { by: ANYBODY }).succeeds();
    }
    const retryAt = after(flooded.file.now, MS_PER_TIP);
    flooded.when('add-to-tip', more, { by: ANYBODY }).refuses('tips-too-many', { retryAt });
    flooded.when('send-tip', SENT, { by: ANYBODY }).refuses('tips-too-many', { retryAt });
    flooded.when('add-to-tip', { ...more, receipt: OTHER }, { by: ANYBODY }).refuses('tip-unknown');
    flooded.when('add-to-tip', more, { by: ANYBODY, at: retryAt }).succeeds();
  });

  it('never takes more than its measure, however it comes', () => {
    const pauses = fc.array(fc.nat({ max: 20 * 60_000 }), { maxLength: 200 });
    fc.assert(
      fc.property(pauses, (waits) => {
        let now = '2026-03-02T15:00:00.000Z';
        const began = Date.parse(now);
        let tips: { busyUntil: string; unanswered: { open: number; named: string[] } } | undefined;
        let taken = 0;
        for (const wait of waits) {
          now = after(now, wait);
          if (nextTipAt(tips, now) !== undefined) continue;
          taken += 1;
          tips = { busyUntil: withTip(tips, now), unanswered: { open: 0, named: [] } };
        }
        expect(taken).toBeLessThanOrEqual(TIPS_AT_ONCE_MAX + (Date.parse(now) - began) / MS_PER_TIP);
      }),
      { seed: 8, numRuns: 300 },
    );
  });
});
