import { describe, expect, it } from 'vitest';
import type { RegisteredFacts } from '../../domain/registry/registered-facts.ts';
import { around, counting } from '../../test/support/around.ts';
import { memoryItemStore } from '../_ports/memory/memory-item-store.ts';
import { memoryTallyStore } from '../_ports/memory/memory-tally-store.ts';
import type { RegisteredProcess } from '../_ports/process-registry.ts';
import { processRegistry } from '../_ports/process-registry-store.ts';
import type { TallyStore } from '../_ports/tally-ports.ts';
import { countingRegistry, countProcess } from './count-process.ts';
import { coveredIn } from './covered.ts';
import { AUTHORITIES_LIST, monthLists } from './lists.ts';

const OBRAS = { buyer: { name: 'Secretaría de Obras', scheme: 'DO-RNC', id: '1' } };
const facts: RegisteredFacts = {
  ocid: 'ocds-test00-1',
  ...OBRAS,
  territory: 'DO',
  tenderStartAt: '2026-03-10T00:00:00.000Z',
};
const CASE = { case: 'oc-00000000000000000000' };

const registered = (told: RegisteredFacts, version = 1): RegisteredProcess => ({
  facts: told,
  version,
  hash: 'a'.repeat(64),
  ...(version > 1 && { previousHash: 'a'.repeat(64) }),
  source: 'processes.jsonl',
  sourceHash: 'a'.repeat(64),
  request: 'import-1',
  importedAt: '2026-04-01T00:00:00.000Z',
  changedAt: '2026-04-01T00:00:00.000Z',
});

const monthsOf = async (tallies: TallyStore, authority = 'DO-RNC:1') => {
  const pages = await Promise.all(monthLists(authority).map((list) => tallies.cells({ list, limit: 50 })));
  return Object.fromEntries(
    pages
      .flatMap(({ cells }) => cells)
      .filter(({ counters }) => Object.keys(counters).length > 0)
      .map(({ place, counters }) => {
        const { processes, coverage } = coveredIn(counters);
        return [place, [processes.known, processes.unregistered, coverage.numerator, coverage.denominator]];
      }),
  );
};

describe('a contracting process', () => {
  it('that a case watches and no import told of is known, and counts as watched', async () => {
    const tallies = memoryTallyStore();
    await countProcess(tallies, { by: CASE, facts, version: 2 });
    expect(await monthsOf(tallies)).toEqual({ '2026-03': [1, 1, 1, 1] });
  });

  it('counts the same whoever tells of it first, and however often', async () => {
    const tellings = [
      { by: CASE, facts, version: 2 },
      { by: 'registry', facts, version: 1 },
      { by: CASE, facts: { ...facts, tenderStartAt: '2026-01-01T00:00:00.000Z' }, version: 1 },
    ] as const;
    for (const order of [tellings, tellings.toReversed(), [...tellings, ...tellings]]) {
      const tallies = memoryTallyStore();
      for (const telling of order) await countProcess(tallies, telling);
      expect(await monthsOf(tallies)).toEqual({ '2026-03': [1, 0, 1, 1] });
    }
  });

  it('is counted where it belongs now, and no more where it stood before', async () => {
    const tallies = memoryTallyStore();
    await countProcess(tallies, { by: 'registry', facts, version: 1 });
    const moved = {
      ...facts,
      buyer: { name: 'Salud', scheme: 'DO-RNC', id: '2' },
      tenderStartAt: '2026-05-01T00:00:00.000Z',
    };
    await countProcess(tallies, { by: 'registry', facts: moved, version: 2 });
    expect(await monthsOf(tallies)).toEqual({});
    expect(await monthsOf(tallies, 'DO-RNC:2')).toEqual({ '2026-05': [1, 0, 0, 1] });
    const { cells } = await tallies.cells({ list: AUTHORITIES_LIST, limit: 10 });
    expect(cells.map(({ place, name, counters }) => [place, name, counters['processes.all']])).toEqual([
      ['DO-RNC:1', 'Secretaría de Obras', undefined],
      ['DO-RNC:2', 'Salud', 1],
    ]);
  });

  it('that loses its date stands under none', async () => {
    const tallies = memoryTallyStore();
    const { tenderStartAt: _, ...undated } = facts;
    await countProcess(tallies, { by: 'registry', facts: undated, version: 1 });
    expect(await monthsOf(tallies)).toEqual({ '0000-00': [1, 0, 0, 0] });
  });
});

describe('the registry that counts', () => {
  it('counts what it saves, once, and nothing that it did not save', async () => {
    const tallies = memoryTallyStore();
    const registry = countingRegistry(processRegistry(memoryItemStore()), tallies);
    expect(await registry.save(registered(facts))).toBe(true);
    expect(await monthsOf(tallies)).toEqual({ '2026-03': [1, 0, 0, 1] });
    expect(await registry.save(registered({ ...facts, ...OBRAS, territory: 'MX' }))).toBe(false);
    expect(await monthsOf(tallies)).toEqual({ '2026-03': [1, 0, 0, 1] });
  });

  it('asks three times of the counts for a new process, and once for one that is known', async () => {
    const [items, tallies] = [counting(), counting()];
    const store = around(memoryTallyStore(), tallies.around);
    const registry = countingRegistry(processRegistry(around(memoryItemStore(), items.around)), store);
    await registry.save(registered({ ...facts, ocid: 'ocds-test00-0' }));
    for (const each of [items, tallies]) each.reset();
    await registry.find(facts.ocid);
    await registry.save(registered(facts));
    // A save is a read of book and cells, and a transaction.
    expect([items.calls(), tallies.calls()]).toEqual([
      { get: 1, putOver: 1 },
      { book: 1, save: 1 },
    ]);
    for (const each of [items, tallies]) each.reset();
    await registry.find(facts.ocid);
    expect([items.calls(), tallies.calls()]).toEqual([{ get: 1 }, { book: 1 }]);
  });

  it('counts processes of one authority in turn, so that none is sent back by another', async () => {
    const slow = memoryTallyStore();
    let saving = 0;
    const tallies = around(slow, async ({ method, call }) => {
      if (method === 'save') saving += 1;
      if (saving > 1) throw new Error('Two count in the same cells at once.');
      const answer = await call();
      if (method === 'save') saving -= 1;
      return answer;
    });
    const registry = countingRegistry(processRegistry(memoryItemStore()), tallies);
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8];
    await Promise.all(numbers.map((number) => registry.save(registered({ ...facts, ocid: `ocds-test00-${number}` }))));
    expect(await monthsOf(slow)).toEqual({ '2026-03': [8, 0, 0, 8] });
  });

  it('counts what was saved and not counted, as soon as somebody looks it up', async () => {
    const tallies = memoryTallyStore();
    const bare = processRegistry(memoryItemStore());
    await bare.save(registered(facts));
    const registry = countingRegistry(bare, tallies);
    expect(await monthsOf(tallies)).toEqual({});
    expect(await registry.find(facts.ocid)).toEqual(registered(facts));
    expect(await registry.find(facts.ocid)).toEqual(registered(facts));
    expect(await monthsOf(tallies)).toEqual({ '2026-03': [1, 0, 0, 1] });
    expect(await registry.find('ocds-none')).toBeUndefined();
  });
});
