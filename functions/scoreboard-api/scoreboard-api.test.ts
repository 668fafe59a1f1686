import { beforeAll, describe, expect, it } from 'vitest';
import { type House, newHouse } from '../../test/support/house.ts';
import type { Cell } from '../_ports/tally-ports.ts';
import { groupLists, monthLists } from '../_tallies/lists.ts';

const AUTHORITIES = 7;

/** A house in which numbers are planted where the keeper would have counted them. */
const planted = async (): Promise<House> => {
  const house = newHouse('2026-06-15T15:00:00.000Z');
  let books = 0;
  const plant = async (...changes: readonly Cell[]) => {
    books += 1;
    const book = { key: `CASE#${books}`, version: 1, seen: 1, state: '{}', counted: changes };
    await house.tallies.save({ book, changes });
  };
  const counters = { cases: 1, 'effectiveness.computed.achieved': 1 };
  for (let at = 0; at < AUTHORITIES; at += 1) {
    await plant({ list: groupLists('authority')[0] ?? '', place: `DO-RNC:${at}`, counters, name: `Obras ${at}` });
  }
  for (const [shard, list] of groupLists('territory').entries()) {
    await plant({ list, place: 'MX', counters }, { list, place: `AR-${shard}`, counters });
  }
  for (const [shard, list] of monthLists(undefined).entries()) {
    const place = shard % 2 === 0 ? '2026-01' : '2026-04';
    await plant({
      list,
      place,
      counters: {
        'processes.all': 3,
        'processes.reachesThreshold': 2,
        'processes.valueUnknown': 1,
        'watched.reachesThreshold': 1,
      },
    });
  }
  return house;
};

interface Group {
  readonly id: string;
  readonly name?: string;
  readonly cases: number;
}

describe('the scoreboard', () => {
  let house: House;
  beforeAll(async () => {
    house = await planted();
  });

  const paged = async (path: string): Promise<readonly Group[]> => {
    const all: Group[] = [];
    for (let next: string | undefined = path; next !== undefined; ) {
      const answer = await house.send({ method: 'GET', path: next });
      expect([next, answer.status]).toEqual([next, 200]);
      all.push(...(answer.body as { items: readonly Group[] }).items);
      next = /^<([^>]+)>/.exec(String(answer.headers['link'] ?? ''))?.[1];
    }
    return all;
  };

  it('is the same page by page as at once, and adds up what its shards hold', async () => {
    for (const [group, count] of [
      ['authority', AUTHORITIES],
      ['territory', groupLists('territory').length + 1],
    ] as const) {
      const whole = await paged(`/scoreboard?group=${group}&limit=100`);
      expect(whole).toHaveLength(count);
      expect(await paged(`/scoreboard?group=${group}&limit=2`)).toEqual(whole);
    }
    const territories = await paged('/scoreboard?group=territory');
    expect(territories.find(({ id }) => id === 'MX')?.cases).toBe(groupLists('territory').length);
  });

  it('stands beside the nine of the study, and its picture holds both', async () => {
    const { body } = await house.get('', '/scoreboard?group=authority');
    expect((body as { study: readonly unknown[] }).study).toHaveLength(9);
    const picture = await house.send({ method: 'GET', path: '/scoreboard/chart.svg?group=authority&language=pt' });
    expect(picture.headers).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    for (const name of ['Obras 3', 'Testigo Social', 'Não alcançado']) expect(picture.text).toContain(name);
    const again = await house.send({
      method: 'GET',
      path: '/scoreboard/chart.svg?group=authority&language=pt',
      headers: { 'if-none-match': String(picture.headers['etag']) },
    });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('refuses what it cannot take, with the name of the parameter', async () => {
    for (const [path, name] of [
      ['/scoreboard?group=person', 'group'],
      ['/scoreboard?limit=0', 'limit'],
      ['/scoreboard/chart.svg?language=fr', 'language'],
      ['/coverage?from=2026-13', 'from'],
      ['/coverage?from=2026-02&to=2026-01', 'to'],
      ['/coverage?from=2001-01&to=2026-01', 'from'],
      ['/coverage/chart.svg?period=week', 'period'],
    ] as const) {
      const { status, body } = await house.get('', path);
      expect([path, status, JSON.stringify(body).includes(`/${name}`)]).toEqual([path, 400, true]);
    }
    const { status } = await house.get('', '/scoreboard?group=territory&cursor=x');
    expect(status).toBe(400);
    const { headers } = await house.send({ method: 'GET', path: '/scoreboard?group=authority&limit=1' });
    const cursor = /cursor=([^&>]+)/.exec(String(headers['link']))?.[1] ?? '';
    expect((await house.get('', `/scoreboard?group=territory&cursor=${cursor}`)).status).toBe(400);
  });
});

describe('the coverage', () => {
  interface Period {
    readonly period: string;
    readonly coverage: { readonly numerator: number; readonly denominator: number };
    readonly processes: { readonly known: number; readonly undecided: number };
  }
  const read = async (path: string): Promise<readonly Period[]> =>
    ((await (await planted()).get('', path)).body as { items: readonly Period[] }).items;

  it('shows every period that is asked for, an empty one too, each share with numerator and denominator', async () => {
    const half = monthLists(undefined).length / 2;
    const months = await read('/coverage?from=2026-01&to=2026-04');
    expect(months.map(({ period, coverage }) => [period, coverage])).toEqual([
      ['2026-01', { numerator: half, denominator: 2 * half }],
      ['2026-02', { numerator: 0, denominator: 0 }],
      ['2026-03', { numerator: 0, denominator: 0 }],
      ['2026-04', { numerator: half, denominator: 2 * half }],
    ]);
    const quarters = await read('/coverage?from=2026-01&to=2026-06&period=quarter');
    expect(quarters.map(({ period, processes }) => [period, processes.known, processes.undecided])).toEqual([
      ['2026-Q1', 3 * half, half],
      ['2026-Q2', 3 * half, half],
    ]);
    const [year] = await read('/coverage?from=2026-01&to=2026-12&period=year');
    expect([year?.period, year?.coverage]).toEqual(['2026', { numerator: 2 * half, denominator: 4 * half }]);
  });

  it('looks back twelve months unless somebody says from when', async () => {
    const months = await read('/coverage');
    expect([months.length, months[0]?.period, months.at(-1)?.period]).toEqual([12, '2025-07', '2026-06']);
  });
});

it('the initiatives are told whole, with tools, instruments and words', async () => {
  const { status, body } = await newHouse().get('', '/initiatives');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    initiatives: { length: 9 },
    tools: { length: 8 },
    instruments: [{ instrument: 'integrity-pact' }, { instrument: 'oversight-committee' }],
  });
});
