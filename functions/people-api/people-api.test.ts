import { describe, expect, it } from 'vitest';
import { posting } from '../../test/support/exchanges.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import { handlePersonCommand } from '../_record/handle-person-command.ts';
import { verifyPerson } from '../_record/verify-person.ts';

const KEEPER = 'administrator-1';
const reason = 'Asked for by the coordination.';
const ANA = { email: 'ana@veedor.example', roles: ['witness'], reason };
let keys = 0;

const post = (house: House, path: string, body: object, { person = KEEPER, key = `key-${(keys += 1)}` } = {}) =>
  house.send(posting({ person, path, body, idempotencyKey: key }));
const read = async (house: House, path: string, person: string = KEEPER) => {
  const { status, body, headers } = await house.send({ method: 'GET', path, ...(person === '' ? {} : { person }) });
  return { status, body: body as any, headers: headers as any };
};
const problem = ({ body }: { body: unknown }) => (body as { type: string }).type;

describe('somebody who is added', () => {
  it('is invited once, put on record under the id of the sign-in, and answered for alike however often it is sent', async () => {
    const house = newHouse();
    const first = await post(house, '/people', ANA, { key: 'one' });
    expect([first.status, first.body]).toMatchObject([
      201,
      { person: 'person-1', created: 'person-1', version: 1, recorded: [{ id: 'person:person-1@1' }] },
    ]);
    const again = await post(house, '/people', ANA, { key: 'one' });
    expect([again.text, again.headers['idempotency-replayed']]).toEqual([first.text, 'true']);
    expect(house.accounts.invitations).toEqual(['ana@veedor.example']);
    const other = await post(house, '/people', { ...ANA, email: 'ANA@veedor.example' });
    expect([other.status, other.body]).toMatchObject([409, { type: '/problems/person-exists', person: 'person-1' }]);
    expect(await verifyPerson(house.people, 'person-1')).toMatchObject({ verified: true, events: 1 });
  });

  it('has no role before it is on record, and goes on where a crash stopped', async () => {
    const house = newHouse();
    const broken = { ...house.people, append: () => Promise.reject(new Error('the power went')) };
    const asked = {
      name: 'add-person',
      input: ANA,
      idempotencyKey: 'k',
      petitioner: { person: KEEPER, roles: ['administrator'] },
    } as const;
    await expect(handlePersonCommand({ ...house, people: broken }, asked)).rejects.toThrow('the power went');
    expect(await house.accounts.find('person-1')).toEqual({
      person: 'person-1',
      roles: [],
      enabled: true,
      email: ANA.email,
    });
    expect(await handlePersonCommand(house, asked)).toMatchObject({ answer: { person: 'person-1' }, replayed: false });
    expect(house.accounts.invitations).toHaveLength(1);
  });

  it.each([
    ['roles that nobody can have', { ...ANA, roles: ['system'] }, KEEPER, 'input-invalid'],
    [
      'roles that are watched and watch',
      { ...ANA, roles: ['witness', 'bidder-representative'] },
      KEEPER,
      'roles-incompatible',
    ],
    ['what is no address', { ...ANA, email: 'ana' }, KEEPER, 'input-invalid'],
    ['somebody who may not', ANA, 'auditor-1', 'not-permitted'],
    ['somebody who may not', ANA, 'coordinator-1', 'not-permitted'],
  ])('is not invited where the command is refused for %s', async (_, body, person, word) => {
    const house = newHouse();
    expect(problem(await post(house, '/people', body, { person }))).toBe(`/problems/${word}`);
    expect(house.accounts.invitations).toEqual([]);
  });
});

