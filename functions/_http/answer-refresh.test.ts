import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOcds } from '../../domain/process/read-ocds.ts';
import { exampleOf } from '../../test/support/example.ts';
import { posting } from '../../test/support/exchanges.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import { OFFICIAL_DATA, REFRESHED_DATA } from '../../test/support/journey-step.ts';
import { release, releasePackage } from '../../test/support/ocds.ts';
import { memoryCaseStore } from '../_ports/memory/memory-case-store.ts';
import type { CaseStore } from '../_ports/ports.ts';

type Json = Record<string, unknown>;

let keys = 0;
const post = (house: House, path: string, body: object, person = 'coordinator-1') => {
  keys += 1;
  return house.send(posting({ person, path, body, idempotencyKey: `refresh-${keys}` }));
};

const opened = async (ocds: unknown, house = newHouse()) => {
  const { body, status } = await post(house, '/cases', { instrument: 'integrity-pact', ocds });
  if (status !== 201) throw new Error(JSON.stringify(body));
  const path = `/cases/${(body as { case: string }).case}`;
  return {
    house,
    path,
    refresh: (again: unknown, more: object = {}) => post(house, `${path}/process`, { ocds: again, ...more }),
    read: async (under: string) => (await house.get('', `${path}${under}`)).body as Json,
  };
};

describe('refreshing the official data of a case', () => {
  it('shows what they say now, and what changed, to everybody', async () => {
    const { refresh, read } = await opened(OFFICIAL_DATA);
    expect((await read('/process/changes'))['items']).toEqual([]);
    const answer = await refresh(REFRESHED_DATA);
    expect([answer.status, answer.body]).toEqual([201, expect.objectContaining({ created: 'change-1' })]);
    const { process, hints } = await read('/process');
    expect(process).toMatchObject({
      title: 'A bridge over the river, with its lamps',
      publishedAt: '2026-03-04T12:00:00.000Z',
    });
    expect(hints).toEqual([]);
    const { items } = (await read('/process/changes')) as {
      items: { id: string; recordedIn: number; changes: object[] }[];
    };
    expect(items).toMatchObject([
      {
        id: 'change-1',
        changes: [{ pointer: '/title' }, { pointer: '/publishedAt' }, { pointer: '/tenderPeriod/endAt' }],
      },
    ]);
    const content = await read(`/events/${items[0]?.recordedIn}/content`);
    expect(content).toMatchObject({ type: 'process.changed.v1', content: { patch: expect.any(Array) } });
  });

  it('names the bidders that they name for the first time', async () => {
    const { refresh, read } = await opened(OFFICIAL_DATA);
    const bidder = { id: 'T-4', name: 'Sierra Madre' };
    const tender = OFFICIAL_DATA['tender'] as Json & { tenderers: object[] };
    const data = {
      ...OFFICIAL_DATA,
      date: '2026-03-05T00:00:00Z',
      tender: { ...tender, tenderers: [...tender.tenderers, bidder] },
    };
    expect((await refresh(data)).status).toBe(201);
    expect(((await read('/bidders'))['items'] as object[]).at(-1)).toEqual({
      bidder: 'bidder-4',
      name: 'Sierra Madre',
      signature: 'awaited',
    });
  });

  it('tells what they say and the case does not: an award, an end', async () => {
    const { refresh, read } = await opened(OFFICIAL_DATA);
    const awards = [{ id: 'award-1', status: 'active', date: '2026-03-01T00:00:00Z', suppliers: [{ id: 'T-1' }] }];
    const tender = { ...(OFFICIAL_DATA['tender'] as Json), status: 'cancelled' };
    await refresh({ ...OFFICIAL_DATA, date: '2026-03-05T00:00:00Z', awards, tender });
    expect((await read('/process'))['hints']).toEqual([
      { hint: 'process-ended', operation: 'end-process' },
      { hint: 'award-published', operation: 'record-award' },
    ]);
  });

  it.each<[string, unknown, object, number, string]>([
    ['no OCDS', { hello: ['world'] }, {}, 422, 'process-unusable'],
    ['several processes', releasePackage(OFFICIAL_DATA, release({ ocid: 'ocds-b-2' })), {}, 422, 'process-ambiguous'],
    ['another process', release({ ocid: 'ocds-b-2' }), {}, 422, 'process-differs'],
    [
      'another process of several',
      releasePackage(OFFICIAL_DATA, release({ ocid: 'ocds-b-2' })),
      { ocid: 'ocds-b-2' },
      422,
      'process-differs',
    ],
    ['an older release', { ...OFFICIAL_DATA, date: '2026-02-01T00:00:00Z', language: 'en' }, {}, 409, 'process-older'],
    ['the same again', releasePackage(OFFICIAL_DATA), {}, 409, 'process-unchanged'],
    ['more than 4 MB', { ...OFFICIAL_DATA, filler: 'x'.repeat(4 * 1024 * 1024) }, {}, 413, 'body-too-large'],
    ['no document', 'x', {}, 422, 'input-invalid'],
  ])('with %s is refused, and changes nothing', async (_, ocds, more, status, word) => {
    const { house, path, refresh } = await opened(OFFICIAL_DATA);
    const version = async () => ((await house.get('', path)).body as Json)['version'];
    const before = await version();
    const answer = await refresh(ocds, more);
    expect([answer.status, (answer.body as Json)['type']]).toEqual([status, `/problems/${word}`]);
    expect(await version()).toBe(before);
  });

  it('is the coordinator’s, in a case that is there', async () => {
    const { house, path } = await opened(OFFICIAL_DATA);
    expect((await post(house, `${path}/process`, { ocds: REFRESHED_DATA }, 'witness-1')).status).toBe(403);
    expect((await post(house, '/cases/ip-00000000000000000000/process', { ocds: REFRESHED_DATA })).status).toBe(404);
  });

  it('sent twice under one key is done once', async () => {
    const { house, path } = await opened(OFFICIAL_DATA);
    const sent = posting({
      person: 'coordinator-1',
      path: `${path}/process`,
      body: { ocds: REFRESHED_DATA },
      idempotencyKey: 'once',
    });
    const [first, second] = [await house.send(sent), await house.send(sent)];
    expect([second.status, second.body]).toEqual([first.status, first.body]);
  });

  it('takes what a later reading puts into words backwards as problems, and goes on', async () => {
    const { refresh, read } = await opened(OFFICIAL_DATA);
    const tender = {
      ...(OFFICIAL_DATA['tender'] as Json),
      tenderPeriod: { startDate: '2026-03-20T00:00:00Z', endDate: '2026-03-10T00:00:00Z' },
      title: 'A \u202ebridge',
    };
    expect((await refresh({ ...OFFICIAL_DATA, date: '2026-03-05T00:00:00Z', tender })).status).toBe(201);
    expect(((await read('/process'))['problems'] as object[]).length).toBeGreaterThan(0);
  });
});

