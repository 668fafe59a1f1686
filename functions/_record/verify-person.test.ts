import { describe, expect, it } from 'vitest';
import { posting } from '../../test/support/exchanges.ts';
import { newHouse } from '../../test/support/house.ts';
import { addition } from '../../test/support/roster.ts';
import type { PeopleStore, RawItem, RosterStore } from '../_ports/ports.ts';
import { verifyPerson, verifyRosterEntry } from './verify-person.ts';

const kept = async (): Promise<RosterStore> => {
  const house = newHouse();
  const post = (path: string, body: object) =>
    house.send(posting({ person: 'administrator-1', path, body, idempotencyKey: path }));
  await post('/roster', addition('witness-1'));
  await post('/roster/witness-1/accreditations/accreditation-1/suspension', { reason: 'A complaint.' });
  await post('/roster/witness-1/correction', { name: 'Ana Otra' });
  return house.roster;
};

type Change = (item: RawItem) => RawItem | undefined;

/** The same store after another hand was at its items. */
const tampered = (store: RosterStore, change: Change): RosterStore => ({
  ...store,
  rawItems: async (request) => {
    const { items, ...page } = await store.rawItems(request);
    return { items: items.flatMap((item) => change(item) ?? []), ...page };
  },
  rawReceipts: async (commands) => (await store.rawReceipts(commands)).flatMap((item) => change(item) ?? []),
});

const setting =
  (sk: string, attributes: Record<string, string | number>): Change =>
  (item) =>
    item.sk === sk ? { ...item, attributes: { ...item.attributes, ...attributes } } : item;
const without =
  (sk: string): Change =>
  (item) =>
    item.sk === sk ? undefined : item;

describe('an entry of the roster', () => {
  it('verifies as it was written', async () => {
    expect(await verifyRosterEntry(await kept(), 'witness-1')).toMatchObject({
      verified: true,
      case: 'roster:witness-1',
      events: 4,
    });
  });

  it('that nobody wrote is none', async () => {
    expect(await verifyRosterEntry(await kept(), 'witness-2')).toMatchObject({ verified: false, flaw: 'no-case' });
  });

  it.each<[string, Change, number]>([
    ['unreadable', setting('EVENT#000000002', { record: '{}' }), 2],
    ['out-of-place', without('EVENT#000000002'), 2],
    ['content-altered', setting('CONTENT#000000001', { body: '{"name":"Eva"}' }), 1],
    ['content-missing', without('CONTENT#000000003'), 3],
    ['head-wrong', setting('HEAD', { state: '{}' }), 4],
    ['head-wrong', setting('HEAD', { openedAt: '2020-01-01T00:00:00.000Z' }), 4],
    ['receipt-wrong', setting('RECEIPT', { requestHash: 'f'.repeat(64) }), 1],
    ['receipt-wrong', without('RECEIPT'), 1],
    ['foreign', (item) => (item.sk === 'HEAD' ? { ...item, sk: 'HEAP' } : item), 4],
  ])('with something %s does not', async (flaw, change, firstBad) => {
    const found = await verifyRosterEntry(tampered(await kept(), change), 'witness-1');
    const expected = flaw === 'foreign' ? 'head-wrong' : flaw;
    expect(found).toMatchObject({ verified: false, flaw: expected, firstBad });
  });

  it('with another event in it, or its last one altered, does not', async () => {
    const rewritten: Change = ({ attributes, ...item }) => ({
      ...item,
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([name, value]) => [
          name,
          name === 'record' ? String(value).replace('"role":"administrator"', '"role":"coordinator"') : value,
        ]),
      ),
    });
    expect(await verifyRosterEntry(tampered(await kept(), rewritten), 'witness-1')).toMatchObject({
      flaw: 'altered',
      firstBad: 1,
    });
  });
});

describe('the record of somebody who may sign in', () => {
  const admitted = async (): Promise<PeopleStore> => {
    const house = newHouse();
    const post = (path: string, body: object) =>
      house.send(posting({ person: 'administrator-1', path, body, idempotencyKey: path }));
    await post('/people', { email: 'ana@veedor.example', roles: ['witness'], reason: 'Asked for.' });
    await post('/people/person-1/roles', { role: 'auditor', reason: 'Both.' });
    return house.people;
  };

  it('verifies as it was written, and is none of anybody else', async () => {
    expect(await verifyPerson(await admitted(), 'person-1')).toMatchObject({
      verified: true,
      case: 'person:person-1',
      events: 2,
    });
    expect(await verifyPerson(await admitted(), 'person-2')).toMatchObject({ verified: false, flaw: 'no-case' });
  });

  it.each<[string, (item: RawItem) => RawItem]>([
    ['altered', (item) => rewriting(item, 'record', ['"role":"auditor"', '"role":"administrator"'])],
    ['content-altered', (item) => rewriting(item, 'body', ['Both.', 'Nobody asked.'])],
    ['head-wrong', (item) => rewriting(item, 'state', ['"auditor"', '"administrator"'])],
  ])('in which another hand made somebody an administrator does not: %s', async (flaw, change) => {
    const store = await admitted();
    const tamperedWith = {
      ...store,
      rawItems: async (request: Parameters<PeopleStore['rawItems']>[0]) => {
        const { items, ...page } = await store.rawItems(request);
        return { items: items.map(change), ...page };
      },
    };
    expect(await verifyPerson(tamperedWith, 'person-1')).toMatchObject({ verified: false, flaw, firstBad: 2 });
  });
});

const rewriting = (item: RawItem, name: string, [from, to]: readonly [string, string]): RawItem => {
  const text = item.attributes[name];
  if (typeof text !== 'string') return item;
  return { ...item, attributes: { ...item.attributes, [name]: text.replace(from, to) } };
};
