import { beforeAll, describe, expect, it } from 'vitest';
import type { CardState } from '../../domain/search/card.ts';
import { deliver } from '../../test/support/deliver.ts';
import { posting } from '../../test/support/exchanges.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import { release } from '../../test/support/ocds.ts';
import { postingsOf } from '../_search/directory-entry.ts';
import { LOOKED_AT_MAX } from '../_search/read-list.ts';
import { keepAgenda } from '../keep-agenda/keep-agenda.ts';
import { keepDirectory } from '../keep-directory/keep-directory.ts';
import { keepScoreboard } from '../keep-scoreboard/keep-scoreboard.ts';

interface Shown {
  readonly case: string;
  readonly ocid: string;
  readonly title?: string;
  readonly nextDueAt?: string;
  readonly [field: string]: unknown;
}

const AUTHORITIES = [
  { id: '101', name: 'Secretaría de Obras Públicas' },
  { id: '202', name: 'Instituto de Salud' },
] as const;

const process = (number: number, title: string) => {
  const { id, name } = AUTHORITIES[number % 2] ?? AUTHORITIES[0];
  const party = { id, name, roles: ['buyer', 'procuringEntity'], identifier: { scheme: 'DO-RNC', id } };
  return release({
    ocid: `ocds-test00-77000${number}`,
    parties: [party],
    buyer: { id, name },
    tender: { id: 'tender', title },
  });
};

let keys = 0;
const send = async (house: House, path: string, body: object): Promise<{ case: string }> => {
  keys += 1;
  const sent = posting({ person: 'coordinator-1', path, body, idempotencyKey: `search-${keys}` });
  const { status, body: answer } = await house.send(sent);
  if (status >= 300) throw new Error(JSON.stringify(answer));
  return answer as { case: string };
};

const keep = async (house: House, caseId: string): Promise<void> => {
  for (const keeper of [keepDirectory, keepAgenda, keepScoreboard]) await deliver(keeper(house), house.cases, caseId);
};

const TITLES = ['Puente sobre el río', 'Hospital general', 'Puente peatonal', 'Camino vecinal', 'Puente Ñandú'];

/** Five cases, a day apart: the second and the fourth are of the health institute, the third under a committee. */
const filled = async (): Promise<{ house: House; ids: readonly string[] }> => {
  const house = newHouse();
  const ids: string[] = [];
  for (const [number, title] of TITLES.entries()) {
    const instrument = number === 2 ? 'oversight-committee' : 'integrity-pact';
    const { case: id } = await send(house, '/cases', { instrument, ocds: process(number, title) });
    ids.push(id);
    house.clock.move(86_400_000);
  }
  for (const id of ids) await keep(house, id);
  return { house, ids };
};

let house: House;
let ids: readonly string[];
beforeAll(async () => {
  ({ house, ids } = await filled());
});

const paged = async (of: House, path: string): Promise<{ items: readonly Shown[]; pages: number }> => {
  const items: Shown[] = [];
  let pages = 0;
  for (let next: string | undefined = path; next !== undefined; ) {
    const answer = await of.send({ method: 'GET', path: next });
    expect([next, answer.status]).toEqual([next, 200]);
    items.push(...(answer.body as { items: readonly Shown[] }).items);
    pages += 1;
    next = /^<([^>]+)>/.exec(String(answer.headers['link'] ?? ''))?.[1];
  }
  return { items, pages };
};

/** Which of the five are found, by their numbers, in the order of the answer. */
const found = async (query: string): Promise<readonly number[]> => {
  const { items } = await paged(house, `/cases?${query}`);
  return items.map((item) => ids.indexOf(item.case));
};

