import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../events/record.ts';
import { type Around, around, crashing } from '../../test/support/around.ts';
import { deliver, onBus, streamOf } from '../../test/support/deliver.ts';
import { comeInDisorder, crashingTimeAndAgain, deliverUntilTaken, disorderOf } from '../../test/support/disorder.ts';
import type { House } from '../../test/support/house.ts';
import { arrived, stepsThrough, travel } from '../../test/support/journey.ts';
import { memoryLog } from '../_ports/memory/memory-log.ts';
import { type MemoryTallyStore, memoryTallyStore } from '../_ports/memory/memory-tally-store.ts';
import type { CaseStore } from '../_ports/ports.ts';
import { keepScoreboard } from './keep-scoreboard.ts';

/** The same disorder every time. */
const RUNS = { seed: 6_237, numRuns: 6 };
/** Keepers that work at once: several for each page of the stream that is folded. */
const KEEPERS = 12;
/** Those by which a keeper folds and saves the first page. */
const FIRST_CALLS = 10;
const quietly: Around = ({ call }) => call();

const keeper = (cases: CaseStore, tallies: MemoryTallyStore, intervene: Around = quietly) =>
  keepScoreboard({ cases: around(cases, intervene), tallies: around(tallies, intervene), log: memoryLog() });

/** What stands in cells and books: how often each was written is no part of what is counted. */
const counted = (tallies: MemoryTallyStore): readonly unknown[] =>
  tallies.items().map(({ version: _, ...item }) => item);

/** Books of a process count their tellings: how many came before the last is a matter of delivery. */
const told = (tallies: MemoryTallyStore): readonly unknown[] =>
  counted(tallies).map((item) =>
    (item as { pk: string }).pk.includes('PROCESS#') ? { ...(item as object), seen: 0 } : item,
  );

let house: House;
let caseId: string;
beforeAll(async () => {
  ({ house, caseId } = await arrived('integrity-pact'));
});

describe('the counts of a case', () => {
  let entries: readonly RecordEntry[];
  let inOrder: unknown;

  beforeAll(async () => {
    entries = await streamOf(house.cases, caseId);
    const tallies = memoryTallyStore();
    await deliver(keeper(house.cases, tallies), house.cases, caseId);
    inOrder = told(tallies);
  });

  it('are the same, however its events come: shuffled, doubled, in pieces and with crashes in between', async () => {
    await fc.assert(
      fc.asyncProperty(disorderOf(entries.length), async (disorder) => {
        const tallies = memoryTallyStore();
        const intervene = crashingTimeAndAgain(disorder.crashes);
        await comeInDisorder((view) => keeper(view(house.cases), tallies, intervene), { entries, disorder });
        expect(told(tallies)).toEqual(inOrder);
      }),
      RUNS,
    );
  });

  it.each(['before', 'after'] as const)(
    'are the same when the keeper crashes %s any one call and the event comes again',
    async (when) => {
      const last = entries.slice(-1);
      for (let at = 1; ; at += 1) {
        const crash = crashing(at, when);
        const tallies = memoryTallyStore();
        await deliverUntilTaken(keeper(house.cases, tallies, crash.around), last);
        expect(told(tallies)).toEqual(inOrder);
        if (crash.calls() < at) break;
      }
    },
  );

  it('are the same when several keepers work at once', async () => {
    const tallies = memoryTallyStore();
    const keep = keeper(house.cases, tallies);
    const step = Math.ceil(entries.length / KEEPERS);
    const announced = entries.toReversed().filter((_, index) => index % step === 0);
    const outcomes = await Promise.allSettled(announced.map((entry) => keep(onBus(entry))));
    const lost = announced.filter((_, index) => outcomes[index]?.status === 'rejected');
    for (const entry of lost) await keep(onBus(entry));
    expect(told(tallies)).toEqual(inOrder);
  });

  it('are the same when another keeper comes and does all the work between any two of its first calls', async () => {
    const last = entries.slice(-1);
    for (let at = 1; at <= FIRST_CALLS; at += 1) {
      const tallies = memoryTallyStore();
      let calls = 0;
      const overtaken: Around = async ({ call }) => {
        calls += 1;
        if (calls === at) await deliverUntilTaken(keeper(house.cases, tallies), last);
        return call();
      };
      await deliverUntilTaken(keeper(house.cases, tallies, overtaken), last);
      expect(told(tallies)).toEqual(inOrder);
    }
  });
});

