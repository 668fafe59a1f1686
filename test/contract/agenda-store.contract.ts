import { beforeAll, describe, expect, test } from 'vitest';
import type { AgendaRow, AgendaStore, Membership } from '../../functions/_ports/agenda-ports.ts';
import { deadlineShardOf } from '../../functions/_ports/deadline-shard.ts';
import type { DeskStore } from '../../functions/_ports/desk-ports.ts';
import { BadCursor } from '../../functions/_ports/ports.ts';

const at = (day: number): string => `2027-01-${String(day).padStart(2, '0')}T00:00:00.000Z`;

const row = (caseId: string, id: string, differing: Partial<AgendaRow> = {}): AgendaRow => ({
  case: caseId,
  id,
  version: 1,
  standing: 'running',
  at: at(1),
  persons: [],
  item: `{"id":"${id}"}`,
  ...differing,
});

/** What every store of agendas promises. */
export const agendaStoreContract = (name: string, open: () => Promise<AgendaStore>): void => {
  describe(`the agenda store ${name}`, () => {
    let store: AgendaStore;
    beforeAll(async () => {
      store = await open();
    });

    const begin = (...rows: readonly AgendaRow[]) =>
      store.save({ changes: rows.map((after) => ({ before: undefined, after, withdrawn: [] })), memberships: [] });
    const ids = async (request: Omit<Parameters<AgendaStore['list']>[0], 'limit'>, limit = 100) =>
      (await store.list({ ...request, limit })).rows.map(({ row: { id } }) => id);

    test('writes a book, items and memberships together, or nothing', async () => {
      const caseId = 'ip-agenda-book';
      const book = { case: caseId, version: 3, state: '{}' };
      const first = row(caseId, 'act:act-1', { persons: ['person-a', 'person-b'], remindAt: at(1) });
      const change = {
        book: { is: book, expectedVersion: 0 },
        changes: [{ before: undefined, after: first, withdrawn: [] }],
        memberships: [{ case: caseId, person: 'person-a', standing: 'accepted' as const }],
      };
      expect(await store.save(change)).toBe(true);
      expect(await store.save(change)).toBe(false);
      expect(await store.book(caseId)).toEqual(book);
      expect(await store.books([caseId, 'ip-none'])).toEqual(new Map([[caseId, book]]));
      expect(await store.rows({ case: caseId, ids: ['act:act-1', 'act:act-2'] })).toEqual([first]);
      expect(await ids({ list: { of: 'person', person: 'person-b' }, standing: 'open' })).toEqual(['act:act-1']);
      expect((await store.memberships({ person: 'person-a', limit: 10 })).items).toEqual(change.memberships);
      expect((await store.people({ limit: 100 })).items).toContain('person-a');
    });

    test('moves an item in every list when its date, its standing or its people change', async () => {
      const caseId = 'ip-agenda-move';
      const before = row(caseId, 'reply:observation-1', { persons: ['person-c', 'person-d'] });
      await begin(before);
      const after = row(caseId, before.id, { version: 2, at: at(9), persons: ['person-d'], standing: 'still' });
      const cancelled = { ...after, standing: 'over' as const, persons: ['person-c'] };
      const change = { before, after, withdrawn: [{ person: 'person-c', row: cancelled }] };
      expect(await store.save({ changes: [change], memberships: [] })).toBe(true);
      expect(await store.save({ changes: [change], memberships: [] })).toBe(false);
      expect(await store.rows({ case: caseId, ids: [before.id] })).toEqual([after]);
      const lists = [
        { of: 'case', case: caseId },
        { of: 'person', person: 'person-c' },
        { of: 'person', person: 'person-d' },
      ] as const;
      const shown = await Promise.all(
        lists.map(async (list) => [
          await ids({ list, standing: 'running' }),
          await ids({ list, standing: 'open' }),
          await ids({ list, standing: 'over' }),
        ]),
      );
      expect(shown).toEqual([
        [[], [before.id], []],
        [[], [], [before.id]],
        [[], [before.id], []],
      ]);
    });

    test('gives lists in the order of time, page by page, and the stretch that is asked for', async () => {
      const caseId = 'ip-agenda-pages';
      const rows = [5, 3, 1, 4, 2].map((day) => row(caseId, `act:act-${day}`, { at: at(day) }));
      await begin(...rows);
      const list = { of: 'case', case: caseId } as const;
      const first = await store.list({ list, standing: 'open', limit: 2 });
      const after = first.rows.at(-1)?.place ?? '';
      expect([first.rows.map(({ row: { id } }) => id), first.more]).toEqual([['act:act-1', 'act:act-2'], true]);
      expect(await ids({ list, standing: 'open', after })).toEqual(['act:act-3', 'act:act-4', 'act:act-5']);
      expect(await ids({ list, standing: 'running', until: at(2) })).toEqual(['act:act-1', 'act:act-2']);
      expect(await ids({ list, standing: 'running', since: at(2), until: at(3) })).toEqual(['act:act-2', 'act:act-3']);
      const shard = { of: 'all', shard: deadlineShardOf(caseId) } as const;
      expect(await ids({ list: shard, standing: 'open', after }, 3)).toEqual(['act:act-3', 'act:act-4', 'act:act-5']);
    });

    test('lists what somebody is to be reminded of, until it is over', async () => {
      const caseId = 'ip-agenda-remind';
      const first = row(caseId, 'answer:escalation-1', { remindAt: '2026-12-20T00:00:00.000Z' });
      await begin(first);
      const shard = deadlineShardOf(caseId);
      const due = async (until: string) =>
        (await store.reminders({ shard, until, limit: 100 })).rows
          .map(({ row: found }) => found)
          .filter((found) => found?.case === caseId);
      expect(await due('2026-12-19T23:59:59.999Z')).toEqual([]);
      expect(await due('2026-12-20T00:00:00.000Z')).toEqual([first]);
      const { remindAt: _, ...reminded } = { ...first, version: 2 };
      await store.save({ changes: [{ before: first, after: reminded, withdrawn: [] }], memberships: [] });
      expect(await due('2027-12-31T00:00:00.000Z')).toEqual([]);
    });

    test('forgets a membership that ended, and refuses the cursor of another person', async () => {
      const member = (caseId: string, standing: Membership['standing']): Membership => ({
        case: caseId,
        person: 'person-e',
        standing,
      });
      for (const caseId of ['ip-1', 'ip-2', 'ip-3']) {
        await store.save({ changes: [], memberships: [member(caseId, 'accepted')] });
      }
      await store.save({ changes: [], memberships: [member('ip-2', 'left')] });
      const first = await store.memberships({ person: 'person-e', limit: 1 });
      const second = await store.memberships({ person: 'person-e', limit: 1, from: first.next ?? '' });
      expect([...first.items, ...second.items].map((each) => each.case)).toEqual(['ip-1', 'ip-3']);
      await expect(store.memberships({ person: 'person-f', limit: 1, from: first.next ?? '' })).rejects.toThrow(
        BadCursor,
      );
    });

    test('refuses more writes than one transaction takes: a bug', async () => {
      const many = Array.from({ length: 40 }, (_, index) => row('ip-agenda-many', `act:act-${index + 1}`));
      await expect(async () => begin(...many)).rejects.toThrow('too many');
    });
  });
};

