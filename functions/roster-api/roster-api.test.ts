import { describe, expect, it } from 'vitest';
import { posting } from '../../test/support/exchanges.ts';
import { type House, type HouseAnswer, newHouse } from '../../test/support/house.ts';
import { addition } from '../../test/support/roster.ts';

const KEEPER = 'administrator-1';
let keys = 0;

const post = (house: House, person: string, path: string, body: unknown, key = `key-${(keys += 1)}`) =>
  house.send(posting({ person, path, body, idempotencyKey: key }));
const read = async (house: House, person: string, path: string): Promise<HouseAnswer> =>
  house.send({ method: 'GET', path, ...(person === '' ? {} : { person }) });

const housed = async (...additions: readonly object[]): Promise<House> => {
  const house = newHouse();
  for (const [index, body] of additions.entries()) {
    house.clock.move(1_000);
    const { status, text } = await post(house, KEEPER, '/roster', body, `addition-${index}`);
    if (status !== 201) throw new Error(text);
  }
  return house;
};

const WITNESSES = [
  addition('witness-1', {
    name: 'José Núñez',
    namePublic: true,
    accreditation: { ...addition('witness-1').accreditation, specialities: ['works'], territories: ['MX-COA'] },
  }),
  addition('witness-2', { name: 'Berta Luz' }),
  addition('witness-3', { accreditation: undefined, name: 'Nadie Todavía' }),
  addition('org-1', { kind: 'organisation', name: 'Ojo Ciudadano A.C.', namePublic: true }),
];
const persons = ({ body }: HouseAnswer): readonly string[] =>
  (body as { items: { person: string }[] }).items.map(({ person }) => person);

