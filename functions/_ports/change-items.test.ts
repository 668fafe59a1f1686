import { describe, expect, it } from 'vitest';
import { changesOf } from '../../test/contract/change-store.contract.ts';
import { CHANGES_PER_BLOCK, changesAfter, stretchAfter, tellingItems } from './change-items.ts';
import { CHANGES_PER_TELLING_MAX } from './change-ports.ts';
import { memoryChangeStore } from './memory/memory-change-store.ts';

const CASE = 'ip-1';
const ALL = CHANGES_PER_BLOCK + 20;

const longList = async () => {
  const store = memoryChangeStore();
  for (let told = 0; told < ALL; told = await store.told(CASE)) {
    const last = Math.min(told + CHANGES_PER_TELLING_MAX, ALL);
    await store.tell({ case: CASE, told, changes: changesOf(CASE, told + 1, last) });
  }
  return store;
};

describe('changes in blocks', () => {
  it('are read across the end of a block as if there were none', async () => {
    const store = await longList();
    for (const [after, limit, read] of [
      [CHANGES_PER_BLOCK - 5, 10, 10],
      [CHANGES_PER_BLOCK - 1, 1, 1],
      [CHANGES_PER_BLOCK, 100, 20],
      [CHANGES_PER_BLOCK - 10, 100, 30],
      [ALL, 10, 0],
      [ALL + 5_000, 10, 0],
    ] as const) {
      const numbers = (await store.after(after, limit)).map(({ number }) => number);
      expect(numbers).toEqual(Array.from({ length: read }, (_, at) => after + at + 1));
    }
  });

  it('stand in no partition that grows without limit', () => {
    const partitions = new Set([0, CHANGES_PER_BLOCK - 1].map((number) => stretchAfter(number).partition));
    expect([...partitions]).toHaveLength(1);
    expect(partitions).not.toContain(stretchAfter(CHANGES_PER_BLOCK).partition);
  });

  it('are shown only as far as they follow one another: what is being written waits', async () => {
    const { entries } = tellingItems({ case: CASE, told: 0, changes: changesOf(CASE, 1, 6) }, CHANGES_PER_BLOCK - 3);
    const [first, , ...rest] = entries;
    // A reading can meet half of what is written in one transaction.
    const read = async ({ partition }: { partition: string }) =>
      [first, ...rest].filter((item) => item !== undefined).filter(({ pk }) => pk === partition);
    const found = await changesAfter(read, CHANGES_PER_BLOCK - 3, 10);
    expect(found.map(({ version }) => version)).toEqual([1]);
  });

  it.each([
    ['none', changesOf(CASE, 1, 0)],
    ['with a gap', changesOf(CASE, 2, 3)],
    ['of another case', changesOf('ip-2', 1, 1)],
    ['too many', changesOf(CASE, 1, CHANGES_PER_TELLING_MAX + 1)],
  ])('are never written %s', (_, changes) => {
    expect(() => tellingItems({ case: CASE, told: 0, changes }, 0)).toThrow('in the order of their case');
  });
});
