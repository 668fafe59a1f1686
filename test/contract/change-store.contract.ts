import { beforeEach, describe, expect, test } from 'vitest';
import type { CaseChange, ChangeStore } from '../../functions/_ports/change-ports.ts';

/** Changes of a case, from one version to another. */
export const changesOf = (caseId: string, first: number, last: number): readonly CaseChange[] =>
  Array.from({ length: last - first + 1 }, (_, at) => ({
    case: caseId,
    version: first + at,
    at: '2026-03-02T15:00:00.000Z',
    type: 'act.observed.v1',
  }));

/** What every list of changes promises. `open` gives one in which nothing stands yet. */
export const changeStoreContract = (name: string, open: () => Promise<ChangeStore>): void => {
  describe(`the list of changes ${name}`, () => {
    let store: ChangeStore;
    beforeEach(async () => {
      store = await open();
    });
    /** Other tests may have told something before: the list has no end of its own. */
    const end = async (): Promise<number> => {
      let number = 0;
      for (;;) {
        const page = await store.after(number, 100);
        if (page.length === 0) return number;
        number += page.length;
      }
    };

    test('tells changes of each case once, in one order without gaps', async () => {
      const start = await end();
      const [one, other] = [`one-${start}`, `other-${start}`];
      expect(await store.told(one)).toBe(0);
      expect(await store.tell({ case: one, told: 0, changes: changesOf(one, 1, 3) })).toBe(true);
      expect(await store.tell({ case: other, told: 0, changes: changesOf(other, 1, 1) })).toBe(true);
      expect(await store.tell({ case: one, told: 0, changes: changesOf(one, 1, 3) })).toBe(false);
      expect(await store.tell({ case: one, told: 4, changes: changesOf(one, 5, 5) })).toBe(false);
      expect(await store.tell({ case: one, told: 3, changes: changesOf(one, 4, 4) })).toBe(true);
      expect([await store.told(one), await store.told(other)]).toEqual([4, 1]);
      const told = await store.after(start, 100);
      expect(told.map((change) => [change.number - start, change.case, change.version])).toEqual([
        [1, one, 1],
        [2, one, 2],
        [3, one, 3],
        [4, other, 1],
        [5, one, 4],
      ]);
      expect(told.slice(0, 1)).toEqual([{ number: start + 1, ...changesOf(one, 1, 1)[0] }]);
      expect(await store.after(start + 1, 2)).toEqual(told.slice(1, 3));
      expect(await store.after(start + 5, 10)).toEqual([]);
    });

    test('tells each of many cases whole when they come at once, whoever is faster', async () => {
      const start = await end();
      const cases = Array.from({ length: 4 }, (_, at) => `many-${start}-${at}`);
      await Promise.all(cases.map((id) => store.tell({ case: id, told: 0, changes: changesOf(id, 1, 2) })));
      const told = await store.after(start, 100);
      expect(told.map(({ number }) => number - start)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      for (const id of cases)
        expect(told.filter((change) => change.case === id).map(({ version }) => version)).toEqual([1, 2]);
    });
  });
};
