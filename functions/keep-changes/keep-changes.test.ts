import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../events/record.ts';
import { type Around, around, crashing } from '../../test/support/around.ts';
import { deliver, onBus, streamOf } from '../../test/support/deliver.ts';
import { comeInDisorder, crashingTimeAndAgain, deliverUntilTaken, disorderOf } from '../../test/support/disorder.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import { arrived, journeyBegins, travel } from '../../test/support/journey.ts';
import type { ChangeStore } from '../_ports/change-ports.ts';
import { memoryChangeStore } from '../_ports/memory/memory-change-store.ts';
import { memoryLog } from '../_ports/memory/memory-log.ts';
import type { CaseStore } from '../_ports/ports.ts';
import { keepChanges } from './keep-changes.ts';

/** The same disorder every time. */
const RUNS = { seed: 1_939, numRuns: 12 };
const quietly: Around = ({ call }) => call();

const keeper = (cases: CaseStore, changes: ChangeStore, intervene: Around = quietly) =>
  keepChanges({ cases: around(cases, intervene), changes: around(changes, intervene), log: memoryLog() });

interface Changes {
  readonly items: readonly { readonly case: string; readonly version: number; readonly at: string; type: string }[];
  readonly cursor: string;
}

const asked = async (house: House, path: string) => {
  const { status, body, headers } = await house.send({ method: 'GET', path });
  expect([path, status]).toEqual([path, 200]);
  return { ...(body as Changes), link: headers['link'] };
};

describe('the list of what changed', () => {
  let house: House;
  let caseId: string;
  let entries: readonly RecordEntry[];

  beforeAll(async () => {
    ({ house, caseId } = await arrived('integrity-pact'));
    entries = await streamOf(house.cases, caseId);
  });

  const listed = async (changes: ChangeStore) => (await changes.after(0, 1_000)).map(({ version }) => version);
  const everyVersion = () => entries.map(({ version }) => version);

  it('holds each event once and in order, however they come: shuffled, doubled, in pieces and with crashes in between', async () => {
    await fc.assert(
      fc.asyncProperty(disorderOf(entries.length), async (disorder) => {
        const changes = memoryChangeStore();
        const intervene = crashingTimeAndAgain(disorder.crashes);
        await comeInDisorder((view) => keeper(view(house.cases), changes, intervene), { entries, disorder });
        expect(await listed(changes)).toEqual(everyVersion());
      }),
      RUNS,
    );
  });

  it.each(['before', 'after'] as const)('is the same when its keeper crashes %s any one call', async (when) => {
    for (let at = 1; ; at += 1) {
      const crash = crashing(at, when);
      const changes = memoryChangeStore();
      await deliverUntilTaken(keeper(house.cases, changes, crash.around), entries.slice(-1));
      expect(await listed(changes)).toEqual(everyVersion());
      if (crash.calls() < at) break;
    }
  });

  it('is the same when several keepers work at once', async () => {
    const changes = memoryChangeStore();
    const keep = keeper(house.cases, changes);
    const reversed = entries.toReversed();
    const outcomes = await Promise.allSettled(reversed.map((entry) => keep(onBus(entry))));
    for (const entry of reversed.filter((_, at) => outcomes[at]?.status === 'rejected')) await keep(onBus(entry));
    expect(await listed(changes)).toEqual(everyVersion());
  });
});

describe('following all cases', () => {
  const events = async (house: House, caseId: string) => {
    const shown: { version: number; recordedAt: string; type: string }[] = [];
    for (let next: string | undefined = `/cases/${caseId}/events?limit=100`; next !== undefined; ) {
      const { body, headers } = await house.send({ method: 'GET', path: next });
      shown.push(...(body as { items: typeof shown }).items);
      next = /<([^>]+)>; rel="next"/.exec(String(headers['link']))?.[1];
    }
    return shown;
  };

  it('shows nobody more than the events of each case show to everybody, in the middle of a journey and at its end', async () => {
    const house = newHouse(journeyBegins);
    const cases = [await travel(house, 'integrity-pact'), await travel(house, 'oversight-committee', { steps: 30 })];
    for (const caseId of cases) await deliver(keepChanges(house), house.cases, caseId);
    const followed: Changes['items'][number][] = [];
    for (let next: string | undefined = '/changes?limit=100'; next !== undefined; ) {
      const { items, link } = await asked(house, next);
      followed.push(...items);
      next = /<([^>]+)>; rel="next"/.exec(String(link))?.[1];
    }
    const shown = await Promise.all(
      cases.map(async (id) => (await events(house, id)).map((one) => ({ ...one, caseId: id }))),
    );
    // Strictly these four: no data of an event, no hash, no content.
    expect(followed).toEqual(
      shown.flat().map(({ caseId, version, recordedAt, type }) => ({ case: caseId, version, at: recordedAt, type })),
    );
    expect(new Set(followed.map((change) => change.case)).size).toBe(2);
    for (const person of ['coordinator-1', 'witness-1']) {
      const { body } = await house.get(person, '/changes?limit=5');
      expect((body as Changes).items).toEqual(followed.slice(0, 5));
    }
  });

  it('goes on with the cursor where it stopped, though nothing was there yet, and shows each change once', async () => {
    const house = newHouse(journeyBegins);
    const nothing = await asked(house, '/changes');
    expect([nothing.items, nothing.link]).toEqual([[], undefined]);
    const one = await travel(house, 'integrity-pact', { steps: 10 });
    await deliver(keepChanges(house), house.cases, one);
    const first = await asked(house, `/changes?cursor=${nothing.cursor}&limit=100`);
    expect(first.items.length).toBeGreaterThan(0);
    expect(first.items.map(({ version }) => version)).toEqual((await events(house, one)).map(({ version }) => version));
    expect(await asked(house, `/changes?cursor=${first.cursor}`)).toMatchObject({ items: [], cursor: first.cursor });
    const other = await travel(house, 'oversight-committee', { steps: 10 });
    await deliver(keepChanges(house), house.cases, other);
    const more = await asked(house, `/changes?cursor=${first.cursor}&limit=2`);
    expect(more.items.map((change) => [change.case, change.version])).toEqual([
      [other, 1],
      [other, 2],
    ]);
    expect(more.link).toBe(`</changes?cursor=${more.cursor}&limit=2>; rel="next"`);
  });

  it.each(['x', 'e30', Buffer.from('{"changesAfter":"-1"}').toString('base64url')])(
    'refuses a cursor that was not given out here: %s',
    async (cursor) => {
      expect((await newHouse().get('', `/changes?cursor=${cursor}`)).status).toBe(400);
    },
  );
});
