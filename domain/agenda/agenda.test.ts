import { describe, expect, it } from 'vitest';
import { caseEvents } from '../../events/catalogue.ts';
import {
  accepted,
  at,
  caseIn,
  day,
  left,
  proposed,
  resumed,
  SUSPENDED,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { escalated, filed, notified, scheduled } from '../../test/support/watch-facts.ts';
import { NO_CONTEXT } from './context.ts';
import { foldAgenda } from './fold-agenda.ts';
import type { AgendaItem } from './item.ts';

/** The agenda of a case with these facts on record. */
const agendaOf = (...facts: readonly ToldFact[]): ReadonlyMap<string, AgendaItem> => {
  const items = new Map<string, AgendaItem>();
  let context = NO_CONTEXT;
  for (const entry of given(...facts).file.entries) {
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

const TIP: ToldFact = {
  type: 'tip.received.v1',
  data: { tip: 'tip-1', files: 0, answerDueAt: day(9) },
  content: { text: 'Gravel.', language: 'es', files: [], receiptHash: 'a'.repeat(64) },
};

/** Dates of the official data, which ask nothing of anybody in the case, and what tells of an item that runs already. */
const ASKS_NOTHING: readonly string[] = ['process.imported.v1', 'term.reminded.v1'];

const BEGINS: Readonly<Record<string, readonly ToldFact[]>> = {
  'member.proposed.v1': [proposed(NEWCOMER)],
  'act.scheduled.v1': [scheduled('act-1')],
  'finding.notified.v1': [filed('observation-1', { severity: 'serious' }), notified('observation-1')],
  'escalation.sent.v1': [filed('observation-1', { severity: 'serious' }), escalated('escalation-1', ['observation-1'])],
  'report.sent-for-reply.v1': [{ type: 'report.sent-for-reply.v1', data: { report: 'report-1', replyDueAt: day(9) } }],
  'tip.received.v1': [TIP],
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

  it('asks coordinators to answer a tip, also in a suspended case, until it is answered', () => {
    const waiting = agendaOf(...PACT, TIP).get('tip:tip-1');
    expect(waiting).toMatchObject({ what: 'answer-tip', about: 'tip-1', role: 'coordinator', audience: 'case' });
    expect(waiting?.remindAt).toEqual(expect.any(String));
    expect(agendaOf(...PACT, TIP, SUSPENDED).get('tip:tip-1')).toMatchObject({ state: 'open', standsStill: true });
    const answered: ToldFact = {
      type: 'tip.answered.v1',
      data: { tip: 'tip-1', code: 'known-already', late: false },
      content: { reason: 'Seen.' },
    };
    expect(agendaOf(...PACT, TIP, SUSPENDED, answered).get('tip:tip-1')).toMatchObject({ state: 'done' });
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
