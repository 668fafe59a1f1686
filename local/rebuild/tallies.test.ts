import { beforeAll, describe, expect, it } from 'vitest';
import type { Key } from '../../functions/_ports/aws/table-keys.ts';
import { memoryItemStore } from '../../functions/_ports/memory/memory-item-store.ts';
import { memoryTallyStore } from '../../functions/_ports/memory/memory-tally-store.ts';
import type { ProcessRegistry } from '../../functions/_ports/process-registry.ts';
import { processRegistry } from '../../functions/_ports/process-registry-store.ts';
import { asRaw, type WrittenItem } from '../../functions/_ports/written-items.ts';
import { countingRegistry } from '../../functions/_tallies/count-process.ts';
import { keepScoreboard } from '../../functions/keep-scoreboard/keep-scoreboard.ts';
import { type Around, around, dying } from '../../test/support/around.ts';
import { deliver } from '../../test/support/deliver.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import { journeyBegins, stepsThrough, travel } from '../../test/support/journey.ts';
import { release } from '../../test/support/ocds.ts';
import { expectedOf } from './expected.ts';
import { type CountedCase, type TallyShelf, tallyRebuild } from './tallies.ts';

/** Items on a shelf of memory, three to a page. */
const PAGE = 3;
/** Items that are written at once: a kill falls in between. */
const AT_ONCE = 2;
const EVERY = { first: '', last: '~' };
const textOf = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);

const shelfOf = (items: readonly WrittenItem[], write: Around = ({ call }) => call()) => {
  const kept = new Map(items.map((item) => [textOf(item), item]));
  const all = () => [...kept.values()].toSorted((one, other) => (textOf(one) < textOf(other) ? -1 : 1));
  const shelf: TallyShelf = {
    page: async (after) => {
      const rest = all().filter((item) => after === undefined || textOf(item) > textOf(after));
      const last = rest.slice(0, PAGE).at(-1);
      const next = rest.length > PAGE && last !== undefined ? { next: { pk: last.pk, sk: last.sk } } : {};
      return { items: rest.slice(0, PAGE).map(asRaw), ...next };
    },
    at: async (keys) => keys.flatMap((key) => kept.get(textOf(key)) ?? []).map(asRaw),
    write: async ({ puts, removed }) => {
      const writes = [
        ...puts.map((item) => () => void kept.set(textOf(item), item)),
        ...removed.map((key) => () => void kept.delete(textOf(key))),
      ];
      for (let start = 0; start < writes.length; start += AT_ONCE) {
        const some = writes.slice(start, start + AT_ONCE);
        await write({ method: 'transact', call: async () => some.forEach((each) => each()) });
      }
    },
  };
  return { shelf, all };
};

let house: House;
let cases: readonly CountedCase[];
let asCounted: readonly WrittenItem[];

const run = async (
  shelf: TallyShelf,
  { leave = [], registry = house.registry }: { leave?: readonly string[]; registry?: ProcessRegistry } = {},
) => {
  const told: string[] = [];
  const tell = ({ was, place }: { was: string; place: string }) => void told.push(`${was} ${place}`);
  const anew = tallyRebuild({ shelf, compareOnly: false, tell });
  for (const counted of cases) {
    const caseId = counted.book.key.slice('CASE#'.length);
    await (leave.includes(caseId) ? anew.leaveCase(caseId) : anew.countCase(counted));
  }
  return { ...(await anew.finish(registry, () => undefined)), told: told.toSorted() };
};

beforeAll(async () => {
  house = newHouse(journeyBegins);
  const documents = [1, 2, 3].map((number) => release({ ocid: `ocds-test00-000${number}`, tag: ['compiled'] }));
  const imported = await house.send({
    method: 'POST',
    path: '/processes',
    person: 'coordinator-1',
    headers: { 'content-type': 'application/x-ndjson', 'idempotency-key': 'import-1' },
    body: documents.map((document) => JSON.stringify({ document, source: 'test.json' })).join('\n'),
  });
  expect(imported.status).toBe(200);
  const ids = [
    await travel(house, 'integrity-pact', { steps: stepsThrough('integrity-pact', '/escalations') }),
    await travel(house, 'oversight-committee', { steps: stepsThrough('oversight-committee', '/advance') }),
  ];
  for (const id of ids) await deliver(keepScoreboard(house), house.cases, id);
  cases = await Promise.all(ids.map(async (id) => (await expectedOf(house.cases, id)).counted));
  asCounted = house.tallies.items();
});

