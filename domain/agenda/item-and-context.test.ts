import { describe, expect, it } from 'vitest';
import {
  accepted,
  accredited,
  at,
  caseIn,
  day,
  ended,
  opened,
  proposed,
  resumed,
  SUSPENDED,
  type ToldFact,
  WITNESS,
} from '../../test/support/cast.ts';
import { given } from '../../test/support/specification.ts';
import { filed, notified, scheduled } from '../../test/support/watch-facts.ts';
import { foldContext, NO_CONTEXT } from './context.ts';
import { foldAgenda, withdrawnFrom } from './fold-agenda.ts';
import { type AgendaItem, agendaItem, isOverdue } from './item.ts';

/** The agenda of a case with these facts on record. */
const itemsOf = (...facts: readonly ToldFact[]): ReadonlyMap<string, AgendaItem> => {
  const items = new Map<string, AgendaItem>();
  let context = NO_CONTEXT;
  for (const entry of given(...facts).file.entries) {
    const folded = foldAgenda(context, entry, items);
    context = folded.context;
    for (const item of folded.changed) items.set(item.id, agendaItem.parse(item));
  }
  return items;
};

const PACT = caseIn('integrity-pact', 'tender-observation');
const NEW = { person: 'witness-8', roles: ['witness'] } as const;
const GRAVE = filed('observation-1', { severity: 'grave' });

describe('an item of the agenda', () => {
  const put = [...PACT, GRAVE, notified('observation-1')];
  const reply = (...facts: readonly ToldFact[]) => itemsOf(...put, ...facts).get('reply:observation-1');

  it('says what it is, how its days were counted and when somebody is reminded of it', () => {
    expect(reply()).toEqual({
      case: 'ip-0123456789abcdef0123',
      id: 'reply:observation-1',
      kind: 'term',
      what: 'reply-to-finding',
      about: 'observation-1',
      audience: 'public',
      by: 'contracting-authority',
      role: 'contracting-authority',
      persons: ['authority-1'],
      startedAt: day(0),
      dueAt: '2026-03-17T06:00:00.000Z',
      term: { name: 'finding-reply', zone: 'America/Mexico_City', daysCounted: 10, daysSkipped: 4, startedAt: day(0) },
      remindAt: '2026-03-11T06:00:00.000Z',
      instrument: 'integrity-pact',
      profile: { id: 'ti-integrity-pact', version: 1 },
      zone: 'America/Mexico_City',
      stage: 'tender-observation',
      title: 'ocds-test00-0001',
      state: 'open',
      standsStill: false,
      lapsed: false,
      sequence: 0,
      changedAt: day(0),
    });
  });

  it('is reminded of once for each date that it has', () => {
    const reminded: ToldFact = {
      type: 'term.reminded.v1',
      data: { item: 'reply:observation-1', term: 'finding-reply', dueAt: '2026-03-17T06:00:00.000Z' },
      at: day(9),
    };
    expect(reply(reminded)).toMatchObject({ remindedAt: day(9), sequence: 0 });
    expect(reply(reminded)).not.toHaveProperty('remindAt');
    const same = reply(reminded, accredited({ person: 'authority-2', roles: [] }, { kind: 'contracting-authority' }));
    expect(same).toMatchObject({ remindedAt: day(9), persons: ['authority-1', 'authority-2'], sequence: 1 });
    const moved = reply(reminded, ...at(day(9, 1), SUSPENDED), ...at(day(12), resumed(day(9, 1))));
    expect(moved).not.toHaveProperty('remindedAt');
    expect(moved?.remindAt).toBe('2026-03-16T06:00:00.000Z');
  });

  it('that began while the case stood still stands still', () => {
    expect(itemsOf(...PACT, SUSPENDED, scheduled('act-1')).get('act:act-1')?.standsStill).toBe(true);
    expect(reply(...at(day(2), SUSPENDED))?.standsStill).toBe(true);
  });

  it('is overdue from its date on, while it is open and time passes', () => {
    const item = reply();
    if (item === undefined) throw new Error('It began.');
    const { dueAt } = item;
    const before = new Date(Date.parse(dueAt) - 1).toISOString();
    expect([isOverdue(item, before), isOverdue(item, dueAt), isOverdue(item, day(90))]).toEqual([false, true, true]);
    expect(isOverdue({ ...item, standsStill: true }, day(90))).toBe(false);
    expect(isOverdue({ ...item, state: 'done' }, day(90))).toBe(false);
  });

  it('is seen as cancelled by who need not act on it any more', () => {
    const item = reply();
    if (item === undefined) throw new Error('It began.');
    const { remindAt: _, ...rest } = item;
    expect(withdrawnFrom(item, 'authority-7')).toEqual({
      ...rest,
      persons: ['authority-7'],
      state: 'cancelled',
      settledAt: item.changedAt,
    });
  });
});