describe('the search of cases', () => {
  it.each([
    ['q=puente', [4, 2, 0]],
    ['q=PUENT&limit=1', [4, 2, 0]],
    ['q=nandu', [4]],
    ['q=obras puente', [4, 2, 0]],
    ['q=puente obras', [4, 2, 0]],
    ['q=salud', [3, 1]],
    ['q=770003', [3]],
    ['q=0003', [3]],
    ['authority=DO-RNC:202', [3, 1]],
    ['authority=DO-RNC:202&q=hosp', [1]],
    ['instrument=oversight-committee', [2]],
    ['instrument=integrity-pact&q=puente', [4, 0]],
    ['territory=DO', [2]],
    ['territory=MX', []],
    ['profile=do-183-15', [2]],
    ['stage=appointment&limit=2', [4, 3, 2, 1, 0]],
    ['stage=closed', []],
    ['condition=running&limit=5', [4, 3, 2, 1, 0]],
    ['condition=suspended', []],
    ['', [4, 3, 2, 1, 0]],
  ] as const)('by %s finds them newest first', async (query, numbers) => {
    expect(await found(query)).toEqual(numbers);
  });

  it('shows of each case what everybody may know of it, whoever asks', async () => {
    const { items } = await paged(house, '/cases?q=peatonal');
    const { items: every } = await paged(house, '/cases');
    expect(items).toEqual([
      {
        case: ids[2],
        ocid: 'ocds-test00-770002',
        title: 'Puente peatonal',
        instrument: 'oversight-committee',
        profile: { id: 'do-183-15', version: expect.any(Number) },
        stage: 'appointment',
        condition: 'running',
        openedAt: '2026-03-04T15:00:00.000Z',
        lastEventAt: '2026-03-04T15:00:00.000Z',
        authority: { id: 'DO-RNC:101', name: 'Secretaría de Obras Públicas' },
        territory: 'DO',
        observationsPublished: 0,
      },
    ]);
    expect(every.filter((item) => item.case === ids[2])).toEqual(items);
    for (const person of ['coordinator-1', 'auditor-1']) {
      expect((await house.get(person, '/cases?q=peatonal')).body).toEqual({ items });
    }
  });

  it('lists a case before the directory knows it, and finds it once it does; what it was it is found by no more', async () => {
    const own = newHouse();
    const { case: id } = await send(own, '/cases', { instrument: 'integrity-pact', ocds: process(7, 'Acueducto') });
    const told = async (query: string) => (await paged(own, `/cases?${query}`)).items.map((item) => item.case);
    expect([await told(''), await told('q=acueducto')]).toEqual([[id], []]);
    await keep(own, id);
    expect([await told('q=acueducto'), await told('condition=running')]).toEqual([[id], [id]]);
    await send(own, `/cases/${id}/suspension`, { reason: 'court-order', explanation: 'A court said so.' });
    await send(own, `/cases/${id}/process`, { ocds: process(7, 'Alcantarillado') });
    await keep(own, id);
    expect(await Promise.all(['q=acueducto', 'condition=running'].map(told))).toEqual([[], []]);
    expect(await Promise.all(['q=alcant', 'condition=suspended'].map(told))).toEqual([[id], [id]]);
  });

  it('says when the next thing is due that everybody may know', async () => {
    const own = newHouse();
    const { case: id } = await send(own, '/cases', { instrument: 'integrity-pact', ocds: process(8, 'Muelle') });
    const heldAt = '2026-03-20T15:00:00.000Z';
    await send(own, `/cases/${id}/acts`, {
      kind: 'bid-opening',
      stage: 'tender-observation',
      heldAt,
      public: true,
      place: 'Hall',
    });
    await keep(own, id);
    expect((await paged(own, '/cases?q=muelle')).items[0]?.nextDueAt).toBe(heldAt);
  });

  it.each([
    ['q=', '/q'],
    ['q=%E2%80%94', '/q'],
    [`q=${'a'.repeat(201)}`, '/q'],
    ['stage=begun', '/stage'],
    ['instrument=pact', '/instrument'],
    ['territory=mexico', '/territory'],
    ['condition=stopped', '/condition'],
    ['authority=', '/authority'],
    ['limit=101', '/limit'],
  ])('refuses %s and says where it is wrong', async (query, pointer) => {
    const { status, body } = await house.get('', `/cases?${query}`);
    expect([status, body]).toMatchObject([400, { errors: [{ pointer }] }]);
  });

  it('refuses the cursor of another search', async () => {
    const { headers } = await house.send({ method: 'GET', path: '/cases?q=puente&limit=1' });
    const cursor = /cursor=([^&>]+)/.exec(String(headers['link']))?.[1];
    for (const query of ['q=hospital', 'q=puente&stage=appointment']) {
      expect(await house.get('', `/cases?${query}&cursor=${cursor}`)).toMatchObject({ status: 400 });
    }
  });
});

