import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { aboutIn } from '../../domain/notices/about.ts';
import type { RecordEntry } from '../../events/record.ts';
import { INSTRUMENTS, type InstrumentId } from '../../events/vocabulary.ts';
import { type Around, around, crashing } from '../../test/support/around.ts';
import { deliver, onBus, streamOf } from '../../test/support/deliver.ts';
import { comeInDisorder, crashingTimeAndAgain, deliverUntilTaken, disorderOf } from '../../test/support/disorder.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import { arrived } from '../../test/support/journey.ts';
import { memoryClock } from '../_ports/memory/memory-clock.ts';
import { memoryItemStore } from '../_ports/memory/memory-item-store.ts';
import { memoryLog } from '../_ports/memory/memory-log.ts';
import { memoryRosterStore } from '../_ports/memory/memory-person-stores.ts';
import type { Notice } from '../_ports/notice-ports.ts';
import { noticeStore } from '../_ports/notice-store.ts';
import { endpointStore, outboxStore } from '../_ports/outbox-store.ts';
import type { CaseStore } from '../_ports/ports.ts';
import { keepNotices } from './keep-notices.ts';

const RUNS = { seed: 2_511, numRuns: 8 };
const quietly: Around = ({ call }) => call();

const keeper = (cases: CaseStore, items = memoryItemStore(), intervene: Around = quietly) => ({
  items,
  keep: keepNotices({
    cases: around(cases, intervene),
    notices: noticeStore(around(items, intervene)),
    outbox: outboxStore(around(items, intervene)),
    endpoints: endpointStore(around(items, intervene)),
    roster: memoryRosterStore(),
    clock: memoryClock('2027-01-01T00:00:00.000Z'),
    log: memoryLog(),
  }),
});

describe.each(INSTRUMENTS)('the notices of a case of %s', (instrument: InstrumentId) => {
  let house: House;
  let caseId: string;
  let entries: readonly RecordEntry[];
  let inOrder: ReturnType<ReturnType<typeof memoryItemStore>['items']>;

  beforeAll(async () => {
    ({ house, caseId } = await arrived(instrument));
    entries = await streamOf(house.cases, caseId);
    const { keep, items } = keeper(house.cases);
    await deliver(keep, house.cases, caseId);
    inOrder = items.items();
  });

  const notices = (): readonly Notice[] => inOrder.filter(({ sk }) => sk.startsWith('AT#')) as never;

  it('tell many people of many facts, and each of them of each fact once', () => {
    const all = notices();
    expect(all.length).toBeGreaterThan(50);
    expect(new Set(all.map(({ person }) => person)).size).toBeGreaterThan(5);
    expect(new Set(all.map(({ person, event }) => `${person} ${event}`)).size).toBe(all.length);
  });

  it('hold nothing that their events do not say to everybody, and tell nobody of an own act', () => {
    for (const { person, event, stream, version, kind, recordedAt, about, ...rest } of notices()) {
      const entry = entries[version - 1];
      expect([event, stream, kind, recordedAt]).toEqual([entry?.id, caseId, entry?.type, entry?.recordedAt]);
      expect(about).toBe(entry === undefined ? undefined : aboutIn(entry.data));
      expect(person).not.toBe(entry?.actor.person);
      expect(Object.keys(rest).toSorted()).toEqual(['as', 'pk', 'sk']);
    }
  });

  it('are the same to the byte, however the events come: shuffled, doubled, in pieces and with crashes in between', async () => {
    await fc.assert(
      fc.asyncProperty(disorderOf(entries.length), async (disorder) => {
        const items = memoryItemStore();
        const intervene = crashingTimeAndAgain(disorder.crashes);
        await comeInDisorder((view) => keeper(view(house.cases), items, intervene).keep, { entries, disorder });
        expect(items.items()).toEqual(inOrder);
      }),
      RUNS,
    );
  });

  it.each(['before', 'after'] as const)(
    'are the same to the byte when the keeper crashes %s any one call and the event comes again',
    async (when) => {
      for (let at = 1; ; at += 23) {
        const crash = crashing(at, when);
        const { keep, items } = keeper(house.cases, memoryItemStore(), crash.around);
        await deliverUntilTaken(keep, entries.slice(-1));
        expect(items.items()).toEqual(inOrder);
        if (crash.calls() < at) break;
      }
    },
  );

  it('are the same to the byte when several keepers work at once', async () => {
    const { keep, items } = keeper(house.cases);
    const outcomes = await Promise.allSettled(entries.toReversed().map((entry) => keep(onBus(entry))));
    const lost = entries.toReversed().filter((_, index) => outcomes[index]?.status === 'rejected');
    for (const entry of lost) await keep(onBus(entry));
    expect(items.items()).toEqual(inOrder);
  });
});

describe('a fact of the roster', () => {
  it('is told to whoever it is about', async () => {
    const house = newHouse();
    const entry = {
      id: 'roster:witness-1@3',
      type: 'accreditation.suspended.v1',
      stream: 'roster:witness-1',
      version: 3,
      recordedAt: '2026-03-02T15:00:00.000Z',
      observedAt: '2026-03-02T15:00:00.000Z',
      actor: { person: 'administrator-1', role: 'administrator' },
      command: 'a'.repeat(64),
      receiptHash: 'a'.repeat(64),
      previousHash: 'a'.repeat(64),
      hash: 'a'.repeat(64),
      data: { accreditation: 'accreditation-1' },
    };
    await keepNotices(house)(onBus(entry as never));
    const { body } = await house.get('witness-1', '/notices');
    expect(body).toMatchObject({
      items: [
        {
          kind: 'accreditation.suspended.v1',
          as: 'person',
          link: '/roster/witness-1',
          says: 'Se suspendió su acreditación',
        },
      ],
    });
  });
});
