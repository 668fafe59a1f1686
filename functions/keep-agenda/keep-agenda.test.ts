import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../events/record.ts';
import { INSTRUMENTS, type InstrumentId } from '../../events/vocabulary.ts';
import { type Around, around, crashing } from '../../test/support/around.ts';
import { deliver, onBus, streamOf } from '../../test/support/deliver.ts';
import { comeInDisorder, crashingTimeAndAgain, deliverUntilTaken, disorderOf } from '../../test/support/disorder.ts';
import type { House } from '../../test/support/house.ts';
import { arrived } from '../../test/support/journey.ts';
import type { AgendaStore } from '../_ports/agenda-ports.ts';
import { memoryAgendaStore } from '../_ports/memory/memory-agenda-store.ts';
import { memoryLog } from '../_ports/memory/memory-log.ts';
import type { CaseStore } from '../_ports/ports.ts';
import { agendaItemOf } from '../_record/agenda-row-of.ts';
import { keepAgenda } from './keep-agenda.ts';

/** The same disorder every time. */
const RUNS = { seed: 1_602, numRuns: 12 };
const quietly: Around = ({ call }) => call();

const keeper = (stores: { cases: CaseStore; agenda: AgendaStore }, intervene: Around = quietly) =>
  keepAgenda({
    cases: around(stores.cases, intervene),
    agenda: around(stores.agenda, intervene),
    log: memoryLog(),
  });

describe.each(INSTRUMENTS)('the agenda of a case of %s', (instrument: InstrumentId) => {
  let house: House;
  let caseId: string;
  let entries: readonly RecordEntry[];
  let inOrder: unknown;

  beforeAll(async () => {
    ({ house, caseId } = await arrived(instrument));
    entries = await streamOf(house.cases, caseId);
    const agenda = memoryAgendaStore();
    await deliver(keeper({ cases: house.cases, agenda }), house.cases, caseId);
    inOrder = agenda.items();
  });

  it('holds items of every kind that the journey comes by', () => {
    const kinds = new Set(
      (inOrder as { sk: string; item?: string }[]).flatMap(({ sk, item }) =>
        sk.startsWith('ITEM#') && item !== undefined ? [agendaItemOf({ item }).what] : [],
      ),
    );
    expect([...kinds]).toEqual(
      expect.arrayContaining(['answer-proposal', 'sign-declaration', 'publish-report', 'comment-on-report']),
    );
  });

  it('is the same to the byte, however its events come: shuffled, doubled, in pieces and with crashes in between', async () => {
    await fc.assert(
      fc.asyncProperty(disorderOf(entries.length), async (disorder) => {
        const agenda = memoryAgendaStore();
        const intervene = crashingTimeAndAgain(disorder.crashes);
        await comeInDisorder((view) => keeper({ cases: view(house.cases), agenda }, intervene), { entries, disorder });
        expect(agenda.items()).toEqual(inOrder);
      }),
      RUNS,
    );
  });

  it.each(['before', 'after'] as const)(
    'is the same to the byte when the keeper crashes %s any one call and the event comes again',
    async (when) => {
      const last = entries.slice(-1);
      for (let at = 1; ; at += 7) {
        const crash = crashing(at, when);
        const agenda = memoryAgendaStore();
        await deliverUntilTaken(keeper({ cases: house.cases, agenda }, crash.around), last);
        expect(agenda.items()).toEqual(inOrder);
        if (crash.calls() < at) break;
      }
    },
  );

  it('is the same to the byte when several keepers work at once', async () => {
    const agenda = memoryAgendaStore();
    const keep = keeper({ cases: house.cases, agenda });
    const outcomes = await Promise.allSettled(entries.toReversed().map((entry) => keep(onBus(entry))));
    const lost = entries.toReversed().filter((_, index) => outcomes[index]?.status === 'rejected');
    for (const entry of lost) await keep(onBus(entry));
    expect(agenda.items()).toEqual(inOrder);
  });
});

describe('a case with more open items than one transaction takes', () => {
  it('stands still and goes on as a whole, wherever its keeper is interrupted', async () => {
    const { house, caseId } = await arrived('integrity-pact', 30);
    const ACTS = 60;
    for (let number = 1; number <= ACTS; number += 1) {
      const { status } = await house.post('coordinator-1', `/cases/${caseId}/acts`, {
        body: { kind: 'site-visit', stage: 'implementation-monitoring', heldAt: '2026-12-01T10:00:00-06:00' },
        idempotencyKey: `act-${number}`,
      });
      expect(status).toBe(201);
    }
    await house.post('coordinator-1', `/cases/${caseId}/suspension`, {
      body: { reason: 'challenge', explanation: 'Wait.' },
      idempotencyKey: 'suspend',
    });
    const entries = await streamOf(house.cases, caseId);
    const whole = memoryAgendaStore();
    await deliver(keeper({ cases: house.cases, agenda: whole }), house.cases, caseId);
    const list = { of: 'case', case: caseId } as const;
    const { rows } = await whole.list({ list, standing: 'open', limit: 500 });
    const shown = rows.map(({ row }) => agendaItemOf(row));
    expect(shown.filter(({ standsStill }) => standsStill).length).toBeGreaterThanOrEqual(ACTS);
    expect(shown.filter(({ kind, standsStill }) => !standsStill && kind !== 'draw')).toEqual([]);
    for (const after of [7, 8, 9, 11]) {
      const agenda = memoryAgendaStore();
      const crashes = Array.from({ length: 200 }, () => ({ after, when: 'after' as const }));
      const keep = keeper({ cases: house.cases, agenda }, crashingTimeAndAgain(crashes));
      await deliverUntilTaken(keep, entries.slice(-1));
      expect(agenda.items()).toEqual(whole.items());
    }
  });
});
