import { beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../events/record.ts';
import { encodeCursor } from '../../functions/_ports/cursor.ts';
import { BadCursor, type CaseStore, type Page } from '../../functions/_ports/ports.ts';
import { appendTo, contentOf, digest, entriesOf, listingOf, receiptOf, subject } from './cast.ts';

/**
 * What every store of cases promises. `open` gives one that holds nothing, or one in which the names of this run are not taken;
 * `run` keeps the cases of one run apart from those of others in the same table.
 */
export const caseStoreContract = (name: string, open: () => Promise<CaseStore>): void => {
  describe(`the case store ${name}`, () => {
    let store: CaseStore;
    let count = 0;
    const newCase = () => {
      count += 1;
      return `ip-contract${String(count).padStart(12, '0')}`;
    };

    beforeAll(async () => {
      store = await open();
    });

    describe('a case that was never opened', () => {
      test('has no head, no things, no receipt, no entries and no contents', async () => {
        const caseId = newCase();
        expect(await store.read({ case: caseId, subjects: ['act-1'], command: digest(424242) })).toEqual({
          head: undefined,
          subjects: new Map(),
          receipt: undefined,
        });
        expect(await store.entries({ case: caseId, after: 0, limit: 10 })).toEqual({ items: [] });
        expect(await store.rawItems({ case: caseId, limit: 10 })).toEqual({ items: [] });
        expect(await store.rawReceipts([digest(424242)])).toEqual([]);
        expect(await store.contents({ case: caseId, versions: [1, 2] })).toEqual(new Map());
        expect(await store.subjects({ case: caseId, kind: 'act', limit: 10 })).toEqual({ items: [] });
      });
    });

    describe('an append', () => {
      test('is read back whole: head, things, receipt, entries and contents', async () => {
        const caseId = newCase();
        const change = await appendTo(caseId, 0, {
          events: 2,
          subjects: [subject('act-1', 2), subject('observation-1', 1)],
        });
        expect(await store.append(change)).toBe(true);
        const reading = await store.read({
          case: caseId,
          subjects: ['act-1', 'act-2', 'observation-1', 'act-1'],
          command: change.receipt.command,
        });
        expect(reading).toEqual({
          head: change.head,
          subjects: new Map([
            ['act-1', subject('act-1', 2)],
            ['observation-1', subject('observation-1', 1)],
          ]),
          receipt: change.receipt,
        });
        expect(await store.entries({ case: caseId, after: 0, limit: 10 })).toEqual({ items: change.entries });
        expect(await store.contents({ case: caseId, versions: [2, 1, 9, 1] })).toEqual(
          new Map([
            [1, contentOf(1)],
            [2, contentOf(2)],
          ]),
        );
      });

      test('on a version that is not the head’s any more writes nothing', async () => {
        const caseId = newCase();
        await store.append(await appendTo(caseId, 0));
        await store.append(await appendTo(caseId, 1));
        const late = await appendTo(caseId, 1, { command: 77, subjects: [subject('act-1', 2)] });
        expect(await store.append(late)).toBe(false);
        const reading = await store.read({ case: caseId, subjects: ['act-1'], command: late.receipt.command });
        expect(reading.head?.version).toBe(2);
        expect(reading.subjects.size).toBe(0);
        expect(reading.receipt).toBeUndefined();
      });

      test('cannot open a case twice', async () => {
        const caseId = newCase();
        expect(await store.append(await appendTo(caseId, 0, { command: 1 }))).toBe(true);
        expect(await store.append(await appendTo(caseId, 0, { command: 2 }))).toBe(false);
      });

      test('cannot go on with a case that was never opened', async () => {
        const caseId = newCase();
        expect(await store.append(await appendTo(caseId, 3))).toBe(false);
        expect((await store.read({ case: caseId, subjects: [] })).head).toBeUndefined();
      });

      test('cannot reuse the receipt of another command, also in another case', async () => {
        const [caseId, other] = [newCase(), newCase()];
        const change = await appendTo(caseId, 0);
        await store.append(change);
        expect(await store.append(await appendTo(other, 0, { receipt: { ...change.receipt, case: other } }))).toBe(
          false,
        );
        expect(await store.receipts([change.receipt.command])).toEqual(
          new Map([[change.receipt.command, change.receipt]]),
        );
        expect((await store.read({ case: other, subjects: [] })).head).toBeUndefined();
      });

      test('never writes over an entry or a content that is there', async () => {
        const caseId = newCase();
        const first = await appendTo(caseId, 0, { events: 2 });
        await store.append(first);
        const over = await appendTo(caseId, 2, { entries: await entriesOf(caseId, 2, 2), contents: [] });
        expect(await store.append(over)).toBe(false);
        const overContent = await appendTo(caseId, 2, { contents: [{ ...contentOf(1), salt: 'f'.repeat(32) }] });
        expect(await store.append(overContent)).toBe(false);
        expect(await store.entries({ case: caseId, after: 0, limit: 10 })).toEqual({ items: first.entries });
      });

      test.each([
        ['changed since', 'act-1', 7],
        ['appeared since', 'act-1', undefined],
        ['is not there', 'act-9', 1],
      ])(
        'is refused when a thing that it was decided on %s, whether it writes that thing or not',
        async (_, id, version) => {
          const caseId = newCase();
          await store.append(await appendTo(caseId, 0, { subjects: [subject('act-1', 1)] }));
          const expectedSubjects = new Map([[id, version]]);
          const writes = await appendTo(caseId, 1, { expectedSubjects, subjects: [subject(id, 2)] });
          const onlyRead = await appendTo(caseId, 1, { expectedSubjects, subjects: [subject('bidder-1', 2)] });
          expect(await store.append(writes)).toBe(false);
          expect(await store.append(onlyRead)).toBe(false);
          expect((await store.read({ case: caseId, subjects: ['act-1', 'bidder-1'] })).subjects).toEqual(
            new Map([['act-1', subject('act-1', 1)]]),
          );
        },
      );

      test('goes through when the things that it was decided on are as they were', async () => {
        const caseId = newCase();
        await store.append(await appendTo(caseId, 0, { subjects: [subject('act-1', 1), subject('act-2', 1)] }));
        const change = await appendTo(caseId, 1, {
          expectedSubjects: new Map([
            ['act-1', 1],
            ['act-2', 1],
            ['act-3', undefined],
          ]),
          subjects: [subject('act-1', 2, '{"attended":true}')],
        });
        expect(await store.append(change)).toBe(true);
        expect((await store.read({ case: caseId, subjects: ['act-1', 'act-2'] })).subjects).toEqual(
          new Map([
            ['act-1', subject('act-1', 2, '{"attended":true}')],
            ['act-2', subject('act-2', 1)],
          ]),
        );
      });

      test('that races with others on the same version wins alone', async () => {
        const caseId = newCase();
        await store.append(await appendTo(caseId, 0));
        const racers = await Promise.all([11, 12, 13, 14, 15].map((command) => appendTo(caseId, 1, { command })));
        const outcomes = await Promise.all(racers.map((racer) => store.append(racer)));
        expect(outcomes.filter(Boolean)).toHaveLength(1);
        const receipts = await store.receipts(racers.map(({ receipt }) => receipt.command));
        expect([...receipts.keys()]).toEqual([racers[outcomes.indexOf(true)]?.receipt.command]);
        expect((await store.read({ case: caseId, subjects: [] })).head?.version).toBe(2);
      });

      test('that races with itself takes effect once', async () => {
        const caseId = newCase();
        const change = await appendTo(caseId, 0);
        const outcomes = await Promise.all([store.append(change), store.append(change), store.append(change)]);
        expect(outcomes.filter(Boolean)).toHaveLength(1);
      });

      test('takes a hundred items, and more is a bug', async () => {
        const full = await appendTo(newCase(), 0, { events: 48, subjects: [subject('act-1', 1)] });
        expect(await store.append(full)).toBe(true);
        const over = await appendTo(newCase(), 0, { events: 48, subjects: [subject('act-1', 1), subject('act-2', 1)] });
        await expect(async () => store.append(over)).rejects.toThrow('101 items are too many');
      });
    });

    describe('entries', () => {
      test('come in the order of their versions, beyond 9 and 99, page by page', async () => {
        const caseId = newCase();
        for (const before of [0, 40, 80]) await store.append(await appendTo(caseId, before, { events: 40 }));
        const first = await store.entries({ case: caseId, after: 0, limit: 100 });
        expect(first.items.map(({ version }) => version)).toEqual(numbers(1, 100));
        expect(first.next).toBeDefined();
        const second = await store.entries({ case: caseId, after: Number(first.next), limit: 100 });
        expect(second.items.map(({ version }) => version)).toEqual(numbers(101, 120));
        expect(second.next).toBeUndefined();
        const exact = await store.entries({ case: caseId, after: 100, limit: 20 });
        expect(exact.items).toHaveLength(20);
        expect(exact.next).toBeUndefined();
      });
    });

    describe('items', () => {
      test('are read unparsed as they stand, all of them, in the order of their keys, page by page', async () => {
        const caseId = newCase();
        const change = await appendTo(caseId, 0, { events: 2, subjects: [subject('act-1', 2), subject('other', 2)] });
        await store.append(change);
        const pages = await everyPage((from) => store.rawItems({ case: caseId, limit: 4, ...from }));
        expect(pages.map(({ items }) => items.length)).toEqual([4, 4]);
        const { case: _, openedAt, ...listing } = listingOf(caseId);
        const at = (sk: string, attributes: object) => ({ pk: `CASE#${caseId}`, sk, attributes });
        expect(pages.flatMap(({ items }) => items)).toEqual([
          ...change.contents.map(({ version, salt, body }) =>
            at(`CONTENT#00000000${version}`, { version, salt, body: canonicalJson(body) }),
          ),
          ...change.entries.map((entry) => at(`EVENT#00000000${entry.version}`, { record: canonicalJson(entry) })),
          at('HEAD', change.head),
          at('LISTING', { ...listing, listed: 'CASES', openedAt }),
          at('SUBJECT#=other', subject('other', 2)),
          at('SUBJECT#act-000001', subject('act-1', 2)),
        ]);
      });

      test('that are receipts are read unparsed too; those that are not there are left out', async () => {
        const change = await appendTo(newCase(), 0);
        await store.append(change);
        const { command } = change.receipt;
        expect(await store.rawReceipts([command, digest(31_313), command])).toEqual([
          { pk: `RECEIPT#${command}`, sk: 'RECEIPT', attributes: change.receipt },
        ]);
      });
    });

    describe('things of a case', () => {
      test('come in the order of their numbers, beyond 9 and 99, and kinds do not mix', async () => {
        const caseId = newCase();
        const ids = numbers(1, 120).map((number) => `act-${number}`);
        const rest = ['act-site-1', 'action-1', 'act', 'observation-1'];
        await store.append(
          await appendTo(caseId, 0, { subjects: [...ids.slice(60).reverse(), ...rest].map((id) => subject(id, 1)) }),
        );
        await store.append(await appendTo(caseId, 1, { subjects: ids.slice(0, 60).map((id) => subject(id, 2)) }));
        const pages = await everyPage((from) => store.subjects({ case: caseId, kind: 'act', limit: 50, ...from }));
        expect(pages.map(({ items }) => items.length)).toEqual([50, 50, 20]);
        expect(pages.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(ids);
        expect(await store.subjects({ case: caseId, kind: 'act-site', limit: 50 })).toEqual({
          items: [subject('act-site-1', 1)],
        });
        expect((await store.read({ case: caseId, subjects: rest })).subjects.size).toBe(4);
      });

      test('are not found by another way of writing their id', async () => {
        const caseId = newCase();
        await store.append(await appendTo(caseId, 0, { subjects: [subject('act-1', 1)] }));
        const others = ['act-01', 'act-000001', '=act-1', 'ACT-1', 'act-1 '];
        expect((await store.read({ case: caseId, subjects: others })).subjects).toEqual(new Map());
      });

      test('of one case are not those of another', async () => {
        const [caseId, other] = [newCase(), newCase()];
        await store.append(await appendTo(caseId, 0, { subjects: [subject('act-1', 1)] }));
        expect(await store.subjects({ case: other, kind: 'act', limit: 5 })).toEqual({ items: [] });
        expect((await store.read({ case: other, subjects: ['act-1'] })).subjects.size).toBe(0);
      });
    });

    describe('receipts', () => {
      test('are kept for ever, also when the case has gone far beyond them', async () => {
        const caseId = newCase();
        const changes = [];
        for (const before of numbers(0, 9)) changes.push(await appendTo(caseId, before));
        for (const change of changes) await store.append(change);
        const commands = changes.map(({ receipt }) => receipt.command);
        expect(await store.receipts([...commands, ...commands, digest(98765)])).toEqual(
          new Map(changes.map(({ receipt }) => [receipt.command, receipt])),
        );
        const first = receiptOf(caseId, 0, 1, 1);
        expect((await store.receipts([commands[0] ?? ''])).get(commands[0] ?? '')).toEqual({
          ...first,
          command: commands[0],
          requestHash: changes[0]?.receipt.requestHash,
        });
      });

      test('are found for more commands than one request takes', async () => {
        const caseId = newCase();
        const change = await appendTo(caseId, 0);
        await store.append(change);
        const many = [...numbers(500_001, 500_150).map(digest), change.receipt.command];
        expect(await store.receipts(many)).toEqual(new Map([[change.receipt.command, change.receipt]]));
        expect(await store.receipts([])).toEqual(new Map());
      });
    });

    describe('the list of cases', () => {
      test('shows each case once, newest first, page by page, with its latest stage', async () => {
        const opened = ['2031-03-01T00:00:00.000Z', '2031-03-03T00:00:00.000Z', '2031-03-02T00:00:00.000Z'];
        const cases = opened.map((openedAt) => listingOf(newCase(), openedAt));
        for (const listing of cases) await store.append(await appendTo(listing.case, 0, { listing }));
        const moved = listingOf(cases[0]?.case ?? '', opened[0]);
        await store.append(
          await appendTo(moved.case, 1, { listing: { ...moved, stage: 'closed', condition: 'suspended' } }),
        );
        const pages = await everyPage((from) => store.list({ limit: 2, ...from }));
        const shown = pages.flatMap(({ items }) => items).filter(({ openedAt }) => opened.includes(openedAt));
        expect(shown).toEqual([cases[1], cases[2], { ...moved, stage: 'closed', condition: 'suspended' }]);
        const all = pages.flatMap(({ items }) => items.map((listing) => listing.openedAt));
        expect(all).toEqual([...all].sort().reverse());
        expect(new Set(pages.flatMap(({ items }) => items.map((listing) => listing.case))).size).toBe(all.length);
      });
    });

    describe('a cursor', () => {
      test.each([
        ['nothing', ''],
        ['no base64url', '*'],
        ['no JSON', Buffer.from('{').toString('base64url')],
        ['JSON of another shape', encodeCursor({ anything: 'else' })],
        ['too long', 'e'.repeat(5_000)],
        ['a list', Buffer.from('[]').toString('base64url')],
        ['a key of everything', encodeCursor({ pk: 'RECEIPT#1', sk: 'RECEIPT' })],
      ])('that holds %s is refused', async (_, from) => {
        const caseId = newCase();
        await expect(store.list({ from, limit: 1 })).rejects.toThrow(BadCursor);
        await expect(store.subjects({ case: caseId, kind: 'act', from, limit: 1 })).rejects.toThrow(BadCursor);
        await expect(store.rawItems({ case: caseId, from, limit: 1 })).rejects.toThrow(BadCursor);
      });

      test('of another list is refused, and so is one that was changed', async () => {
        const [caseId, other] = [newCase(), newCase()];
        for (const id of [caseId, other]) {
          await store.append(
            await appendTo(id, 0, {
              subjects: ['act-1', 'act-2', 'bidder-1', 'bidder-2'].map((each) => subject(each, 1)),
            }),
          );
        }
        const { next = '' } = await store.subjects({ case: caseId, kind: 'act', limit: 1 });
        const { next: rawNext = '' } = await store.rawItems({ case: caseId, limit: 1 });
        const { next: listNext = '' } = await store.list({ limit: 1 });
        await expect(store.subjects({ case: other, kind: 'act', from: next, limit: 1 })).rejects.toThrow(BadCursor);
        await expect(store.subjects({ case: caseId, kind: 'bidder', from: next, limit: 1 })).rejects.toThrow(BadCursor);
        await expect(store.rawItems({ case: other, from: rawNext, limit: 1 })).rejects.toThrow(BadCursor);
        await expect(store.list({ from: next, limit: 1 })).rejects.toThrow(BadCursor);
        await expect(store.subjects({ case: caseId, kind: 'act', from: listNext, limit: 1 })).rejects.toThrow(
          BadCursor,
        );
        await expect(store.subjects({ case: caseId, kind: 'act', from: `${next}=`, limit: 1 })).rejects.toThrow(
          BadCursor,
        );
        expect((await store.subjects({ case: caseId, kind: 'act', from: next, limit: 1 })).items).toEqual([
          subject('act-2', 1),
        ]);
      });
    });
  });
};

const numbers = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** Follows the cursors to the end. */
const everyPage = async <T>(ask: (from: { from?: string }) => Promise<Page<T>>): Promise<Page<T>[]> => {
  const pages: Page<T>[] = [];
  let next: string | undefined;
  do {
    const page = await ask(next === undefined ? {} : { from: next });
    pages.push(page);
    next = page.next;
  } while (next !== undefined);
  return pages;
};
