import { beforeEach, describe, expect, test } from 'vitest';
import { POSTINGS_PER_SAVE_MAX, type Posting, type SearchStore } from '../../functions/_ports/search-ports.ts';

let stores = 0;

/** What every directory promises. */
export const searchStoreContract = (name: string, open: () => Promise<SearchStore>): void => {
  describe(`the directory ${name}`, () => {
    let store: SearchStore;
    /** Other tests may have kept something before: each has lists and cases of its own. */
    let own: string;
    beforeEach(async () => {
      store = await open();
      stores += 1;
      own = `${stores}`;
    });

    const entryOf = (version: number, terms: readonly string[] = []) => ({
      case: `ip-${own}`,
      version,
      seen: version * 2,
      state: `{"of":${version}}`,
      terms,
    });
    const posting = (term: string, place: string): Posting => ({ term: `${term}-${own}`, place, id: `ip-${place}` });

    test('keeps the last entry of a case, written over the one before', async () => {
      expect(await store.entry(`ip-${own}`)).toBeUndefined();
      expect(await store.save({ entry: entryOf(2), posted: [], removed: [] })).toBe(false);
      expect(await store.save({ entry: entryOf(1, ['a', 'é']), posted: [], removed: [] })).toBe(true);
      expect(await store.save({ entry: entryOf(1), posted: [], removed: [] })).toBe(false);
      expect(await store.entry(`ip-${own}`)).toEqual(entryOf(1, ['a', 'é']));
      expect(await store.save({ entry: entryOf(2), posted: [], removed: [] })).toBe(true);
      expect(await store.entries([`ip-${own}`, 'ip-none', `ip-${own}`])).toEqual(new Map([[`ip-${own}`, entryOf(2)]]));
    });

    test('lists in the order of places or against it, in pages, and what is removed no more', async () => {
      const posted = ['2', '1', '3', '𐐷'].map((place) => posting('word:salud', place));
      const other = posting('word:saludo', '9');
      await store.save({ entry: entryOf(1), posted: [...posted, other], removed: [] });
      const places = async (asked: Partial<Parameters<SearchStore['postings']>[0]> = {}) => {
        const page = await store.postings({ term: posted[0]?.term ?? '', newestFirst: true, limit: 10, ...asked });
        return [page.postings.map(({ place }) => place).join(''), page.more];
      };
      expect(await places()).toEqual(['𐐷321', false]);
      expect(await places({ newestFirst: false })).toEqual(['123𐐷', false]);
      expect(await places({ limit: 2 })).toEqual(['𐐷3', true]);
      expect(await places({ limit: 2, after: '3' })).toEqual(['21', false]);
      expect(await places({ after: '1' })).toEqual(['', false]);
      expect(await places({ newestFirst: false, after: '2' })).toEqual(['3𐐷', false]);
      expect(await places({ term: 'word:none' })).toEqual(['', false]);
      const [first] = (await store.postings({ term: other.term, newestFirst: true, limit: 1 })).postings;
      expect(first).toEqual(other);
      await store.save({ entry: entryOf(2), posted: posted.slice(0, 1), removed: posted.slice(2) });
      expect(await places()).toEqual(['21', false]);
    });

    test('writes nothing of what comes second, and no more at once than a transaction takes', async () => {
      const late = posting('word:late', '1');
      await store.save({ entry: entryOf(1), posted: [], removed: [] });
      expect(await store.save({ entry: entryOf(1), posted: [late], removed: [] })).toBe(false);
      expect(await store.postings({ term: late.term, newestFirst: true, limit: 1 })).toEqual({
        postings: [],
        more: false,
      });
      const many = Array.from({ length: POSTINGS_PER_SAVE_MAX + 1 }, (_, at) => posting('word:many', `${at}`));
      await expect(store.save({ entry: entryOf(2), posted: many, removed: [] })).rejects.toThrow('Too many postings');
      const all = many.slice(1);
      expect(await store.save({ entry: entryOf(2), posted: all, removed: [] })).toBe(true);
    });
  });
};