describe('a page of the search', () => {
  const ALL = 2.5 * LOOKED_AT_MAX;

  /** So many cases of one authority, every hundredth of which is closed. */
  const crowded = async (): Promise<House> => {
    const own = newHouse();
    for (let number = 0; number < ALL; number += 1) {
      const openedAt = new Date(Date.parse('2026-01-01T00:00:00.000Z') + number * 60_000).toISOString();
      const state: CardState = {
        case: `ip-${String(number).padStart(26, '0')}`,
        ocid: `ocds-test00-${number}`,
        instrument: number % 2 === 0 ? 'integrity-pact' : 'oversight-committee',
        profile: { id: 'ti-integrity-pact', version: 1 },
        stage: number % 100 === 0 ? 'closed' : 'award-review',
        condition: 'running',
        openedAt,
        title: number % 2 === 0 ? 'Puente' : 'Camino',
        authority: { id: 'A:1', name: 'Obras' },
        lastEventAt: openedAt,
        observations: { public: 0, afterAward: 0, restricted: 0 },
        embargoes: {},
        awardAwaited: true,
      };
      const posted = postingsOf(state);
      const entry = {
        case: state.case,
        version: 1,
        seen: 1,
        state: JSON.stringify(state),
        terms: posted.map(({ term }) => term),
      };
      await own.directory.save({ entry, posted, removed: [] });
    }
    return own;
  };

  it('looks at so many places at most, goes through the thinnest list, and leaves nothing out', async () => {
    const own = await crowded();
    const thin = await paged(own, '/cases?stage=closed&authority=A:1&q=obras&limit=4');
    expect([thin.items.length, thin.pages]).toEqual([ALL / 100, 2]);
    const none = await paged(own, '/cases?stage=closed&instrument=oversight-committee');
    expect([none.items.length, none.pages]).toEqual([0, 1]);
    // Both lists are long, and nothing stands in both: pages are empty, and end.
    const halves = await paged(own, '/cases?instrument=oversight-committee&q=puente&limit=100');
    expect([halves.items.length, halves.pages]).toEqual([0, 2]);
    const half = (await paged(own, '/cases?authority=A:1&q=puente&limit=100')).items.map(({ openedAt }) => openedAt);
    expect(half).toEqual([...new Set(half)].toSorted().toReversed());
    expect(half.length).toBe(ALL / 2);
  });
});

describe('an authority', () => {
  it('is found by its name, with its cases', async () => {
    const { items } = await paged(house, '/authorities?q=instituto');
    expect(items).toEqual([
      {
        authority: 'DO-RNC:202',
        name: 'Instituto de Salud',
        cases: 2,
        coverage: { numerator: 0, denominator: 0 },
        link: '/cases?authority=DO-RNC%3A202',
      },
    ]);
    expect((await paged(house, '/authorities?limit=1')).items.map(({ authority }) => authority)).toEqual([
      'DO-RNC:101',
      'DO-RNC:202',
    ]);
    expect((await paged(house, '/authorities?q=puente')).items).toEqual([]);
    expect((await paged(house, String(items[0]?.['link']))).items.length).toBe(2);
  });

  it('is read with its cases by stage and instrument, its coverage and its scores', async () => {
    const { status, body } = await house.get('', '/authorities/DO-RNC%3A101');
    expect([status, body]).toMatchObject([
      200,
      {
        authority: 'DO-RNC:101',
        name: 'Secretaría de Obras Públicas',
        cases: {
          total: 3,
          stages: { appointment: 3, closed: 0 },
          instruments: { 'integrity-pact': 2, 'oversight-committee': 1 },
        },
        link: '/cases?authority=DO-RNC%3A101',
        coverage: { cases: 3, processes: { watched: 3 }, questions: { asked: 0 }, silentTeams: { denominator: 3 } },
        scoreboard: { cases: 3, closed: 0 },
      },
    ]);
    expect((await house.get('', '/authorities/DO-RNC%3A303')).status).toBe(404);
  });

  it('stands in territories, each with its cases', async () => {
    const { items } = await paged(house, '/territories');
    expect(items).toMatchObject([
      { territory: 'DO', cases: { total: 1, stages: { appointment: 1 } }, link: '/cases?territory=DO' },
      { territory: 'unstated', cases: { total: 4 } },
    ]);
    expect(items[1]).not.toHaveProperty('link');
  });
});