/** What every store of feeds and plans promises. */
export const deskStoreContract = (name: string, open: () => Promise<DeskStore>): void => {
  describe(`the desk store ${name}`, () => {
    let store: DeskStore;
    beforeAll(async () => {
      store = await open();
    });

    test('keeps a feed by person and by the hash of its secret, until it is revoked', async () => {
      const feed = { person: 'witness-1', id: 'a1', secretHash: 'a'.repeat(64), feed: '{}' };
      expect(await store.openFeed(feed)).toBe(true);
      expect(await store.openFeed(feed)).toBe(false);
      expect(await store.feedBehind(feed.secretHash)).toEqual(feed);
      expect(await store.feedBehind('b'.repeat(64))).toBeUndefined();
      expect(await store.feed({ person: 'witness-2', id: 'a1' })).toBeUndefined();
      const revoked = { ...feed, revokedAt: at(1) };
      expect(await store.revokeFeed(revoked)).toBe(true);
      expect(await store.revokeFeed(revoked)).toBe(false);
      expect(await store.feed({ person: 'witness-1', id: 'a1' })).toEqual(revoked);
      expect(await store.feedBehind(feed.secretHash)).toEqual(revoked);
    });

    test('lists the feeds of a person and of nobody else', async () => {
      for (const id of ['b1', 'b2', 'b3']) {
        await store.openFeed({ person: 'witness-3', id, secretHash: id.repeat(32), feed: '{}' });
      }
      const first = await store.feeds({ person: 'witness-3', limit: 2 });
      const second = await store.feeds({ person: 'witness-3', limit: 2, from: first.next ?? '' });
      expect([first, second].map(({ items }) => items.map(({ id }) => id))).toEqual([['b1', 'b2'], ['b3']]);
      await expect(store.feeds({ person: 'witness-4', limit: 2, from: first.next ?? '' })).rejects.toThrow(BadCursor);
    });

    test('keeps the first plan of an id', async () => {
      const plan = { id: 'c'.repeat(64), requestHash: 'd'.repeat(64), cases: ['ip-1', 'ip-2'], more: false };
      expect(await store.planned(plan.id)).toBeUndefined();
      expect(await store.plan(plan)).toEqual(plan);
      expect(await store.plan({ ...plan, cases: [], more: true })).toEqual(plan);
      expect(await store.planned(plan.id)).toEqual(plan);
    });
  });
};
