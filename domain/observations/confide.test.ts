import { describe, expect, it } from 'vitest';
import { AUTHORITY, accredited, at, CONTROL, caseIn, SYSTEM, WITNESS } from '../../test/support/cast.ts';
import { type Given, given } from '../../test/support/specification.ts';
import { answered, awarded, escalated, filed } from '../../test/support/watch-facts.ts';
import { deadlineChange } from '../clocks/deadlines.ts';
import { apart, confides, findingsOf, remediesOf } from './confide.ts';

const pact = given(
  ...caseIn('integrity-pact', 'award-review'),
  filed('observation-1', { severity: 'grave', visibility: 'restricted' }),
  filed('observation-2', { severity: 'grave', visibility: 'after-award' }),
  filed('observation-3', { severity: 'serious' }),
);
const REPLY_DUE_AT = '2026-03-17T06:00:00.000Z';
const ANSWER_DUE_AT = '2026-04-14T06:00:00.000Z';
const restricted = { observation: 'observation-1', by: 'witness-1' };
const embargoed = { observation: 'observation-2', by: 'witness-1' };

describe('a finding that is put to the authority while it is restricted', () => {
  const put = () => pact.when('notify-finding', { observation: 'observation-1' }, { by: WITNESS });

  it('is named in the content alone, and so is who put it', () => {
    put().records({
      type: 'finding.notified.v1',
      withoutName: true,
      data: { replyDueAt: REPLY_DUE_AT },
      content: restricted,
    });
  });

  it('starts its term all the same, counts as put, and is replied to under its seal', () => {
    const after = put().succeeds();
    const last = after.file.entries.at(-1);
    expect(last === undefined ? undefined : deadlineChange(last)).toMatchObject({
      put: { id: 'reply:observation-1', input: { observation: 'observation-1' } },
    });
    expect(after.head.findingsUnput).toMatchObject({ open: 2 });
    const replied = after
      .when('reply-to-finding', { observation: 'observation-1', reply: 'So.' }, { by: AUTHORITY })
      .records({
        type: 'finding.replied.v1',
        data: { late: false },
        content: { observation: 'observation-1', by: AUTHORITY.person, reply: 'So.' },
      });
    expect(replied.file.state.subjects.get('observation-1')).toMatchObject({ repliedIn: expect.any(Number) });
  });

  it('lapses under its seal', () => {
    const lapsed = put()
      .succeeds()
      .when('lapse-reply', { observation: 'observation-1' }, { by: SYSTEM, at: REPLY_DUE_AT })
      .records({
        type: 'reply.lapsed.v1',
        data: {},
        content: { observation: 'observation-1', by: SYSTEM.person },
      });
    expect(lapsed.file.state.subjects.get('observation-1')).toMatchObject({ replyLapsed: true });
  });
});

describe('a finding under embargo', () => {
  it('is named in the content alone until the award, and by the event after it', () => {
    const put = pact.when('notify-finding', { observation: 'observation-2' }, { by: WITNESS }).records({
      type: 'finding.notified.v1',
      withoutName: true,
      data: { replyDueAt: REPLY_DUE_AT },
      content: embargoed,
    });
    put
      .and(awarded())
      .when('reply-to-finding', { observation: 'observation-2', reply: 'So.' }, { by: AUTHORITY })
      .records({
        type: 'finding.replied.v1',
        data: { observation: 'observation-2', late: false },
        content: { reply: 'So.' },
      });
  });
});

describe('an escalation', () => {
  const sending = {
    findings: ['observation-1', 'observation-2', 'observation-3'],
    controlAuthority: 'internal-control',
    letter: 'Look.',
  };
  const sent = () => pact.when('escalate-findings', sending, { by: WITNESS });

  it('names those of its findings that are open, and confides the others', () => {
    const after = sent().records({
      type: 'escalation.sent.v1',
      withoutName: true,
      data: {
        escalation: 'escalation-1',
        findings: ['observation-3'],
        controlAuthority: 'internal-control',
        tier: 1,
        answerDueAt: ANSWER_DUE_AT,
      },
      content: { letter: 'Look.', findings: ['observation-1', 'observation-2'], by: 'witness-1' },
    });
    expect(after.head.graveUnescalated).toEqual({ open: 0, named: [] });
  });

  it('of findings under embargo names who sent it in its content alone', () => {
    pact.when('escalate-findings', { ...sending, findings: ['observation-2'] }, { by: WITNESS }).records({
      type: 'escalation.sent.v1',
      withoutName: true,
      data: {
        escalation: 'escalation-1',
        findings: [],
        controlAuthority: 'internal-control',
        tier: 1,
        answerDueAt: ANSWER_DUE_AT,
      },
      content: { letter: 'Look.', findings: ['observation-2'], by: 'witness-1' },
    });
  });

  it('is answered for each finding in the same way', () => {
    const remedies = sending.findings.map((observation) => ({ observation, remedy: 'eliminated' as const }));
    const replied = sent()
      .succeeds()
      .and(
        ...at(ANSWER_DUE_AT, accredited(CONTROL, { kind: 'control-authority', controlAuthority: 'internal-control' })),
      )
      .when(
        'answer-escalation',
        { escalation: 'escalation-1', outcome: 'violation-corrected', remedies, answer: 'So.' },
        { by: CONTROL },
      )
      .records({
        type: 'escalation.answered.v1',
        data: {
          escalation: 'escalation-1',
          outcome: 'violation-corrected',
          remedies: [{ observation: 'observation-3', remedy: 'eliminated' }],
          late: true,
        },
        content: {
          answer: 'So.',
          remedies: [
            { observation: 'observation-1', remedy: 'eliminated' },
            { observation: 'observation-2', remedy: 'eliminated' },
          ],
        },
      });
    for (const id of sending.findings)
      expect(replied.file.state.subjects.get(id)).toMatchObject({ remedy: 'eliminated' });
  });
});

