import { describe, expect, it } from 'vitest';
import { caseEvents } from '../../events/catalogue.ts';
import {
  AUTHORITY,
  accepted,
  at,
  BIDDER,
  caseIn,
  day,
  left,
  proposed,
  resumed,
  SUSPENDED,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { type Given, given } from '../../test/support/specification.ts';
import {
  actCancelled,
  asked,
  escalated,
  filed,
  notified,
  replied,
  rescheduled,
  scheduled,
  withdrawn,
} from '../../test/support/watch-facts.ts';
import { NO_CONTEXT } from './context.ts';
import { foldAgenda } from './fold-agenda.ts';
import type { AgendaItem } from './item.ts';

/** The agenda of a case with these facts on record. */
const agendaOf = (...facts: readonly ToldFact[]) => agendaIn(given(...facts));

const agendaIn = ({ file: { entries } }: Given): ReadonlyMap<string, AgendaItem> => {
  const items = new Map<string, AgendaItem>();
  let context = NO_CONTEXT;
  for (const entry of entries) {
    const folded = foldAgenda(context, entry, items);
    context = folded.context;
    for (const item of folded.changed) items.set(item.id, item);
  }
  return items;
};

const PACT = caseIn('integrity-pact', 'tender-observation');
const NEWCOMER = { person: 'witness-8', roles: ['witness'] as const };

/** Facts that name an instant ahead of them, each with the field that does. */
const AHEAD = Object.entries(caseEvents).flatMap(([type, { schema }]) =>
  Object.keys(schema()._zod.def.shape)
    .filter((field) => /(DueAt|lapsesAt|heldAt|plannedAt|revealBefore)$/i.test(field))
    .map((field) => [type, field] as const),
);

/** Dates of the official data, which ask nothing of anybody in the case, and what tells of an item that runs already. */
const ASKS_NOTHING: readonly string[] = ['process.imported.v1', 'process.changed.v1', 'term.reminded.v1'];

const PLANNED: ToldFact = { type: 'site-visit.planned.v1', data: { visit: 'visit-1', plannedAt: day(9) } };
const MOVED: ToldFact = {
  type: 'site-visit.rescheduled.v1',
  data: { visit: 'visit-1', from: day(9), plannedAt: day(12), placed: false },
  content: { reason: 'It rains.' },
};
const breachOf = (bidder?: string): ToldFact => ({
  type: 'pact.breach-reported.v1',
  data: { breach: 'breach-1', answerDueAt: day(9) },
  content: bidder === undefined ? { accused: 'contracting-authority' } : { accused: 'bidder', bidder },
});

const BEGINS: Readonly<Record<string, readonly ToldFact[]>> = {
  'member.proposed.v1': [proposed(NEWCOMER)],
  'act.scheduled.v1': [scheduled('act-1')],
  'finding.notified.v1': [filed('observation-1', { severity: 'serious' }), notified('observation-1')],
  'escalation.sent.v1': [filed('observation-1', { severity: 'serious' }), escalated('escalation-1', ['observation-1'])],
  'report.sent-for-reply.v1': [{ type: 'report.sent-for-reply.v1', data: { report: 'report-1', replyDueAt: day(9) } }],
  'act.rescheduled.v1': [scheduled('act-1'), rescheduled('act-1', day(12))],
  'site-visit.rescheduled.v1': [PLANNED, MOVED],
  'pact.breach-reported.v1': [breachOf('bidder-2')],
  'question.asked.v1': [asked('question-1')],
  'site-visit.planned.v1': [{ type: 'site-visit.planned.v1', data: { visit: 'visit-1', plannedAt: day(9) } }],
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
      const before = agendaOf(...PACT).size;
      expect(agendaOf(...PACT, ...facts).size).toBeGreaterThan(before);
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
    const item = agendaOf(...PACT, filed('observation-1', { severity: 'grave' })).get('escalation-of:observation-1');
    expect(item).toMatchObject({ audience: 'confidential', persons: ['witness-1', 'witness-2'] });
    expect(item).not.toHaveProperty('remindAt');
  });

  it('follows an act or a visit to its new date, and lets go of an act that is cancelled', () => {
    const acts = [...PACT, scheduled('act-1', { heldAt: day(9) })];
    const moved = agendaOf(...acts, rescheduled('act-1', day(12)), PLANNED, MOVED);
    expect(moved.get('act:act-1')).toMatchObject({ dueAt: day(12), state: 'open', sequence: 1 });
    expect(moved.get('visit:visit-1')).toMatchObject({ dueAt: day(12), state: 'open', sequence: 1 });
    expect(agendaOf(...acts, actCancelled('act-1')).get('act:act-1')).toMatchObject({ state: 'cancelled' });
  });

  it('asks who is accused of a breach for an answer, until it came or was ruled on', () => {
    const breach = (...facts: readonly ToldFact[]) => agendaOf(...PACT, ...facts).get('breach:breach-1');
    const ruled: ToldFact = {
      type: 'pact.breach-ruled.v1',
      data: { breach: 'breach-1', consequence: 'not-a-breach' },
      content: { explanation: 'It was nothing.' },
    };
    const lapsed: ToldFact = { type: 'pact.breach-answer-lapsed.v1', data: { breach: 'breach-1' } };
    const came: ToldFact = { type: 'pact.breach-answered.v1', data: { breach: 'breach-1', late: true }, content: {} };
    expect(breach(breachOf())).toMatchObject({ audience: 'case', persons: [AUTHORITY.person] });
    expect(breach(breachOf('bidder-1'))).toMatchObject({ role: 'bidder-representative', persons: [BIDDER.person] });
    expect(breach(breachOf('bidder-2'))).toMatchObject({ persons: [] });
    expect(breach(breachOf(), lapsed)).toMatchObject({ state: 'open', lapsed: true });
    expect(breach(breachOf(), lapsed, came)).toMatchObject({ state: 'done' });
    expect(breach(breachOf(), ruled)).toMatchObject({ state: 'cancelled' });
  });

  it('asks nobody whose accreditation was withdrawn', () => {
    const withdrawal: ToldFact = {
      type: 'liaison.withdrawn.v1',
      data: { person: AUTHORITY.person, kind: 'contracting-authority' },
      content: { reason: 'A new office.' },
    };
    const facts = [...PACT, asked('question-1')];
    const persons = (of: readonly ToldFact[]) => agendaOf(...of).get('question:question-1')?.persons;
    expect(persons(facts)).toContain(AUTHORITY.person);
    expect(persons([...facts, withdrawal])).not.toContain(AUTHORITY.person);
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
});