interface Scored {
  readonly id: string;
  readonly cases: number;
  readonly dimensions: Record<string, { computed: Record<string, number>; people: Record<string, number> }>;
}

describe('the scoreboard', () => {
  beforeAll(async () => {
    const committee = await travel(house, 'oversight-committee', {
      steps: stepsThrough('oversight-committee', '/advance'),
    });
    for (const each of [caseId, committee]) {
      // A keeper that is told of the last event alone catches up with all of them.
      await deliverUntilTaken(keepScoreboard(house), (await streamOf(house.cases, each)).slice(-1));
    }
  });

  const groups = async (group: string) =>
    ((await house.get('', `/scoreboard?group=${group}`)).body as { items: readonly Scored[] }).items;

  it('counts each case once in each way of grouping, and every cell says of how many', async () => {
    for (const [group, ids] of [
      ['instrument', ['integrity-pact', 'oversight-committee']],
      ['territory', ['DO', 'unstated']],
    ] as const) {
      const items = await groups(group);
      expect(items.map(({ id, cases }) => [id, cases])).toEqual(ids.map((id) => [id, 1]));
    }
    const authorities = await groups('authority');
    expect(authorities.reduce((sum, { cases }) => sum + cases, 0)).toBe(2);
    for (const { cases, dimensions } of authorities) {
      for (const cell of Object.values(dimensions))
        expect([cell.computed['of'], cell.people['of']]).toEqual([cases, cases]);
    }
  });

  it('shows what the milestones of the case compute, and what people coded beside it', async () => {
    const [item] = await groups('instrument');
    const { body } = await house.get('', `/cases/${caseId}/milestones`);
    const { coded } = body as { coded: Record<string, readonly string[]> };
    for (const dimension of ['effectiveness', 'openness']) {
      const cell = item?.dimensions[dimension];
      for (const code of ['achieved', 'notAchieved', 'informationMissing', 'furtherTimeNeeded']) {
        expect([dimension, code, cell?.people[code]]).toEqual([
          dimension,
          code,
          coded[dimension]?.includes(code) ? 1 : 0,
        ]);
      }
      expect(cell?.computed['notAssessed']).toBe(0);
    }
    expect(item?.dimensions['replication']?.people['notAssessed']).toBe(1);
  });

  it('draws the course of a case, and of one that no event has told of yet', async () => {
    const drawn = await house.get('', `/cases/${caseId}/timeline/chart.svg?language=en`);
    expect(drawn.status).toBe(200);
    expect((drawn as { text?: string }).text).toContain('Tender observation');
    const fresh = await arrived('oversight-committee', 1);
    expect((await fresh.house.get('', `/cases/${fresh.caseId}/timeline/chart.svg`)).status).toBe(200);
    expect((await house.get('', '/cases/ip-00000000000000000000/timeline/chart.svg')).status).toBe(404);
  });

  it('counts by months what was asked, and never more answers than questions', async () => {
    const { body } = await house.get('', '/coverage?period=year&from=2026-01&to=2027-12');
    const { items } = body as { items: readonly Record<string, Record<string, number>>[] };
    const sum = (of: string, name: string) => items.reduce((total, item) => total + (item[of]?.[name] ?? 0), 0);
    expect(sum('questions', 'asked')).toBeGreaterThan(0);
    expect(sum('escalations', 'asked')).toBeGreaterThan(0);
    for (const kind of ['questions', 'findings', 'escalations']) {
      expect(sum(kind, 'inTime') + sum(kind, 'late') + sum(kind, 'unanswered')).toBeLessThanOrEqual(sum(kind, 'asked'));
    }
    expect(items.reduce((total, item) => total + Number(item['cases']), 0)).toBe(2);
  });
});