/** Every tenth item is gone, and of every third the counts are wrong; and there is something that nothing counts in. */
const damaged = (): readonly WrittenItem[] => [
  ...asCounted.flatMap((item, at) => {
    if (at % 10 === 0) return [];
    return at % 3 === 0
      ? [{ ...item, ...('counters' in item ? { counters: '{"cases":999}' } : { counted: '[]' }) }]
      : [item];
  }),
  { pk: 'TALLY#BOOK#CASE#ip-x', sk: 'BOOK', key: 'CASE#ip-x', version: 1, seen: 1, state: '{}', counted: '[]' },
  {
    pk: 'TALLY#LIST#months/all/3',
    sk: 'CELL#1999-01',
    list: 'months/all/3',
    place: '1999-01',
    version: 1,
    counters: '{"cases":1}',
  },
];

const withoutVersions = (items: readonly WrittenItem[]) => items.map(({ version: _, ...item }) => item);
const withCounts = (items: readonly WrittenItem[]) => items.filter(({ counters }) => counters !== '{}');

describe('the counts that are made anew', () => {
  it('are those that events and imports came to, and nothing is written', async () => {
    const { shelf } = shelfOf(withCounts(asCounted), () => Promise.reject(new Error('Nothing is to be written.')));
    expect(await run(shelf)).toEqual({ processes: 3, tidied: 0, unreadable: [], told: [] });
  });

  it('find a planted counter that is wrong, say so, and mend it', async () => {
    const wrong = asCounted.find(({ pk }) => pk === 'TALLY#LIST#group/authority');
    if (wrong === undefined) throw new Error('Cases count under their authority.');
    const { shelf, all } = shelfOf(
      withCounts(asCounted).map((item) => (item === wrong ? { ...item, counters: '{"cases":7}' } : item)),
    );
    expect((await run(shelf)).told).toEqual([`wrong ${wrong.pk} ${wrong.sk}`]);
    expect(withoutVersions(all())).toEqual(withoutVersions(withCounts(asCounted)));
  });

  it('mend whatever is missing, wrong or foreign, and find nothing the second time', async () => {
    const { shelf, all } = shelfOf(damaged());
    const { told } = await run(shelf);
    expect(told).toContain('foreign TALLY#BOOK#CASE#ip-x BOOK');
    expect(told).toContain('foreign TALLY#LIST#months/all/3 CELL#1999-01');
    expect(new Set(told.map((line) => line.split(' ')[0]))).toEqual(new Set(['missing', 'wrong', 'foreign']));
    const seenAside = (items: readonly WrittenItem[]) => withoutVersions(items).map((item) => ({ ...item, seen: 0 }));
    expect(seenAside(all())).toEqual(seenAside(withCounts(asCounted)));
    expect(await run(shelf)).toEqual({ processes: 3, tidied: 0, unreadable: [], told: [] });
  });

  it.each(['before', 'after'] as const)(
    'are the same bytes when a run is killed %s any call, and repeated',
    async (when) => {
      const whole = shelfOf(damaged());
      await run(whole.shelf);
      const inOneGo = whole.all();
      for (let at = 1; ; at += 1) {
        const kill = dying(at, when);
        const { shelf, all } = shelfOf(damaged(), kill.around);
        const outcome = await run(around(shelf, kill.around)).then(
          () => 'done',
          () => 'killed',
        );
        // The one who comes after works on the same shelf, and lives.
        const again = shelfOf(all());
        await run(again.shelf);
        expect(again.all()).toEqual(inOneGo);
        if (outcome === 'done') break;
      }
    },
  );

  it('leave what was counted of a case whose record cannot be read', async () => {
    const leave = [cases[0]?.book.key.slice('CASE#'.length) ?? ''];
    const { shelf, all } = shelfOf(withCounts(asCounted));
    expect(await run(shelf, { leave })).toEqual({ processes: 3, tidied: 0, unreadable: [], told: [] });
    expect(all()).toEqual(withCounts(asCounted));
  });

  it('go on where the registry holds what nobody can read: each such item is named, and counts as it was counted', async () => {
    const items = memoryItemStore();
    const registry = countingRegistry(processRegistry(items), memoryTallyStore());
    for (const ocid of ['ocds-test00-0001', 'ocds-test00-0002', 'ocds-test00-0003']) {
      const registered = await house.registry.find(ocid);
      if (registered === undefined) throw new Error('It was imported.');
      await registry.save(registered);
    }
    const mar = async (key: Key) => items.put({ ...(await items.get(key)), ...key, facts: '{', authority: 'x' });
    const process = { pk: 'PROCESS#ocds-test00-0002', sk: 'PROCESS' };
    const [authority] = (await items.page({ partition: 'AUTHORITIES', stretch: EVERY, limit: 1 })).items;
    const authorityKey = { pk: 'AUTHORITIES', sk: String(authority?.['sk']) };
    for (const key of [process, authorityKey]) await mar(key);
    const { shelf, all } = shelfOf(withCounts(asCounted));
    expect(await run(shelf, { registry })).toEqual({
      processes: 3,
      tidied: 0,
      unreadable: [authorityKey, process].map(({ pk, sk }) => `${pk} ${sk}`),
      told: [],
    });
    expect(all()).toEqual(withCounts(asCounted));
  });
});
