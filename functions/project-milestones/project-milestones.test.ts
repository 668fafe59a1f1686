import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { MILESTONES } from '../../domain/milestones/milestones.ts';
import type { RecordEntry } from '../../events/record.ts';
import { INSTRUMENTS, type InstrumentId } from '../../events/vocabulary.ts';
import { type Around, around, Crash, crashing } from '../../test/support/around.ts';
import { deliver, onBus, streamOf } from '../../test/support/deliver.ts';
import { comeInDisorder, crashingTimeAndAgain, deliverUntilTaken, disorderOf } from '../../test/support/disorder.ts';
import type { House } from '../../test/support/house.ts';
import { arrived } from '../../test/support/journey.ts';
import { memoryLog } from '../_ports/memory/memory-log.ts';
import { memoryMilestoneStore } from '../_ports/memory/memory-milestone-store.ts';
import type { CaseStore, MilestoneStore } from '../_ports/ports.ts';
import type { BusEvent } from '../_record/announced.ts';
import { projectMilestones } from './project-milestones.ts';

/** The same disorder every time. */
const RUNS = { seed: 4_711, numRuns: 40 };
const quietly: Around = ({ call }) => call();

const projector = (stores: { cases: CaseStore; milestones: MilestoneStore }, intervene: Around = quietly) =>
  projectMilestones({
    cases: around(stores.cases, intervene),
    milestones: around(stores.milestones, intervene),
    log: memoryLog(),
  });

describe.each(INSTRUMENTS)('the milestones of a case of %s', (instrument: InstrumentId) => {
  let house: House;
  let caseId: string;
  let entries: readonly RecordEntry[];
  let inOrder: unknown;

  beforeAll(async () => {
    ({ house, caseId } = await arrived(instrument));
    entries = await streamOf(house.cases, caseId);
    const milestones = memoryMilestoneStore();
    await deliver(projector({ cases: house.cases, milestones }), house.cases, caseId);
    inOrder = await milestones.milestones(caseId);
  });

  it('have seen every event', () => {
    expect(inOrder).toMatchObject({ case: caseId, version: entries.length });
  });

  it('are the same to the byte, however their events come: shuffled, doubled, in pieces and with crashes in between', async () => {
    await fc.assert(
      fc.asyncProperty(disorderOf(entries.length), async (disorder) => {
        const milestones = memoryMilestoneStore();
        const intervene = crashingTimeAndAgain(disorder.crashes);
        await comeInDisorder((view) => projector({ cases: view(house.cases), milestones }, intervene), {
          entries,
          disorder,
        });
        expect(await milestones.milestones(caseId)).toEqual(inOrder);
      }),
      RUNS,
    );
  });

  it.each(['first', 'last'])(
    'are the same to the byte when all that comes is the last event, and then the %s again',
    async (which) => {
      const milestones = memoryMilestoneStore();
      const project = projector({ cases: house.cases, milestones });
      for (const entry of [entries.at(-1), which === 'first' ? entries[0] : entries.at(-1)]) {
        if (entry !== undefined) await project(onBus(entry));
      }
      expect(await milestones.milestones(caseId)).toEqual(inOrder);
    },
  );

  it.each(['before', 'after'] as const)(
    'are the same to the byte when the projector crashes %s any one call and the event comes again',
    async (when) => {
      const last = entries.slice(-1);
      for (let at = 1; ; at += 1) {
        const crash = crashing(at, when);
        const milestones = memoryMilestoneStore();
        await deliverUntilTaken(projector({ cases: house.cases, milestones }, crash.around), last);
        expect(await milestones.milestones(caseId)).toEqual(inOrder);
        if (crash.calls() < at) break;
      }
    },
  );

  it('are the same to the byte when several projectors work at once', async () => {
    const milestones = memoryMilestoneStore();
    const project = projector({ cases: house.cases, milestones });
    const outcomes = await Promise.allSettled(entries.toReversed().map((entry) => project(onBus(entry))));
    const lost = entries.toReversed().filter((_, index) => outcomes[index]?.status === 'rejected');
    for (const entry of lost) await project(onBus(entry));
    expect(await milestones.milestones(caseId)).toEqual(inOrder);
  });

  it('prove each milestone by events that are there', async () => {
    await deliver(projectMilestones(house), house.cases, caseId);
    const { body } = await house.get('', `/cases/${caseId}/milestones`);
    const { milestones, version } = body as {
      version: number;
      milestones: { id: string; proof: { total: number; events: string[] } }[];
    };
    expect(version).toBe(entries.length);
    expect(milestones.map(({ id }) => id)).toEqual(MILESTONES.map(({ id }) => id));
    const ids = entries.map(({ id }) => id);
    for (const { id, proof } of milestones) {
      expect(proof.total).toBe(proof.events.length);
      const proving = proof.events.map((event) => entries[ids.indexOf(event)]);
      expect([id, proving.every((entry) => entry !== undefined && proves(id, entry))]).toEqual([id, true]);
    }
  });
});

const proves = (id: string, entry: RecordEntry): boolean =>
  MILESTONES.some((milestone) => milestone.id === id && milestone.isProvenBy(entry));

describe('an event that is none', () => {
  const poison: readonly [string, (event: BusEvent) => unknown][] = [
    ['nothing', (event) => ({ ...event, detail: null })],
    ['a text', (event) => ({ ...event, detail: 'x' })],
    ['a detail without data', (event) => ({ ...event, detail: { ...(event.detail as object), data: undefined } })],
    ['an unknown type', (event) => changed(event, { type: 'emperor.crowned.v1' })],
    ['data of another type', (event) => changed(event, { data: { person: 'p' } })],
    ['a version that is none', (event) => changed(event, { version: 0 })],
    ['a version that is a text', (event) => changed(event, { version: '1' })],
    ['a field too many', (event) => changed(event, { extra: 1 })],
  ];
  const changed = (event: BusEvent, change: object): BusEvent => {
    const detail = event.detail as { data: object };
    return { ...event, detail: { ...detail, data: { ...detail.data, ...change } } };
  };

  it.each(poison)('holds %s: it is rejected loudly, and changes nothing', async (_, spoil) => {
    const { house, caseId } = await arrived('oversight-committee', 1);
    const [entry] = await streamOf(house.cases, caseId);
    if (entry === undefined) throw new Error('A case has events.');
    await expect(projectMilestones(house)(spoil(onBus(entry)) as BusEvent)).rejects.toThrow();
    expect(await house.milestones.milestones(caseId)).toBeUndefined();
  });

  it('is announced before it is in its stream: it is rejected, and taken when it comes again', async () => {
    const { house, caseId } = await arrived('oversight-committee', 1);
    const entries = await streamOf(house.cases, caseId);
    const ahead = { ...entries[0]!, version: entries.length + 1 };
    await expect(projectMilestones(house)(onBus(ahead))).rejects.toThrow('not in its stream');
    expect(await house.milestones.milestones(caseId)).toMatchObject({ version: entries.length });
  });
});

it('a projector whose store fails it says so, and does not swallow it', async () => {
  const { house, caseId } = await arrived('oversight-committee', 1);
  const [entry] = await streamOf(house.cases, caseId);
  const failing: Around = async ({ method, call }) => {
    if (method === 'saveMilestones') throw new Crash('save');
    return call();
  };
  await expect(projector(house, failing)(onBus(entry!))).rejects.toThrow(Crash);
  const losing: Around = async ({ method, call }) => (method === 'saveMilestones' ? false : call());
  await expect(projector(house, losing)(onBus(entry!))).rejects.toThrow('lost every race');
});