describe('an entry of the roster', () => {
  it('is shown whole to whoever keeps or uses the roster, and to the person itself', async () => {
    const house = await housed(...WITNESSES);
    for (const reader of [KEEPER, 'coordinator-1', 'auditor-1', 'witness-2']) {
      expect((await read(house, reader, '/roster/witness-2')).body).toEqual({
        person: 'witness-2',
        kind: 'person',
        name: 'Berta Luz',
        namePublic: false,
        email: 'ana@veedor.example',
        interests: [],
        addedAt: '2026-03-02T15:00:02.000Z',
        accreditations: [
          {
            id: 'accreditation-1',
            number: 'TS-witness-2',
            issuer: 'Padrón de testigos',
            status: 'active',
            validFrom: '2026-01-01',
            validTo: '2027-12-31',
            specialities: [],
            territories: [],
          },
        ],
      });
    }
  });

  it('tells everybody else that an accreditation exists, and a name only where it is public', async () => {
    const house = await housed(...WITNESSES);
    for (const reader of ['', 'member-1', 'authority-1', 'assessor-1']) {
      const { body } = await read(house, reader, '/roster/witness-2');
      expect(Object.keys(body as object).toSorted()).toEqual(['accreditations', 'kind', 'person']);
      expect((await read(house, reader, '/roster/org-1')).body).toMatchObject({ name: 'Ojo Ciudadano A.C.' });
      expect(JSON.stringify((await read(house, reader, '/roster')).body)).not.toMatch(/Berta|Nadie|@veedor/);
    }
  });

  it('that may not be seen looks like one that does not exist', async () => {
    const house = await housed(...WITNESSES);
    const answers = await Promise.all(
      ['/roster/witness-3', '/roster/witness-99', '/roster/UPPER', '/roster/witness-3%00'].map((path) =>
        read(house, '', path),
      ),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    expect(persons(await read(house, 'witness-1', '/roster'))).not.toContain('witness-3');
    expect((await read(house, 'witness-3', '/roster/witness-3')).status).toBe(200);
  });

  it('says how its accreditations stand now, until the end of the last day', async () => {
    const house = await housed(addition('witness-1'));
    const status = async () => {
      const { body } = await read(house, '', '/roster/witness-1');
      return (body as { accreditations: { status: string }[] }).accreditations[0]?.status;
    };
    house.clock.set('2028-01-01T05:59:59.999Z');
    expect(await status()).toBe('active');
    house.clock.set('2028-01-01T06:00:00.000Z');
    expect(await status()).toBe('expired');
  });
});

describe('the list of the roster', () => {
  it.each([
    ['', ['org-1', 'witness-3', 'witness-2', 'witness-1']],
    ['?kind=organisation', ['org-1']],
    ['?speciality=works', ['witness-1']],
    ['?territory=MX-COA&kind=person', ['witness-2', 'witness-1']],
    ['?territory=MX-NLE&speciality=works', []],
    ['?status=active', ['org-1', 'witness-2', 'witness-1']],
    ['?status=suspended', []],
    ['?q=nunez', ['witness-1']],
    ['?q=CIUDADANO', ['org-1']],
  ])('asked for %s', async (asked, expected) => {
    const house = await housed(...WITNESSES);
    expect(persons(await read(house, 'coordinator-1', `/roster${asked}`))).toEqual(expected);
  });

  it('is read page by page', async () => {
    const house = await housed(...WITNESSES);
    const found: string[] = [];
    let next: string | undefined = '/roster?limit=1';
    while (next !== undefined) {
      const answer: HouseAnswer = await read(house, 'coordinator-1', next);
      found.push(...persons(answer));
      next = /^<([^>]+)>/.exec(String(answer.headers['link'] ?? ''))?.[1];
    }
    expect(found).toEqual(['org-1', 'witness-3', 'witness-2', 'witness-1']);
  });

  it('is not searched by name by those who may not read names', async () => {
    const house = await housed(...WITNESSES);
    for (const reader of ['', 'witness-1']) {
      const { status, body } = await read(house, reader, '/roster?q=Berta');
      expect([status, (body as { errors: unknown }).errors]).toEqual([
        400,
        [{ pointer: '/q', detail: 'is for those who may read names' }],
      ]);
    }
  });
});

describe('a command on the roster', () => {
  it('takes effect once for each key, and tells the same again', async () => {
    const house = newHouse();
    const first = await post(house, KEEPER, '/roster', addition('witness-1'), 'one');
    const again = await post(house, KEEPER, '/roster', addition('witness-1'), 'one');
    expect([first.status, again.status, again.headers['idempotency-replayed']]).toEqual([201, 201, 'true']);
    expect(again.text).toBe(first.text);
    expect(first.body).toMatchObject({ person: 'witness-1', version: 2, created: 'witness-1' });
    const other = await post(house, KEEPER, '/roster', addition('witness-2'), 'one');
    expect([other.status, (other.body as { type: string }).type]).toEqual([422, '/problems/idempotency-key-reused']);
  });

  it('shares its keys with commands on cases', async () => {
    const house = newHouse();
    await post(
      house,
      'coordinator-1',
      '/roster/witness-1/accreditations/accreditation-1/suspension',
      { reason: 'x' },
      'k',
    );
    await post(house, KEEPER, '/roster', addition('witness-1'), 'k');
    const suspension = { reason: 'A complaint.' };
    const path = '/roster/witness-1/accreditations/accreditation-1/suspension';
    expect((await post(house, KEEPER, path, suspension, 'k')).body).toMatchObject({
      type: '/problems/idempotency-key-reused',
    });
    expect((await post(house, 'coordinator-1', path, suspension, 'k')).status).toBe(200);
  });

  it('is refused when the entry has changed since it was read', async () => {
    const house = await housed(addition('witness-1'));
    const request = posting({
      person: KEEPER,
      path: '/roster/witness-1/correction',
      body: { name: 'Ana Otra' },
      idempotencyKey: 'match',
    });
    const send = (etag: string) => house.send({ ...request, headers: { ...request.headers, 'if-match': etag } });
    expect((await send('"1"')).status).toBe(412);
    expect((await send('"2"')).status).toBe(200);
  });

  it('names the field that it cannot take, and refuses strangers before it looks', async () => {
    const house = newHouse();
    const bad = await post(house, KEEPER, '/roster', addition('witness-1', { name: 'Ana \u202e' }));
    expect(bad.body).toMatchObject({ status: 422, errors: [{ pointer: '/name' }] });
    expect((await post(house, KEEPER, '/roster/UPPER/correction', { name: 'Ana' })).status).toBe(404);
    expect((await post(house, KEEPER, '/roster/nobody/correction', { name: 'Ana' })).body).toMatchObject({
      status: 404,
      type: '/problems/roster-entry-unknown',
    });
    for (const path of ['/roster/nobody/correction', '/roster/witness-1/correction']) {
      expect((await post(house, 'coordinator-1', path, { name: 'Ana' })).status).toBe(403);
    }
    const unnamed = posting({ person: KEEPER, path: '/roster', body: addition('witness-1'), idempotencyKey: 'u' });
    const { person: _, ...request } = unnamed;
    expect((await house.send(request)).status).toBe(401);
  });

  it('goes the whole way of an accreditation', async () => {
    const house = await housed(addition('witness-1'));
    const at = '/roster/witness-1/accreditations';
    const given = { number: 'N-2', issuer: 'Padrón', validFrom: '2026-01-01', validTo: '2026-12-31' };
    expect((await post(house, KEEPER, at, given)).body).toMatchObject({ created: 'accreditation-2' });
    const steps = [
      [`${at}/accreditation-2/renewal`, { validTo: '2029-12-31' }],
      [`${at}/accreditation-2/suspension`, { reason: 'A complaint.' }],
      [`${at}/accreditation-2/reinstatement`, { reason: 'Unfounded.' }],
      [`${at}/accreditation-2/removal`, { reason: 'On request.' }],
    ] as const;
    for (const [path, body] of steps) expect((await post(house, KEEPER, path, body)).status).toBe(200);
    expect((await read(house, '', '/roster/witness-1')).body).toMatchObject({
      accreditations: [{ status: 'active' }, { status: 'removed', validTo: '2029-12-31' }],
    });
  });

  it('keeps personal data and numbers out of the events', async () => {
    const house = await housed(...WITNESSES);
    const { items } = await house.roster.entries({ person: 'witness-1', after: 0, limit: 10 });
    expect(items.map(({ type }) => type)).toEqual(['roster.entry-added.v1', 'accreditation.granted.v1']);
    expect(JSON.stringify(items)).not.toMatch(/Núñez|veedor\.example|TS-|Padrón/);
  });
});