it('why a restricted grave finding is not escalated does not name who says so', () => {
  pact
    .when('reason-non-escalation', { observation: 'observation-1', reason: 'To keep the clerk safe.' }, { by: WITNESS })
    .records({
      type: 'non-escalation.reasoned.v1',
      withoutName: true,
      data: {},
      content: { ...restricted, reason: 'To keep the clerk safe.' },
    });
});

describe('what an event may name', () => {
  const split = (...ids: readonly string[]) =>
    apart(ids, { head: pact.head, now: pact.file.now, subjects: pact.file.state.subjects });

  it('is what is open; what is sealed, or not at hand, it may not', () => {
    expect(split('observation-3', 'observation-2')).toEqual({
      open: ['observation-3'],
      sealed: ['observation-2'],
      nameless: true,
    });
    expect(split('observation-1', 'observation-2', 'observation-3')).toEqual({
      open: ['observation-3'],
      sealed: ['observation-1', 'observation-2'],
      nameless: true,
    });
    expect(split('observation-9')).toEqual({ open: [], sealed: ['observation-9'], nameless: true });
    expect(split('observation-3')).toEqual({ open: ['observation-3'], sealed: [], nameless: false });
  });

  it('is told with what the content confides, where there is content that does', () => {
    const data = { findings: ['observation-3'] };
    expect(findingsOf({ data })).toEqual(['observation-3']);
    expect(findingsOf({ data, content: { letter: 'Look.' } })).toEqual(['observation-3']);
    expect(findingsOf({ data, content: { findings: ['observation-1'] } })).toEqual(['observation-3', 'observation-1']);
    const open = { observation: 'observation-3', remedy: 'eliminated' as const };
    const sealed = { observation: 'observation-1', remedy: 'no-mechanism' as const };
    expect(remediesOf({ data: { remedies: [open] } })).toEqual([open]);
    expect(remediesOf({ data: { remedies: [open] }, content: { answer: 'So.' } })).toEqual([open]);
    expect(remediesOf({ data: { remedies: [open] }, content: { remedies: [sealed] } })).toEqual([open, sealed]);
  });
});

describe('an event', () => {
  const last = ({ file }: Given) => {
    const entry = file.entries.at(-1);
    if (entry === undefined) throw new Error('Something is on record.');
    return confides(entry);
  };
  const put = (observation: string, of = pact) =>
    of.when('notify-finding', { observation }, { by: WITNESS }).succeeds();
  const reply = (of: Given, observation: string) =>
    of.when('reply-to-finding', { observation, reply: 'So.' }, { by: AUTHORITY }).succeeds();
  const lapse = (of: Given, observation: string) =>
    of.when('lapse-reply', { observation }, { by: SYSTEM, at: REPLY_DUE_AT }).succeeds();

  it.each([
    ['observation-1', true],
    ['observation-2', true],
    ['observation-3', false],
  ])('about %s tells in its content alone which it is: %s', (observation, isConfided) => {
    const before = put(observation);
    expect([last(before), last(reply(before, observation)), last(lapse(before, observation))]).toEqual([
      isConfided,
      isConfided,
      isConfided,
    ]);
  });

  it('about an answer does so where it has content, and no other ever does', () => {
    const bare = answered('escalation-1');
    const { content: _, ...wordless } = bare;
    const sent = pact.and(escalated('escalation-1', ['observation-3']));
    expect([last(sent), last(sent.and(bare)), last(sent.and(wordless)), last(pact)]).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });
});
