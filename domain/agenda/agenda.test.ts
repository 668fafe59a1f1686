import { describe, expect, it } from 'vitest';
import { caseEvents } from '../../events/catalogue.ts';
import type { Visibility } from '../../events/vocabulary.ts';
import { agendaIn, agendaOf } from '../../test/support/agenda-of.ts';
import {
  AUTHORITY,
  accepted,
  advanced,
  at,
  CONSTITUTED,
  caseIn,
  DIGEST,
  day,
  left,
  OPENED_AT,
  proposed,
  resumed,
  SUSPENDED,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { type Given, given } from '../../test/support/specification.ts';
import {
  actCancelled,
  actHeld,
  answered,
  asked,
  attended,
  escalated,
  filed,
  notified,
  replied,
  rescheduled,
  scheduled,
  sentForReply,
  withdrawn,
} from '../../test/support/watch-facts.ts';
import type { AgendaItem } from './item.ts';

const PACT = caseIn('integrity-pact', 'tender-observation');
const NEWCOMER = { person: 'witness-8', roles: ['witness'] as const };

/** Facts that name an instant ahead of them, each with the field that does. */
const AHEAD = Object.entries(caseEvents).flatMap(([type, { schema }]) =>
  Object.keys(schema()._zod.def.shape)
    .filter((field) => /(DueAt|lapsesAt|heldAt|plannedAt|revealBefore|endsAt)$/i.test(field))
    .map((field) => [type, field] as const),
);

const TIP: ToldFact = {
  type: 'tip.received.v1',
  data: { tip: 'tip-1', files: 0, answerDueAt: day(9) },
  content: { text: 'Gravel.', language: 'es', files: [], receiptHash: 'a'.repeat(64) },
};

/**
 * Dates of the official data, which ask nothing of anybody in the case; what tells of an item that runs already; and what a draft
 * recommends, which is asked of nobody before it is published.
 */
const ASKS_NOTHING: readonly string[] = [
  'process.imported.v1',
  'process.changed.v1',
  'term.reminded.v1',
  'report.drafted.v1',
  'report.redrafted.v1',
  'recommendation.followed-up.v1',
];

const FOUND = [filed('observation-1', { severity: 'serious' })];
const PLANNED: ToldFact = { type: 'site-visit.planned.v1', data: { visit: 'visit-1', plannedAt: day(9) } };
const REPLANNED: ToldFact = {
  type: 'site-visit.rescheduled.v1',
  data: { visit: 'visit-1', from: day(9), plannedAt: day(20), placed: false },
  content: { reason: 'It rained.' },
};
const breachOf = (accused: { accused: 'contracting-authority' | 'bidder'; bidder?: string }): ToldFact => ({
  type: 'pact.breach-reported.v1',
  data: { breach: 'breach-1', answerDueAt: day(9) },
  content: { ...accused, provision: 'Article 4', circumstances: 'A bid was opened before its hour.' },
});
const EXTENDED: ToldFact = {
  type: 'committee.extended.v1',
  data: { months: 6, startedAt: OPENED_AT, endsAt: day(550), documentHash: DIGEST },
  content: { reason: 'The works go on.' },
};
const DISSOLVED: ToldFact = {
  type: 'committee.dissolved.v1',
  data: { cause: 'authority-order', stage: 'tender-observation', decidedBy: 'coordinator' },
  content: { explanation: 'A court ordered it.' },
};

/** The last of these facts begins an item or gives it another date. */
const BEGINS: Readonly<Record<string, readonly ToldFact[]>> = {
  'member.proposed.v1': [proposed(NEWCOMER)],
  'act.scheduled.v1': [scheduled('act-1')],
  'finding.notified.v1': [...FOUND, notified('observation-1')],
  'escalation.sent.v1': [...FOUND, escalated('escalation-1', ['observation-1'])],
  'report.sent-for-reply.v1': [sentForReply('report-1')],
  'tip.received.v1': [TIP],
  'site-visit.planned.v1': [PLANNED],
  'act.rescheduled.v1': [scheduled('act-1'), rescheduled('act-1', day(12))],
  'site-visit.rescheduled.v1': [PLANNED, REPLANNED],
  'pact.breach-reported.v1': [breachOf({ accused: 'contracting-authority' })],
  'question.asked.v1': [asked('question-1')],
  'stage.advanced.v1': [
    { type: 'stage.advanced.v1', data: { from: 'final-report', to: 'closed', sustainedDueAt: day(180) } },
  ],
  'committee.constituted.v1': [CONSTITUTED],
  'committee.extended.v1': [CONSTITUTED, EXTENDED],
};

describe('an agenda', () => {
  it('knows facts that name an instant ahead of them', () => {
    expect(AHEAD.length).toBeGreaterThan(5);
  });

  it.each(AHEAD.filter(([type]) => !ASKS_NOTHING.includes(type)))(
    'has an item for what %s says is due in %s',
    (type) => {
      const facts = BEGINS[type];
      if (facts === undefined) throw new Error(`Nobody said which item of the agenda ${type} begins.`);
      const before = agendaOf(...PACT, ...facts.slice(0, -1));
      const items = [...agendaOf(...PACT, ...facts).values()];
      expect(items.filter(({ id, dueAt }) => before.get(id)?.dueAt !== dueAt)).toHaveLength(1);
    },
  );

  it('names whoever must act, and follows the team', () => {
    const facts = [...PACT, scheduled('act-1')];
    expect(agendaOf(...facts).get('act:act-1')).toMatchObject({ persons: ['witness-1', 'witness-2'], sequence: 0 });
    const grown = agendaOf(...facts, proposed(NEWCOMER), accepted(NEWCOMER), left(WITNESS));
    expect(grown.get('act:act-1')).toMatchObject({ persons: ['witness-2', 'witness-8'], sequence: 2 });
    expect(grown.get('proposal:witness-8')).toMatchObject({ state: 'done', sequence: 1 });
    expect(grown.get('declaration:witness-8')).toMatchObject({ state: 'open', persons: ['witness-8'] });
  });

  it('tells of a grave finding only those without an impediment, and reminds nobody of it', () => {
    const grave = (visibility: Visibility) =>
      agendaOf(...PACT, filed('observation-1', { severity: 'grave', visibility })).get('escalation-of:observation-1');
    for (const visibility of ['after-award', 'restricted'] as const) {
      expect(grave(visibility)).toMatchObject({ audience: 'confidential', persons: ['witness-1', 'witness-2'] });
      expect(grave(visibility)).not.toHaveProperty('remindAt');
    }
    expect(grave('public')).toMatchObject({ audience: 'public', remindAt: expect.any(String) });
  });

  it('shows a grave finding as overdue once that is on record', () => {
    const overdue: ToldFact = { type: 'finding.escalation-overdue.v1', data: { observation: 'observation-1' } };
    const items = agendaOf(...PACT, filed('observation-1', { severity: 'grave' }), ...at(day(9), overdue));
    expect(items.get('escalation-of:observation-1')).toMatchObject({ state: 'open', lapsed: true });
  });

  it('asks whether the next tier is asked, until that is settled', () => {
    const lapsed: ToldFact = {
      type: 'escalation.lapsed.v1',
      data: { escalation: 'escalation-1', nextControlAuthority: 'supreme-audit' },
    };
    const before = [
      ...PACT,
      filed('observation-1', { severity: 'grave' }),
      escalated('escalation-1', ['observation-1']),
    ];
    const stateAfter = (...facts: readonly ToldFact[]) =>
      agendaOf(...before, lapsed, ...facts).get('next-tier:escalation-1');
    expect(stateAfter()).toMatchObject({ state: 'open', what: 'choose-next-tier', audience: 'public' });
    expect(
      stateAfter({ type: 'escalation.next-tier-declined.v1', data: { escalation: 'escalation-1' } }),
    ).toMatchObject({ state: 'done' });
    const further = escalated('escalation-2', ['observation-1'], {
      to: 'supreme-audit',
      tier: 2,
      follows: 'escalation-1',
    });
    expect(stateAfter(further)).toMatchObject({ state: 'done' });
    expect(stateAfter(answered('escalation-1', ['observation-1']))).toMatchObject({ state: 'cancelled' });
  });

  describe('after a correction', () => {
    const anew = (of: Given, severity: string) =>
      of
        .when(
          'correct-observation',
          {
            observation: 'observation-1',
            reason: 'I counted again.',
            observedAt: day(0),
            title: 'Two envelopes',
            narrative: 'Both open.',
            language: 'en',
            category: 'corruptionUntimely',
            severity,
            legalBasis: 'Article 26.',
          },
          { by: WITNESS, at: day(3) },
        )
        .succeeds();
    const gravity = (of: Given) => agendaIn(of).get('escalation-of:observation-1');
    const grave = given(...PACT, filed('observation-1', { severity: 'grave' }));
    const serious = given(...PACT, filed('observation-1', { severity: 'serious' }));

    it('asks for the escalation of what is grave now, from then on', () => {
      expect(gravity(serious)).toBeUndefined();
      expect(gravity(anew(serious, 'grave'))).toMatchObject({ state: 'open', startedAt: day(3) });
      expect(gravity(anew(grave, 'serious'))).toMatchObject({ state: 'cancelled', settledAt: day(3) });
      expect(gravity(anew(anew(grave, 'minor'), 'grave'))).toMatchObject({ state: 'open', startedAt: day(3) });
    });

    it('lets run what runs, and asks for nothing that was done', () => {
      expect(gravity(anew(grave, 'grave'))).toEqual(gravity(grave));
      const sent = escalated('escalation-1', ['observation-1']);
      expect(gravity(anew(grave.and(sent), 'grave'))).toEqual(gravity(grave.and(sent)));
      expect(gravity(anew(serious.and(sent), 'grave'))).toBeUndefined();
    });

    it('asks for nothing once it is withdrawn', () => {
      expect(gravity(grave.and(withdrawn('observation-1')))).toMatchObject({ state: 'cancelled' });
    });
  });

  it('tells whose answer is awaited, until it comes, late or not', () => {
    const overdue: ToldFact = {
      type: 'answer.overdue.v1',
      data: { question: 'question-1', to: 'contracting-authority' },
    };
    const question = (...facts: readonly ToldFact[]) => agendaOf(...PACT, ...facts).get('question:question-1');
    const open = question(asked('question-1'));
    expect(open).toMatchObject({ what: 'answer-question', role: 'contracting-authority', audience: 'public' });
    expect(open?.term?.name).toBe('question-answer');
    expect(question(asked('question-1'), overdue)).toMatchObject({ state: 'open', lapsed: true });
    expect(question(asked('question-1'), overdue, replied('question-1', { late: true }))).toMatchObject({
      state: 'done',
    });
    const ofTeam = question(asked('question-1', { to: 'team' }));
    expect(ofTeam).toMatchObject({ what: 'answer-authority-question', persons: ['witness-1', 'witness-2'] });
    const closed: ToldFact = { type: 'stage.advanced.v1', data: { from: 'final-report', to: 'closed' } };
    expect(question(asked('question-1', { to: 'team' }), closed)).toMatchObject({ state: 'cancelled' });
    expect(question(asked('question-1'), closed)).toMatchObject({ state: 'open' });
  });

  it('moves its terms by the days of a suspension, and lets acts keep their date', () => {
    const facts = [...PACT, scheduled('act-1', { heldAt: day(9) }), filed('observation-1', { severity: 'serious' })];
    const running = agendaOf(...facts, notified('observation-1'));
    const suspended = [...facts, notified('observation-1'), ...at(day(2), SUSPENDED)];
    const still = agendaOf(...suspended);
    const after = agendaOf(...suspended, ...at(day(16), resumed(day(2))));
    const reply = (items: ReadonlyMap<string, AgendaItem>) => items.get('reply:observation-1');
    expect(reply(still)).toMatchObject({ standsStill: true, dueAt: reply(running)?.dueAt, sequence: 1 });
    expect(reply(after)).toMatchObject({ standsStill: false, sequence: 2 });
    expect(Date.parse(reply(after)?.dueAt ?? '') - Date.parse(reply(running)?.dueAt ?? '')).toBeGreaterThanOrEqual(
      14 * 86_400_000,
    );
    expect(after.get('act:act-1')).toMatchObject({ dueAt: day(9), standsStill: false });
  });

  it('keeps open what lapsed, because late is recorded and never refused', () => {
    const facts = [...PACT, filed('observation-1', { severity: 'serious' }), notified('observation-1')];
    const lapsed: ToldFact = { type: 'reply.lapsed.v1', data: { observation: 'observation-1' }, at: day(40) };
    expect(agendaOf(...facts, lapsed).get('reply:observation-1')).toMatchObject({ state: 'open', lapsed: true });
  });

  it('drops what nobody asks for any more when the process ends', () => {
    const facts = [...PACT, scheduled('act-1', { heldAt: day(9) })];
    const ended: ToldFact = {
      type: 'process.ended.v1',
      data: { ending: 'cancelled', stage: 'tender-observation' },
      content: { explanation: 'No budget.' },
      at: day(3),
    };
    const items = agendaOf(...facts, ended);
    expect(items.get('act:act-1')).toMatchObject({ state: 'cancelled', settledAt: day(3) });
    expect(items.get('publication')).toMatchObject({ state: 'open', what: 'publish-report' });
  });

  it('moves an act and a visit with their date, and takes a cancelled act off; that it was held does not', () => {
    const facts = [...PACT, scheduled('act-1'), scheduled('act-2'), PLANNED, rescheduled('act-1', day(12)), REPLANNED];
    const moved = agendaOf(...facts, actCancelled('act-2'), actHeld('act-1', day(12)));
    expect(moved.get('act:act-1')).toMatchObject({ dueAt: day(12), sequence: 1, state: 'open' });
    expect(moved.get('visit:visit-1')).toMatchObject({ dueAt: day(20), sequence: 1, state: 'open' });
    expect(moved.get('act:act-2')).toMatchObject({ state: 'cancelled' });
    expect(agendaOf(...facts, attended('act-1', WITNESS)).get('act:act-1')).toMatchObject({ state: 'done' });
  });

  it('asks who is accused of a breach for an answer, and tells nobody else', () => {
    const ofBidder = [...PACT, breachOf({ accused: 'bidder', bidder: 'bidder-1' })];
    const item = (...more: readonly ToldFact[]) => agendaOf(...ofBidder, ...more).get('breach:breach-1');
    expect(item()).toMatchObject({
      audience: 'undisclosed',
      role: 'bidder-representative',
      persons: ['bidder-1'],
      state: 'open',
      remindAt: expect.any(String),
    });
    expect(agendaOf(...PACT, breachOf({ accused: 'contracting-authority' })).get('breach:breach-1')).toMatchObject({
      role: 'contracting-authority',
      persons: ['authority-1'],
    });
    const lapsed: ToldFact = { type: 'pact.breach-answer-lapsed.v1', data: { breach: 'breach-1' } };
    expect(item(lapsed)).toMatchObject({ state: 'open', lapsed: true });
    expect(item({ type: 'pact.breach-answered.v1', data: { breach: 'breach-1', late: false } })?.state).toBe('done');
    const ruled: ToldFact = {
      type: 'pact.breach-ruled.v1',
      data: { breach: 'breach-1', consequence: 'not-a-breach' },
    };
    expect(item(lapsed, ruled)?.state).toBe('cancelled');
  });

  it('says when the term of a committee is over, with the time that a suspension gave back', () => {
    const facts = caseIn('oversight-committee', 'tender-observation');
    const item = (...more: readonly ToldFact[]) => agendaOf(...facts, ...more).get('committee-term');
    const over: ToldFact = { type: 'committee.term-ended.v1', data: { endedAt: day(366) }, at: day(366) };
    const dueAt = item()?.dueAt ?? '';
    expect(item()).toMatchObject({ what: 'extend-or-dissolve', persons: ['member-1', 'member-2', 'member-3'] });
    expect(
      Date.parse(item(...at(day(2), SUSPENDED), ...at(day(12), resumed(day(2))))?.dueAt ?? ''),
    ).toBeGreaterThanOrEqual(Date.parse(dueAt) + 10 * 86_400_000);
    expect(item(over)).toMatchObject({ state: 'open', lapsed: true });
    expect(item(over, EXTENDED)).toMatchObject({ state: 'open', lapsed: false, lasts: { months: 18 } });
    expect(item(DISSOLVED)).toMatchObject({ state: 'done' });
    expect(agendaOf(...facts, DISSOLVED).get('publication')).toMatchObject({ state: 'open' });
    expect(item(advanced('tender-observation', 'final-report'))).toMatchObject({ state: 'cancelled' });
  });

  it('takes what was asked of a member away who left, and asks the alternate who was called', () => {
    const called: readonly ToldFact[] = [
      { type: 'draw.alternate-called.v1', data: { draw: 'draw-1', person: 'witness-7' } },
      proposed({ person: 'witness-7', roles: ['witness'] }),
    ];
    const items = agendaOf(...PACT, proposed(NEWCOMER), accepted(NEWCOMER), left(NEWCOMER), ...called);
    expect(items.get('declaration:witness-8')).toMatchObject({ state: 'cancelled' });
    expect(items.get('proposal:witness-7')).toMatchObject({ state: 'open', persons: ['witness-7'] });
  });

  it('asks who is accredited now, and of the unimpeded only what is theirs', () => {
    const facts = [...PACT, ...FOUND, notified('observation-1'), filed('observation-2', { severity: 'grave' })];
    const withdrawal: ToldFact = {
      type: 'liaison.withdrawn.v1',
      data: { person: AUTHORITY.person, kind: 'contracting-authority' },
      content: { reason: 'Another office.' },
    };
    const found: ToldFact = { type: 'impediment.found.v1', data: { person: WITNESS.person, matches: 1 } };
    const items = agendaOf(...facts, withdrawal, found);
    expect(items.get('reply:observation-1')).toMatchObject({ persons: [] });
    expect(items.get('escalation-of:observation-2')).toMatchObject({ persons: ['witness-2'] });
  });

  it('takes what was found before the declaration, or with it, for an impediment until it is ruled on', () => {
    const { person } = WITNESS;
    const enrolled: ToldFact = { type: 'interests.enrolled.v1', data: { person, interests: 1 } };
    const found: ToldFact = { type: 'impediment.found.v1', data: { person, matches: 1 } };
    const declared = (matches: number): ToldFact => ({
      type: 'declaration.signed.v1',
      data: { person, yes: [], asked: 5, interests: 1, matches },
    });
    const ruled = (stands: boolean): ToldFact => ({ type: 'impediment.ruled.v1', data: { person, stands } });
    const anew = [...PACT, left(WITNESS), proposed(WITNESS)];
    const personsOf = (...facts: readonly ToldFact[]) =>
      agendaOf(...facts, filed('observation-1', { severity: 'grave' })).get('escalation-of:observation-1')?.persons;
    const both = ['witness-1', 'witness-2'];
    expect(personsOf(...anew, accepted(WITNESS), declared(0))).toEqual(both);
    expect(personsOf(...anew, accepted(WITNESS), declared(1))).toEqual(['witness-2']);
    const known = [...anew, enrolled, found, accepted(WITNESS)];
    expect(personsOf(...known, declared(0))).toEqual(['witness-2']);
    expect(personsOf(...known, declared(0), ruled(false))).toEqual(both);
    expect(personsOf(...known, declared(0), ruled(true))).toEqual(['witness-2']);
    expect(personsOf(...known, ruled(false))).toEqual(['witness-2']);
    expect(personsOf(...known, ruled(false), declared(0))).toEqual(both);
  });

  it('does not tell the public of a sealed finding that was put to somebody', () => {
    const sealed = [
      ...PACT,
      filed('observation-1', { severity: 'grave', visibility: 'restricted' }),
      {
        type: 'finding.notified.v1',
        data: { replyDueAt: day(30) },
        content: { observation: 'observation-1', by: WITNESS.person },
      } satisfies ToldFact,
    ];
    const told = [...agendaOf(...sealed).values()].filter(({ about }) => about === 'observation-1');
    expect(told.map(({ id, audience }) => [id, audience])).toEqual([
      ['escalation-of:observation-1', 'confidential'],
      ['reply:observation-1', 'undisclosed'],
    ]);
    expect(told.map((item) => 'remindAt' in item)).toEqual([false, true]);
    const of = (about: string) =>
      agendaOf(...sealed, {
        type: 'term.reminded.v1',
        data: { term: 'finding-reply', dueAt: day(30) },
        content: { observation: about },
      }).get('reply:observation-1');
    expect(of('observation-1')).toMatchObject({ remindedAt: expect.any(String) });
    expect(of('observation-1')).not.toHaveProperty('remindAt');
    expect(of('observation-2')).toHaveProperty('remindAt');
  });
});
