import { beforeAll, describe, expect, test } from 'vitest';
import { deadlineShardOf } from '../../functions/_ports/deadline-shard.ts';
import {
  BadCursor,
  DEADLINE_CHANGES_MAX,
  DEADLINE_SHARDS,
  type Deadline,
  type DeadlineStore,
  type MilestoneStore,
} from '../../functions/_ports/ports.ts';

/** What every store of milestones promises. */
export const milestoneStoreContract = (name: string, open: () => Promise<MilestoneStore>): void => {
  describe(`the milestone store ${name}`, () => {
    let store: MilestoneStore;
    beforeAll(async () => {
      store = await open();
    });

    test('knows nothing of a case without milestones', async () => {
      expect(await store.milestones('ip-none')).toBeUndefined();
    });

    test('keeps the last of them, written over the one before', async () => {
      const first = { case: 'ip-milestones-1', version: 3, state: '{"E1":"achieved"}' };
      const second = { case: 'ip-milestones-1', version: 5, state: '{"E1":"notAchieved"}' };
      expect(await store.saveMilestones(first, 0)).toBe(true);
      expect(await store.milestones('ip-milestones-1')).toEqual(first);
      expect(await store.saveMilestones(second, 3)).toBe(true);
      expect(await store.milestones('ip-milestones-1')).toEqual(second);
    });

    test.each([0, 2, 4])('refuses to write over version 3 what was folded from version %d', async (expectedVersion) => {
      const caseId = `ip-milestones-2${expectedVersion}`;
      const kept = { case: caseId, version: 3, state: '{}' };
      await store.saveMilestones(kept, 0);
      expect(await store.saveMilestones({ case: caseId, version: 9, state: '{"lost":true}' }, expectedVersion)).toBe(
        false,
      );
      expect(await store.milestones(caseId)).toEqual(kept);
    });

    test('shows them unparsed as they stand', async () => {
      const kept = { case: 'ip-milestones-raw', version: 3, state: '{"E1":"achieved"}' };
      expect(await store.rawItems({ case: kept.case, limit: 10 })).toEqual({ items: [] });
      await store.saveMilestones(kept, 0);
      expect(await store.rawItems({ case: kept.case, limit: 10 })).toEqual({
        items: [{ pk: `MILESTONES#${kept.case}`, sk: 'MILESTONES', attributes: kept }],
      });
    });

    test('lets one of several projectors win', async () => {
      const saves = [1, 2, 3, 4].map((version) =>
        store.saveMilestones({ case: 'ip-milestones-3', version, state: '{}' }, 0),
      );
      expect((await Promise.all(saves)).filter(Boolean)).toHaveLength(1);
    });
  });
};

const deadline = (caseId: string, id: string, dueAt: string): Deadline => ({
  case: caseId,
  id,
  dueAt,
  operation: 'lapse-escalation',
  input: `{"escalation":"${id}"}`,
});

const book = (caseId: string, version: number) => ({ case: caseId, version, state: `{"seen":${version}}` });

