import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Card, cardOf } from '../../domain/search/card.ts';
import { termsOf } from '../../domain/search/terms.ts';
import type { RecordEntry } from '../../events/record.ts';
import { type Around, around, crashing } from '../../test/support/around.ts';
import { onBus, streamOf } from '../../test/support/deliver.ts';
import {
  comeInDisorder,
  crashingTimeAndAgain,
  deliverUntilTaken,
  disorderOf,
  whenItHeld,
} from '../../test/support/disorder.ts';
import { posting } from '../../test/support/exchanges.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import { arrived } from '../../test/support/journey.ts';
import { release } from '../../test/support/ocds.ts';
import { memoryLog } from '../_ports/memory/memory-log.ts';
import { type MemorySearchStore, memorySearchStore } from '../_ports/memory/memory-search-store.ts';
import type { CaseStore } from '../_ports/ports.ts';
import { POSTINGS_PER_SAVE_MAX } from '../_ports/search-ports.ts';
import { cardIn, cardStateIn } from '../_search/directory-entry.ts';
import { keepDirectory } from './keep-directory.ts';

/** The same disorder every time. */
const RUNS = { seed: 4_711, numRuns: 8 };
const quietly: Around = ({ call }) => call();

const keeper = (cases: CaseStore, directory: MemorySearchStore, intervene: Around = quietly) =>
  keepDirectory({ cases: around(cases, intervene), directory: around(directory, intervene), log: memoryLog() });

/** What stands in cards and lists: how often an entry was written is no part of it. */
const kept = (directory: MemorySearchStore): readonly unknown[] =>
  directory.items().map(({ version: _, ...item }) => item);

interface Kept {
  readonly house: House;
  readonly caseId: string;
  readonly entries: readonly RecordEntry[];
  /** Each event as it was told when it was the last. */
  readonly inOrder: MemorySearchStore;
}

const keptOf = async ({ house, caseId }: Pick<Kept, 'house' | 'caseId'>): Promise<Kept> => {
  const entries = await streamOf(house.cases, caseId);
  const inOrder = memorySearchStore();
  for (const entry of entries) await keeper(whenItHeld(house.cases, entry.version), inOrder)(onBus(entry));
  return { house, caseId, entries, inOrder };
};

/** A case whose words are more than one transaction takes, and which is suspended at the end. */
const wordyCase = async (): Promise<Kept> => {
  const house = newHouse();
  const title = Array.from({ length: 18 }, (_, at) => `${String.fromCharCode(97 + at)}bcdefghij`).join(' ');
  const ocds = release({
    parties: [{ id: '1', name: 'Secretaría de Obras', roles: ['buyer'] }],
    tender: { id: '1', title },
  });
  const send = (path: string, body: object) =>
    house.send(posting({ person: 'coordinator-1', path, body, idempotencyKey: `wordy${path}` }));
  const { body } = await send('/cases', { instrument: 'integrity-pact', ocds });
  const { case: caseId } = body as { case: string };
  const suspended = await send(`/cases/${caseId}/suspension`, {
    reason: 'court-order',
    explanation: 'A court said so.',
  });
  expect(suspended.status).toBe(200);
  return keptOf({ house, caseId });
};

let journey: Kept;
let wordy: Kept;
beforeAll(async () => {
  journey = await keptOf(await arrived('integrity-pact'));
  wordy = await wordyCase();
});

describe('the directory', () => {
  it('is the same, however the events of a case come: shuffled, doubled, in pieces and with crashes in between', async () => {
    const { house, entries, inOrder } = journey;
    await fc.assert(
      fc.asyncProperty(disorderOf(entries.length), async (disorder) => {
        const directory = memorySearchStore();
        const intervene = crashingTimeAndAgain(disorder.crashes);
        await comeInDisorder((view) => keeper(view(house.cases), directory, intervene), { entries, disorder });
        expect(kept(directory)).toEqual(kept(inOrder));
      }),
      RUNS,
    );
  });

  it.each(['before', 'after'] as const)('is the same when its keeper crashes %s any one call', async (when) => {
    const { house, entries, inOrder } = wordy;
    for (let at = 1; ; at += 1) {
      const crash = crashing(at, when);
      const directory = memorySearchStore();
      await deliverUntilTaken(keeper(house.cases, directory, crash.around), entries.slice(-1));
      expect(kept(directory)).toEqual(kept(inOrder));
      if (crash.calls() < at) break;
    }
  });

  it('is the same when several keepers work at once', async () => {
    for (const { house, entries, inOrder } of [journey, wordy]) {
      const directory = memorySearchStore();
      const keep = keeper(house.cases, directory);
      const reversed = entries.toReversed();
      const outcomes = await Promise.allSettled(reversed.map((entry) => keep(onBus(entry))));
      for (const entry of reversed.filter((_, at) => outcomes[at]?.status === 'rejected')) await keep(onBus(entry));
      expect(kept(directory)).toEqual(kept(inOrder));
    }
  });

  it('lists a case in every list of its card, and in no other, be they more than one transaction takes', async () => {
    for (const { caseId, inOrder } of [journey, wordy]) {
      const state = cardStateIn(await inOrder.entry(caseId));
      const lists = inOrder.items().filter(({ pk, id }) => pk.startsWith('SEARCH#LIST#') && id === caseId);
      expect(lists.map(({ pk }) => pk.slice('SEARCH#LIST#'.length))).toEqual(state && termsOf(cardOf(state)));
    }
    expect((await wordy.inOrder.entry(wordy.caseId))?.terms.length).toBeGreaterThan(POSTINGS_PER_SAVE_MAX);
  });

  it('tells of a case at every moment how it stands then, and how many observations everybody may read', async () => {
    const { house, caseId, entries } = journey;
    const told: (readonly [Card['stage'], number])[] = [];
    for (const { version } of entries) {
      const directory = memorySearchStore();
      await keeper(whenItHeld(house.cases, version), directory)(onBus(entries[version - 1] as RecordEntry));
      const card = cardIn(await directory.entry(caseId));
      if (card === undefined) throw new Error('A case has a card.');
      told.push([card.stage, card.observationsPublished]);
    }
    const steps = [...new Set(told.map(([stage, seen]) => `${stage} ${seen}`))];
    expect(steps).toEqual([
      'appointment 0',
      'tender-observation 0',
      'tender-observation 1',
      'award-review 1',
      'award-review 2',
      'implementation-monitoring 2',
      'implementation-monitoring 3',
      'final-report 4',
      'closed 4',
    ]);
    const { body } = await house.get('', `/cases/${caseId}`);
    const { stage, condition, openedAt, ocid } = body as Card;
    expect(cardIn(await journey.inOrder.entry(caseId))).toMatchObject({ stage, condition, openedAt, ocid });
    const shown = (await house.get('', `/cases/${caseId}/observations?limit=25`)).body as { items: { seal: string }[] };
    expect(told.at(-1)?.[1]).toBe(shown.items.filter(({ seal }) => seal === 'open').length);
  });
});