describe('a case that was opened before processes and parties were kept', () => {
  /** A table into which the opening wrote neither. */
  const olderStore = (): CaseStore => {
    const store = memoryCaseStore();
    return {
      ...store,
      append: (change) =>
        store.append(
          change.expectedVersion === 0
            ? { ...change, subjects: change.subjects.filter(({ id }) => id !== 'process-1' && id !== 'parties-1') }
            : change,
        ),
    };
  };

  it('goes on from what its import holds: interests are matched, bidders registered, data refreshed', async () => {
    const { house, path, refresh, read } = await opened(OFFICIAL_DATA, newHouse(undefined, olderStore()));
    expect((await read('/process'))['process']).toMatchObject({ title: 'A bridge over the river' });
    await post(house, `${path}/bidders`, { name: 'Sierra Madre' });
    await post(house, `${path}/team`, { person: 'witness-1', reason: 'Accredited.' });
    await post(house, `${path}/team/acceptance`, {}, 'witness-1');
    const questions = ['public-office', 'employed-by-party', 'kinship', 'economic-interest', 'sanctioned'];
    const declaration = {
      answers: questions.map((question) => ({ question, yes: false })),
      interests: [
        { kind: 'employer', name: 'Puentes del Colibri S.A.' },
        { kind: 'employer', name: 'SIERRA MADRE LTDA' },
      ],
    };
    expect((await post(house, `${path}/team/declaration`, declaration, 'witness-1')).status).toBe(200);
    const { items } = (await house.get('witness-1', `${path}/impediments`)).body as {
      items: { matches: { party: string }[] }[];
    };
    expect(items[0]?.matches.map(({ party }) => party)).toEqual(['bidder-1', 'bidder-4']);
    const answer = (await refresh(REFRESHED_DATA)).body as { recorded: { type: string }[] };
    expect(answer.recorded.map(({ type }) => type)).toEqual(['process.kept.v1', 'process.changed.v1']);
    expect((await read('/process'))['process']).toMatchObject({ title: 'A bridge over the river, with its lamps' });
    expect(((await read('/bidders'))['items'] as object[]).length).toBe(4);
  });
});

const SHARED = new URL('../../../shared/data/ocds/real/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, SHARED), 'utf8'));
/** Some publishers only link to their releases: of those nothing can be read, and no case is opened. */
const REAL = (existsSync(SHARED) ? readdirSync(SHARED) : []).filter(
  (name) => name.endsWith('.json') && readOcds(read(name)).processes.length > 0,
);
if (REAL.length === 0)
  console.warn('No shared OCDS data beside the repository: the refresh is tried with our own examples alone.');

describe.each([
  ...(['integrity-pact', 'oversight-committee'] as const).map(
    (instrument) => [`our example ${instrument}`, () => exampleOf(instrument).document] as const,
  ),
  ...REAL.map((name) => [name, () => read(name)] as const),
])('%s', (_, document) => {
  it('says the same when it is read again, and what was corrected when something was', async () => {
    const ocid = readOcds(document()).processes[0]?.ocid;
    const house = newHouse();
    const answer = await post(house, '/cases', { instrument: 'integrity-pact', ocds: document(), ocid });
    expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
    const path = `/cases/${(answer.body as { case: string }).case}`;
    expect((await post(house, `${path}/process`, { ocds: document(), ocid })).body).toMatchObject({
      type: '/problems/process-unchanged',
    });
    const refreshed = await post(house, `${path}/process`, { ocds: corrected(document()), ocid });
    expect([refreshed.status, refreshed.body]).toEqual([201, expect.anything()]);
    const { items } = (await house.get('', `${path}/process/changes`)).body as { items: { changes: object[] }[] };
    expect(items[0]?.changes).toContainEqual({ op: 'replace', pointer: '/title', wasPast: expect.any(Boolean) });
  });
});

/** The same document, in which the tender of every release bears another title. */
function corrected(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(corrected);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, corrected(each)]));
  if (!('ocid' in inner) || 'releases' in inner || 'compiledRelease' in inner) return inner;
  return { ...inner, tender: { id: 'tender', ...(inner['tender'] as object | undefined), title: 'Another title' } };
}