/** What every store of deadlines promises. */
export const deadlineStoreContract = (name: string, open: () => Promise<DeadlineStore>): void => {
  describe(`the deadline store ${name}`, () => {
    let store: DeadlineStore;
    beforeAll(async () => {
      store = await open();
    });

    const dueOf = async (caseId: string, until = '2027-12-31T00:00:00.000Z'): Promise<readonly Deadline[]> => {
      const { items } = await store.due({ shard: deadlineShardOf(caseId), until, limit: 1_000 });
      return items.filter((each) => each.case === caseId);
    };

    test('knows nothing of a case without deadlines', async () => {
      expect(await store.book('oc-none')).toBeUndefined();
      expect(await dueOf('oc-none')).toEqual([]);
    });

    test('writes a book and its deadlines in one transaction', async () => {
      const first = deadline('oc-book', 'escalation-1:answer', '2027-01-02T00:00:00.000Z');
      const second = deadline('oc-book', 'escalation-2:answer', '2027-01-01T00:00:00.000Z');
      expect(
        await store.saveBook({ book: book('oc-book', 4), expectedVersion: 0, put: [first, second], removed: [] }),
      ).toBe(true);
      expect(await store.book('oc-book')).toEqual(book('oc-book', 4));
      expect(await dueOf('oc-book')).toEqual([second, first]);
      const moved = { ...first, dueAt: '2026-12-31T00:00:00.000Z' };
      const change = {
        book: book('oc-book', 5),
        expectedVersion: 4,
        put: [moved],
        removed: ['escalation-2:answer', 'gone:never-was'],
      };
      expect(await store.saveBook(change)).toBe(true);
      expect(await dueOf('oc-book')).toEqual([moved]);
    });

    test('writes nothing at all for a book that another wrote first', async () => {
      const kept = deadline('oc-lost', 'proposal-1:answer', '2027-01-01T00:00:00.000Z');
      await store.saveBook({ book: book('oc-lost', 4), expectedVersion: 0, put: [kept], removed: [] });
      for (const expectedVersion of [0, 3, 5]) {
        const lost = {
          book: book('oc-lost', 9),
          expectedVersion,
          put: [deadline('oc-lost', 'x:y', kept.dueAt)],
          removed: [kept.id],
        };
        expect(await store.saveBook(lost)).toBe(false);
      }
      expect(await store.book('oc-lost')).toEqual(book('oc-lost', 4));
      expect(await dueOf('oc-lost')).toEqual([kept]);
    });

    test('lets one of several keepers win', async () => {
      const racers = [1, 2, 3, 4].map((version) =>
        store.saveBook({
          book: book('oc-race', version),
          expectedVersion: 0,
          put: [deadline('oc-race', `a-${version}:b`, '2027-01-01T00:00:00.000Z')],
          removed: [],
        }),
      );
      expect((await Promise.all(racers)).filter(Boolean)).toHaveLength(1);
      expect(await dueOf('oc-race')).toHaveLength(1);
    });

    test('shows what is due at an instant or before, not what is due later', async () => {
      const dates = ['2027-02-01T00:00:00.000Z', '2027-02-02T00:00:00.000Z', '2027-02-02T00:00:00.001Z'];
      const put = dates.map((dueAt, number) => deadline('oc-due', `act-${number}:due`, dueAt));
      await store.saveBook({ book: book('oc-due', 1), expectedVersion: 0, put, removed: [] });
      expect(await dueOf('oc-due', '2027-02-02T00:00:00.000Z')).toEqual(put.slice(0, 2));
      expect(await dueOf('oc-due', '2027-01-31T23:59:59.999Z')).toEqual([]);
    });

    test('keeps each case to one shard, and every shard is used', async () => {
      const cases = Array.from({ length: 40 }, (_, number) => `oc-shard-${number}`);
      const until = '2026-06-01T00:00:00.000Z';
      for (const caseId of cases) {
        await store.saveBook({
          book: book(caseId, 1),
          expectedVersion: 0,
          put: [deadline(caseId, 'a:b', until)],
          removed: [],
        });
      }
      const shards = Array.from({ length: DEADLINE_SHARDS }, (_, shard) => shard);
      const pages = await Promise.all(shards.map((shard) => store.due({ shard, until, limit: 1_000 })));
      const found = pages.map(({ items }) => items.map((each) => each.case).filter((caseId) => cases.includes(caseId)));
      expect(found.flat().sort()).toEqual([...cases].sort());
      found.forEach((ofShard, shard) => {
        expect(ofShard.length).toBeGreaterThan(0);
        for (const caseId of ofShard) expect(deadlineShardOf(caseId)).toBe(shard);
      });
    });

    test('gives pages whose cursors go on where the last page ended, and refuses every other cursor', async () => {
      const put = Array.from({ length: 25 }, (_, number) =>
        deadline('oc-pages', `act-${number + 10}:due`, '2025-01-01T00:00:00.000Z'),
      );
      await store.saveBook({ book: book('oc-pages', 1), expectedVersion: 0, put, removed: [] });
      const request = { shard: deadlineShardOf('oc-pages'), until: '2025-01-01T00:00:00.000Z', limit: 10 };
      const first = await store.due(request);
      const second = await store.due({ ...request, from: first.next ?? '' });
      const third = await store.due({ ...request, from: second.next ?? '' });
      expect(third.next).toBeUndefined();
      const ids = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id));
      expect([...ids].sort()).toEqual(put.map(({ id }) => id));
      const otherShard = (request.shard + 1) % DEADLINE_SHARDS;
      await expect(store.due({ ...request, shard: otherShard, from: first.next ?? '' })).rejects.toThrow(BadCursor);
      await expect(store.due({ ...request, from: 'e30' })).rejects.toThrow(BadCursor);
      expect(await store.due({ ...request, until: '2024-12-31T00:00:00.000Z', from: first.next ?? '' })).toEqual({
        items: [],
        unreadable: [],
      });
    });

    test('shows the book and the deadlines of a case unparsed as they stand, page by page', async () => {
      const first = deadline('oc-raw', 'escalation-1:answer', '2027-01-02T00:00:00.000Z');
      await store.saveBook({ book: book('oc-raw', 4), expectedVersion: 0, put: [first], removed: [] });
      const pk = 'DEADLINE#oc-raw';
      const page = await store.rawItems({ case: 'oc-raw', limit: 1 });
      expect(page.items).toEqual([{ pk, sk: 'BOOK', attributes: book('oc-raw', 4) }]);
      expect(await store.rawItems({ case: 'oc-raw', limit: 1, from: page.next ?? '' })).toEqual({
        items: [
          {
            pk,
            sk: 'TERM#escalation-1:answer',
            attributes: { ...first, dueShard: `DUE#${deadlineShardOf('oc-raw')}` },
          },
        ],
      });
      await expect(store.rawItems({ case: 'oc-other', limit: 1, from: page.next ?? '' })).rejects.toThrow(BadCursor);
    });

    test('moves and takes away a deadline, and does not mind when it is gone', async () => {
      const first = deadline('oc-move', 'report-1:reply', '2027-03-01T00:00:00.000Z');
      await store.saveBook({ book: book('oc-move', 1), expectedVersion: 0, put: [first], removed: [] });
      const seen = { case: 'oc-move', id: first.id, seenDueAt: first.dueAt };
      await store.postpone({ ...seen, dueAt: '2027-03-09T00:00:00.000Z' });
      expect(await dueOf('oc-move', '2027-03-08T00:00:00.000Z')).toEqual([]);
      expect(await dueOf('oc-move')).toEqual([{ ...first, dueAt: '2027-03-09T00:00:00.000Z' }]);
      const moved = { ...seen, seenDueAt: '2027-03-09T00:00:00.000Z' };
      await store.remove(moved);
      await store.remove(moved);
      await store.postpone({ ...moved, dueAt: '2027-03-10T00:00:00.000Z' });
      expect(await dueOf('oc-move')).toEqual([]);
      expect(await store.book('oc-move')).toEqual(book('oc-move', 1));
    });

    test('leaves a deadline that began anew since it was seen', async () => {
      const anew = deadline('oc-anew', 'proposal:witness-1', '2027-05-01T00:00:00.000Z');
      await store.saveBook({ book: book('oc-anew', 1), expectedVersion: 0, put: [anew], removed: [] });
      const seen = { case: 'oc-anew', id: anew.id, seenDueAt: '2027-03-01T00:00:00.000Z' };
      await store.remove(seen);
      await store.postpone({ ...seen, dueAt: '2027-03-02T00:00:00.000Z' });
      expect(await dueOf('oc-anew')).toEqual([anew]);
    });

    test('names what nobody can read, and gives the rest of the page and the pages after it', async () => {
      const at = (second: number) => `2024-01-01T00:00:0${second}.000Z`;
      const put = [1, 2, 3, 4].map((second) => deadline('oc-unreadable', `a-${second}:b`, at(second)));
      const bad = { ...deadline('oc-unreadable', 'bad:b', '2024-01-01T00:00:02Z') };
      await store.saveBook({ book: book('oc-unreadable', 1), expectedVersion: 0, put: [...put, bad], removed: [] });
      const request = { shard: deadlineShardOf('oc-unreadable'), until: at(9), limit: 3 };
      const first = await store.due(request);
      const second = await store.due({ ...request, from: first.next ?? '' });
      expect([...first.unreadable, ...second.unreadable]).toEqual([{ pk: 'DEADLINE#oc-unreadable', sk: 'TERM#bad:b' }]);
      expect([...first.items, ...second.items]).toEqual(put);
    });

    test('takes its full number of changes at once; more, or one deadline twice, is a bug', async () => {
      const many = Array.from({ length: DEADLINE_CHANGES_MAX + 1 }, (_, number) =>
        deadline('oc-many', `a-${number}:b`, '2027-01-01T00:00:00.000Z'),
      );
      const most = many.slice(0, DEADLINE_CHANGES_MAX);
      expect(await store.saveBook({ book: book('oc-many', 1), expectedVersion: 0, put: most, removed: [] })).toBe(true);
      const over = { book: book('oc-many', 2), expectedVersion: 1, put: many, removed: [] };
      await expect(async () => store.saveBook(over)).rejects.toThrow('too many changes');
      const twice = {
        book: book('oc-many', 2),
        expectedVersion: 1,
        put: many.slice(0, 1),
        removed: [many[0]?.id ?? ''],
      };
      await expect(async () => store.saveBook(twice)).rejects.toThrow('changes once');
      expect((await store.book('oc-many'))?.version).toBe(1);
    });
  });
};
