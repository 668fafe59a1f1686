import { beforeAll, describe, expect, test } from 'vitest';
import type { Cell, TallyBook, TallyStore } from '../../functions/_ports/tally-ports.ts';

const bookOf = (key: string, version: number, counted: readonly Cell[] = []): TallyBook => ({
  key,
  version,
  seen: version,
  state: '{}',
  counted,
});

/** What every store of counts promises. */
export const tallyStoreContract = (name: string, open: () => Promise<TallyStore>): void => {
  describe(`the store of counts ${name}`, () => {
    let store: TallyStore;
    beforeAll(async () => {
      store = await open();
    });
    const cell = (list: string, place: string, counters: Cell['counters'], called?: string): Cell => ({
      list,
      place,
      counters,
      ...(called === undefined ? {} : { name: called }),
    });
    const all = async (list: string, asked: object = {}) => (await store.cells({ list, limit: 10, ...asked })).cells;

    test('knows no book and no cell before one is written', async () => {
      expect(await store.book('CASE#none')).toBeUndefined();
      expect(await store.cells({ list: 'none', limit: 1 })).toEqual({ cells: [], more: false });
    });

    test('writes a book over the one before it and adds to its cells, or does neither', async () => {
      const counted = [cell('added', 'a', { cases: 1 })];
      const first = bookOf('CASE#one', 1, counted);
      expect(await store.save({ book: first, changes: counted })).toBe(true);
      expect(await store.save({ book: first, changes: counted })).toBe(false);
      expect(await store.save({ book: bookOf('CASE#one', 3), changes: counted })).toBe(false);
      expect(await store.book('CASE#one')).toEqual(first);
      const changes = [cell('added', 'a', { cases: -1, closed: 2 }), cell('added', 'b', { cases: 1 })];
      expect(await store.save({ book: bookOf('CASE#one', 2), changes })).toBe(true);
      expect(await all('added')).toMatchObject([
        { place: 'a', counters: { closed: 2 } },
        { place: 'b', counters: { cases: 1 } },
      ]);
    });

    test('adds what many books count in one cell at the same time, each of them once', async () => {
      const keys = Array.from({ length: 6 }, (_, at) => `CASE#many-${at}`);
      const changes = [cell('crowded', 'all', { cases: 1 })];
      await Promise.all(keys.map((key) => store.save({ book: bookOf(key, 1), changes })));
      expect(await all('crowded')).toMatchObject([{ counters: { cases: keys.length } }]);
    });

    test('keeps of several names the first of the alphabet, whoever comes first', async () => {
      for (const [at, called] of ['Obras', 'Ayuntamiento', undefined].entries()) {
        await store.save({ book: bookOf(`CASE#name-${at}`, 1), changes: [cell('named', 'x', { cases: 1 }, called)] });
      }
      expect(await all('named')).toMatchObject([{ name: 'Ayuntamiento', counters: { cases: 3 } }]);
    });

    test('is read in pages, in the order of places, and between two of them', async () => {
      const places = ['2026-01', '2026-02', '2026-03', '2026-04'];
      const changes = places.toReversed().map((place) => cell('paged', place, { cases: 1 }));
      await store.save({ book: bookOf('CASE#paged', 1), changes });
      const page = await store.cells({ list: 'paged', limit: 3 });
      expect([page.cells.map(({ place }) => place), page.more]).toEqual([places.slice(0, 3), true]);
      const rest = await store.cells({ list: 'paged', after: '2026-03', limit: 3 });
      expect([rest.cells.map(({ place }) => place), rest.more]).toEqual([['2026-04'], false]);
      const between = await all('paged', { first: '2026-02', last: '2026-03' });
      expect(between.map(({ place }) => place)).toEqual(['2026-02', '2026-03']);
      expect(await all('paged', { first: '2026-05', last: '2026-01' })).toEqual([]);
    });
  });
};