describe('what the agenda knows of a case', () => {
  const contextOf = (...facts: readonly ToldFact[]) => given(...facts).file.entries.reduce(foldContext, NO_CONTEXT);

  it('is who is in its team, who stands for whom, where it is and how it is called', () => {
    const context = contextOf(...opened('integrity-pact'), proposed(WITNESS), accepted(WITNESS), proposed(NEW));
    expect(context).toEqual({
      instrument: 'integrity-pact',
      profile: { id: 'ti-integrity-pact', version: 1 },
      title: 'ocds-test00-0001',
      stage: 'appointment',
      pauses: [],
      team: [
        { person: 'witness-1', standing: 'accepted', clear: false, declared: false },
        { person: 'witness-8', standing: 'proposed', clear: false, declared: false },
      ],
      liaisons: [],
    });
    const watched = contextOf(...PACT, ...at(day(1), SUSPENDED), ...at(day(2), resumed(day(1))));
    expect(watched).toMatchObject({
      stage: 'tender-observation',
      pauses: [{ from: day(1), to: day(2) }],
      team: [{ clear: true }, { clear: true }],
      liaisons: [
        { person: 'authority-1', kind: 'contracting-authority' },
        { person: 'bidder-1', kind: 'bidder', bidder: 'bidder-1' },
        { person: 'control-1', kind: 'control-authority', controlAuthority: 'internal-control' },
      ],
    });
    expect(contextOf(...PACT, ...at(day(1), SUSPENDED), ...at(day(2), ended('tender-observation')))).toMatchObject({
      stage: 'final-report',
      pauses: [{ from: day(1), to: day(2) }],
    });
    expect(contextOf(...PACT, ...at(day(1), SUSPENDED)).pauses).toEqual([{ from: day(1) }]);
  });

  it('is the title of the official data, as long as it can be', () => {
    const { entries } = given(...PACT).file;
    const imported = (title?: string) =>
      entries
        .filter(({ type }) => type === 'process.imported.v1')
        .map((entry) => ({ ...entry, content: { process: title === undefined ? {} : { title } } }));
    const titleOf = (...more: readonly ReturnType<typeof imported>[]) =>
      [...entries, ...more.flat()].reduce(foldContext, NO_CONTEXT).title;
    expect(titleOf(imported('A bridge'))).toBe('A bridge');
    expect(titleOf(imported('A bridge'), imported())).toBe('A bridge');
    expect(titleOf(imported('🌉'.repeat(300)))).toBe('🌉'.repeat(200));
  });

  it('is since when the team is silent, until it is heard', () => {
    const inactive: ToldFact = { type: 'team.inactive.v1', data: { since: day(3) } };
    expect(contextOf(...PACT, inactive).inactiveSince).toBe(day(3));
    expect(contextOf(...PACT, inactive, SUSPENDED).inactiveSince).toBe(day(3));
    expect(contextOf(...PACT, inactive, GRAVE)).not.toHaveProperty('inactiveSince');
  });

  it('is how long a committee lasts, where it is known', () => {
    const committee = caseIn('oversight-committee', 'tender-observation');
    expect(contextOf(...committee).committee).toEqual({ startedAt: day(0), months: 12 });
    const longer: ToldFact = {
      type: 'committee.extended.v1',
      data: { months: 6, startedAt: day(0), endsAt: day(550), documentHash: 'a'.repeat(64) },
    };
    expect(contextOf(...committee, longer).committee).toEqual({ startedAt: day(0), months: 18 });
    expect(contextOf(...PACT)).not.toHaveProperty('committee');
  });
});
