import { describe, expect, it } from 'vitest';
import { toCloudEvent } from '../../events/cloud-event.ts';
import { posting } from '../../test/support/exchanges.ts';
import { type House, newHouse } from '../../test/support/house.ts';
import { addition } from '../../test/support/roster.ts';
import type { BusEvent } from '../_record/announced.ts';
import { keepPeople } from './keep-people.ts';

const PERSON = 'person-1';
const reason = 'Asked for by the coordination.';

const act = async (house: House, path: string, body: object) => {
  const sent = await house.send(
    posting({
      person: 'administrator-1',
      path,
      body: { ...body, reason },
      idempotencyKey: JSON.stringify([path, body]),
    }),
  );
  if (sent.status > 201) throw new Error(sent.text);
};

const eventsOf = async (house: House): Promise<readonly BusEvent[]> =>
  (await house.people.entries({ person: PERSON, after: 0, limit: 99 })).items.map(
    (entry) => ({ detail: toCloudEvent(entry) }) as unknown as BusEvent,
  );

/** Somebody who was made a witness and an auditor, is a witness no more, and was kept out and let in again. */
const withHistory = async (): Promise<House> => {
  const house = newHouse();
  await act(house, '/people', { email: 'ana@veedor.example', roles: ['witness'] });
  await act(house, `/people/${PERSON}/roles`, { role: 'auditor' });
  await act(house, `/people/${PERSON}/suspension`, {});
  await act(house, `/people/${PERSON}/roles/removal`, { role: 'witness' });
  await act(house, `/people/${PERSON}/restoration`, {});
  return house;
};

const HERS = { person: PERSON, email: 'ana@veedor.example' };
const AS_RECORDED = { ...HERS, roles: ['auditor'], enabled: true };

describe('the sign-in', () => {
  it('follows the record, in whatever order and however often it is told', async () => {
    const house = await withHistory();
    const events = await eventsOf(house);
    for (const event of [...events.toReversed(), ...events, ...events]) {
      await keepPeople(house)(event);
      expect(await house.accounts.find(PERSON)).toEqual(AS_RECORDED);
    }
  });

  it('keeps out whoever is suspended, and lets them in again in the roles of now', async () => {
    const house = newHouse();
    await act(house, '/people', { email: 'ana@veedor.example', roles: ['witness'] });
    await act(house, `/people/${PERSON}/suspension`, {});
    for (const event of await eventsOf(house)) await keepPeople(house)(event);
    expect(await house.accounts.find(PERSON)).toEqual({ ...HERS, roles: ['witness'], enabled: false });
    await act(house, `/people/${PERSON}/restoration`, {});
    for (const event of await eventsOf(house)) await keepPeople(house)(event);
    expect(await house.accounts.find(PERSON)).toEqual({ ...HERS, roles: ['witness'], enabled: true });
  });

  it('takes what was given by hand with the next that is recorded', async () => {
    const house = await withHistory();
    house.accounts.put({ ...HERS, roles: ['administrator', 'friends'], enabled: false });
    const [event] = await eventsOf(house);
    await keepPeople(house)(event as BusEvent);
    expect(await house.accounts.find(PERSON)).toEqual(AS_RECORDED);
  });

  it('that failed in the middle goes on when it is told again, and never had more than the record', async () => {
    const house = await withHistory();
    house.accounts.put({ ...HERS, roles: ['witness'], enabled: true });
    const down = { ...house.accounts, giveRole: () => Promise.reject(new Error('the pool is down')) };
    const [event] = await eventsOf(house);
    await expect(keepPeople({ ...house, accounts: down })(event as BusEvent)).rejects.toThrow('the pool is down');
    expect(await house.accounts.find(PERSON)).toEqual({ ...HERS, roles: [], enabled: true });
    await keepPeople(house)(event as BusEvent);
    expect(await house.accounts.find(PERSON)).toEqual(AS_RECORDED);
  });

  it('does not keep what a slow run wrote of a record that had moved on meanwhile', async () => {
    const house = newHouse();
    await act(house, '/people', { email: 'ana@veedor.example', roles: ['witness'] });
    const [first] = await eventsOf(house);
    const slow = {
      ...house.accounts,
      giveRole: async (...given: Parameters<House['accounts']['giveRole']>) => {
        if (given[1] === 'witness' && (await house.people.read({ person: PERSON })).head?.version === 1) {
          await act(house, `/people/${PERSON}/roles`, { role: 'auditor' });
          await act(house, `/people/${PERSON}/roles/removal`, { role: 'witness' });
          for (const event of await eventsOf(house)) await keepPeople(house)(event);
        }
        await house.accounts.giveRole(...given);
      },
    };
    await keepPeople({ ...house, accounts: slow })(first as BusEvent);
    expect(await house.accounts.find(PERSON)).toEqual(AS_RECORDED);
  });

  it('brings nobody back who was taken out of it by hand', async () => {
    const house = await withHistory();
    const [event] = await eventsOf(house);
    await keepPeople({ ...house, accounts: { ...house.accounts, find: async () => undefined } })(event as BusEvent);
    expect(await house.accounts.find(PERSON)).toEqual({ ...HERS, roles: [], enabled: true });
  });

  it('is told of nothing else', async () => {
    const house = newHouse();
    await house.send(
      posting({ person: 'administrator-1', path: '/roster', body: addition('witness-1'), idempotencyKey: 'r' }),
    );
    const [entry] = (await house.roster.entries({ person: 'witness-1', after: 0, limit: 1 })).items;
    if (entry === undefined) throw new Error('Nobody was enrolled.');
    const event = { detail: toCloudEvent(entry) } as unknown as BusEvent;
    await expect(keepPeople(house)(event)).rejects.toThrow('nobody who may sign in');
  });
});