describe('somebody on record', () => {
  it('is given and taken roles, kept out and let in, and all of it is told with who did it and why', async () => {
    const house = newHouse();
    await post(house, '/people', ANA);
    const at = '/people/person-1';
    const statuses = [
      await post(house, `${at}/roles`, { role: 'auditor', reason: 'Both.' }),
      await post(house, `${at}/roles/removal`, { role: 'witness', reason: 'No more.' }),
      await post(house, `${at}/suspension`, { reason: 'A complaint.' }),
      await post(house, `${at}/suspension`, { reason: 'Again.' }),
      await post(house, `${at}/restoration`, { reason: 'It was nothing.' }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 200, 409, 200]);
    const { body, headers } = await read(house, at, 'auditor-1');
    expect(body.onRecord).toEqual({
      email: ANA.email,
      roles: ['auditor'],
      suspended: false,
      addedAt: '2026-03-02T15:00:00.000Z',
    });
    expect(headers.etag).toBe('"5"');
    expect(body.history.map(({ type, roles, reason: why, by }: any) => [type, roles, why, by])).toEqual([
      ['person.restored.v1', [], 'It was nothing.', KEEPER],
      ['person.suspended.v1', [], 'A complaint.', KEEPER],
      ['role.taken.v1', ['witness'], 'No more.', KEEPER],
      ['role.given.v1', ['auditor'], 'Both.', KEEPER],
      ['person.added.v1', ['witness'], reason, KEEPER],
    ]);
    expect(await verifyPerson(house.people, 'person-1')).toMatchObject({ verified: true, events: 5 });
  });

  it('keeps what people wrote and where they are reached out of the events', async () => {
    const house = newHouse();
    await post(house, '/people', ANA);
    const { items } = await house.people.entries({ person: 'person-1', after: 0, limit: 9 });
    expect(JSON.stringify(items)).not.toMatch(/@veedor|Asked for/);
  });

  it('is refused to an administrator whom the record knows as one no more, though the token still says it', async () => {
    const house = newHouse();
    const own = await post(house, '/people', { email: 'keeper@veedor.example', roles: ['administrator'], reason });
    const colleague = (own.body as { person: string }).person;
    await post(house, '/people', ANA);
    const asColleague = { person: colleague, roles: ['administrator'] } as const;
    const suspend = (idempotencyKey: string) =>
      handlePersonCommand(house, {
        name: 'suspend-person',
        input: { person: 'person-2', reason },
        idempotencyKey,
        petitioner: asColleague,
      });
    await post(house, `/people/${colleague}/roles/removal`, { role: 'administrator', reason });
    expect(await suspend('a')).toMatchObject({ refusal: { word: 'administrator-not-on-record' } });
    await post(house, `/people/${colleague}/roles`, { role: 'administrator', reason });
    expect(await suspend('b')).toMatchObject({ answer: { version: 2 } });
  });

  it('cannot suspend whoever suspends them at the same moment: one of the two is left', async () => {
    const house = newHouse();
    for (const email of ['a@veedor.example', 'b@veedor.example']) {
      await post(house, '/people', { email, roles: ['administrator'], reason });
    }
    const suspend = (by: string, person: string) =>
      handlePersonCommand(house, {
        name: 'suspend-person',
        input: { person, reason },
        idempotencyKey: by,
        petitioner: { person: by, roles: ['administrator'] },
      });
    const both = await Promise.all([suspend('person-1', 'person-2'), suspend('person-2', 'person-1')]);
    expect(both.map((each) => ('answer' in each ? 'done' : 'refusal' in each && each.refusal.word)).toSorted()).toEqual(
      ['administrator-not-on-record', 'done'],
    );
  });
});

describe('what is read of people', () => {
  it('is there for administrators and auditors, and for nobody else', async () => {
    const house = newHouse();
    await post(house, '/people', ANA);
    for (const path of ['/people', '/people/person-1', '/people/witness-1']) {
      for (const reader of [KEEPER, 'auditor-1']) expect((await read(house, path, reader)).status).toBe(200);
      for (const reader of ['', 'coordinator-1', 'witness-1', 'control-1', 'authority-1']) {
        expect([path, reader, (await read(house, path, reader)).status]).toEqual([path, reader, 404]);
      }
    }
    expect((await read(house, '/people/nobody-9')).status).toBe(404);
    expect((await read(house, '/people/UPPER')).status).toBe(404);
  });

  it('says beside the record what the sign-in has, and in what it differs', async () => {
    const house = newHouse();
    const differing = async (account: { roles: readonly string[]; enabled?: boolean } | undefined) => {
      const find = async () => (account === undefined ? undefined : { person: 'person-1', enabled: true, ...account });
      house.accounts.find = find;
      return (await read(house, '/people/person-1')).body.differences;
    };
    await post(house, '/people', ANA);
    expect(await differing({ roles: ['witness'] })).toEqual([]);
    expect(await differing({ roles: [] })).toEqual(['role-missing']);
    expect(await differing({ roles: ['witness', 'administrator'] })).toEqual(['role-by-hand']);
    expect(await differing({ roles: ['coordinator'], enabled: false })).toEqual([
      'role-by-hand',
      'role-missing',
      'kept-out-by-hand',
    ]);
    expect(await differing(undefined)).toEqual(['no-account']);
    await post(house, '/people/person-1/suspension', { reason });
    expect(await differing({ roles: ['witness'] })).toEqual(['signs-in-although-suspended']);
    expect(await differing({ roles: ['witness'], enabled: false })).toEqual([]);
  });

  it('lists everybody once, those on record first, page by page; who is not on record is said to be not', async () => {
    const house = newHouse();
    for (const email of ['a@veedor.example', 'b@veedor.example', 'c@veedor.example']) {
      await post(house, '/people', { ...ANA, email });
      house.clock.move(1_000);
    }
    const found: any[] = [];
    let next: string | undefined = '/people?limit=2';
    while (next !== undefined) {
      const { body, headers }: { body: any; headers: any } = await read(house, next);
      expect(body.items.length).toBeLessThanOrEqual(2);
      found.push(...body.items);
      next = /<([^>]+)>/.exec(headers.link ?? '')?.[1];
    }
    const persons = found.map(({ person }) => person);
    expect(persons.slice(0, 3)).toEqual(['person-3', 'person-2', 'person-1']);
    expect(new Set(persons).size).toBe(persons.length);
    const unknown = found.filter(({ differences }) => differences.includes('not-on-record'));
    expect(unknown.map(({ person }) => person)).toEqual(persons.slice(3));
    expect(unknown.find(({ person }) => person === KEEPER)).toEqual({
      person: KEEPER,
      signIn: { roles: ['administrator'], enabled: true },
      differences: ['not-on-record'],
    });
    for (const cursor of ['x', 'record.x', 'accounts.x']) {
      expect(problem(await house.get(KEEPER, `/people?cursor=${cursor}`))).toBe('/problems/cursor-invalid');
    }
  });
});
