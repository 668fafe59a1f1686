import { describe, expect, test } from 'vitest';
import { DUE } from '../../functions/_ports/aws/table-keys.ts';
import type { DuePlace, ItemStore } from '../../functions/_ports/item-store.ts';
import { noticeStore } from '../../functions/_ports/notice-store.ts';

/** What every store of items promises. */
export const itemStoreContract = (name: string, open: () => Promise<ItemStore>): void => {
  describe(`the items ${name}`, () => {
    test('are written over the version that was seen, and over no other', async () => {
      const store = await open();
      const key = { pk: 'OUTBOX#a', sk: 'one' };
      expect(await store.get(key)).toBeUndefined();
      expect(await store.putOver({ ...key, version: 1, says: 'first' }, 1)).toBe(false);
      expect(await store.putOver({ ...key, version: 1, says: 'first' }, undefined)).toBe(true);
      expect(await store.putOver({ ...key, version: 1, says: 'again' }, undefined)).toBe(false);
      expect(await store.putOver({ ...key, version: 2, says: 'second' }, 1)).toBe(true);
      expect(await store.putOver({ ...key, version: 2, says: 'late' }, 1)).toBe(false);
      expect(await store.get(key)).toEqual({ ...key, version: 2, says: 'second' });
      await store.put({ ...key, says: 'whatever stood there' });
      expect(await store.get(key)).toEqual({ ...key, says: 'whatever stood there' });
    });

    test('are listed in pages, in either direction, within a stretch', async () => {
      const store = await open();
      const keys = ['A#0', 'B#1', 'B#2', 'B#3', 'C#4'];
      for (const sk of keys) await store.put({ pk: 'LISTED#1', sk, version: 1 });
      await store.put({ pk: 'LISTED#2', sk: 'B#9', version: 1 });
      const asked = { partition: 'LISTED#1', stretch: { first: 'B#', last: 'B#~' } };
      const page = async (more: object) => {
        const found = await store.page({ ...asked, limit: 2, ...more });
        return [found.items.map(({ sk }) => sk), found.more];
      };
      expect(await page({})).toEqual([['B#1', 'B#2'], true]);
      expect(await page({ after: 'B#2' })).toEqual([['B#3'], false]);
      expect(await page({ newestFirst: true })).toEqual([['B#3', 'B#2'], true]);
      expect(await page({ newestFirst: true, after: 'B#2' })).toEqual([['B#1'], false]);
      // Places outside the stretch.
      expect(await page({ after: 'A#0' })).toEqual([['B#1', 'B#2'], true]);
      expect(await page({ after: 'C#4' })).toEqual([[], false]);
      expect(await page({ newestFirst: true, after: 'C#4' })).toEqual([['B#3', 'B#2'], true]);
      expect(await page({ newestFirst: true, after: 'A#0' })).toEqual([[], false]);
    });

    test('are found when they are due, earliest first, and no longer once they are not', async () => {
      const store = await open();
      const item = (sk: string, dueAt?: string) => ({
        pk: 'OUTBOX#due',
        sk,
        version: 1,
        ...(dueAt === undefined ? {} : { [DUE.partitionKey]: 'OUTBOX#0', [DUE.sortKey]: dueAt }),
      });
      for (const [sk, dueAt] of [
        ['c', '2027-01-03'],
        ['a', '2027-01-01'],
        ['b', '2027-01-02'],
      ] as const) {
        await store.put(item(sk, dueAt));
      }
      const due = async (more: { after?: DuePlace; until?: string } = {}) => {
        const found = await store.due({ shard: 'OUTBOX#0', until: '2027-01-02', limit: 1, ...more });
        return [found.items.map(({ sk }) => sk), found.more];
      };
      expect(await due()).toEqual([['a'], true]);
      const after = { pk: 'OUTBOX#due', sk: 'a', dueAt: '2027-01-01' };
      expect(await due({ after })).toEqual([['b'], false]);
      expect(await due({ after: { ...after, dueAt: '2027-01-09' } })).toEqual([[], false]);
      await store.put(item('a'));
      expect(await due()).toEqual([['b'], false]);
      expect(await store.due({ shard: 'OUTBOX#1', until: '2028', limit: 1 })).toEqual({ items: [], more: false });
    });

    test('keep up to which notice somebody has read, and never go back', async () => {
      const notices = noticeStore(await open());
      expect(await notices.readUpTo('reader-1')).toBeUndefined();
      await notices.markRead('reader-1', 'AT#2');
      await notices.markRead('reader-1', 'AT#1');
      expect(await notices.readUpTo('reader-1')).toBe('AT#2');
      await notices.markRead('reader-1', 'AT#3');
      expect(await notices.readUpTo('reader-1')).toBe('AT#3');
    });
  });
};
