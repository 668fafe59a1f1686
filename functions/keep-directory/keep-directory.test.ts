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
import type { House } from '../../test/support/house.ts';
import { arrived } from '../../test/support/journey.ts';
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

let house: House;
let caseId: string;
let entries: readonly RecordEntry[];
let inOrder: MemorySearchStore;

const cardAfter = async (last: number): Promise<Card | undefined> => {
  const directory = memorySearchStore();
  const entry = entries[last - 1];
  if (entry === undefined) throw new Error('There is no such event.');
  await keeper(whenItHeld(house.cases, last), directory)(onBus(entry));
  return cardIn(await directory.entry(caseId));
};

beforeAll(async () => {
  ({ house, caseId } = await arrived('integrity-pact'));
  entries = await streamOf(house.cases, caseId);
  inOrder = memorySearchStore();
  for (const entry of entries) await keeper(whenItHeld(house.cases, entry.version), inOrder)(onBus(entry));
});

describe('the directory', () => {
  it('is the same, however the events of a case come: shuffled, doubled, in pieces and with crashes in between', async () => {
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
    for (let at = 1; ; at += 1) {
      const crash = crashing(at, when);
      const directory = memorySearchStore();
      await deliverUntilTaken(keeper(house.cases, directory, crash.around), entries.slice(-1));
      expect(kept(directory)).toEqual(kept(inOrder));
      if (crash.calls() < at) break;
    }
  });

  it('is the same when several keepers work at once', async () => {
    const directory = memorySearchStore();
    const keep = keeper(house.cases, directory);
    const reversed = entries.toReversed();
    const outcomes = await Promise.allSettled(reversed.map((entry) => keep(onBus(entry))));
    for (const entry of reversed.filter((_, at) => outcomes[at]?.status === 'rejected')) await keep(onBus(entry));
    expect(kept(directory)).toEqual(kept(inOrder));
  });

  it('lists a case in every list of its card, more than one transaction takes, and in no other', async () => {
    const state = cardStateIn(await inOrder.entry(caseId));
    if (state === undefined) throw new Error('A case has a card.');
    const terms = termsOf(cardOf(state));
    expect(terms.length).toBeGreaterThan(POSTINGS_PER_SAVE_MAX / 2);
    const lists = inOrder.items().filter(({ pk, id }) => pk.startsWith('SEARCH#LIST#') && id === caseId);
    expect(lists.map(({ pk }) => pk.slice('SEARCH#LIST#'.length))).toEqual(terms);
  });

  it('tells of a case what its record tells at that moment', async () => {
    const { head, stage, condition } = { head: undefined, stage: 'closed', condition: 'running' };
    expect(head).toBeUndefined();
    expect(await cardAfter(entries.length)).toMatchObject({ case: caseId, stage, condition });
    expect(await cardAfter(1)).toMatchObject({ stage: 'appointment', observationsPublished: 0 });
  });
});
