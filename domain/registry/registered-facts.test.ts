import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OCID, release, releasePackage } from '../../test/support/ocds.ts';
import { readRegistered } from './read-registered.ts';
import { AUTHORITY_UNKNOWN, authorityOf, type RegisteredFacts, registeredFacts, standsAt } from './registered-facts.ts';
import { registration } from './registration.ts';

const read = (document: unknown): RegisteredFacts => {
  const [first, ...others] = readRegistered(document).processes;
  if (first === undefined || others.length > 0) throw new Error('expected one process');
  return first.facts;
};

const at = (place: object, identifier: object = {}) =>
  read(release({ parties: [{ id: 'b', name: 'B', roles: ['buyer'], identifier, address: place }], buyer: { id: 'b' } }))
    .territory;

describe('the compact facts of a process', () => {
  it('are those that tell whether it should be watched', () => {
    const facts = read(
      release({
        parties: [
          { id: 'b', name: 'Buyer', identifier: { scheme: 'MX-RFC', id: 'BUY010101AA1' }, roles: ['buyer'] },
          { id: 'p', name: 'Works department', roles: ['procuringEntity'] },
        ],
        buyer: { id: 'b' },
        tender: {
          title: 'A bridge',
          status: 'complete',
          procuringEntity: { id: 'p' },
          mainProcurementCategory: 'works',
          procurementMethod: 'open',
          value: { amount: 100, currency: 'MXN' },
          tenderPeriod: { startDate: '2026-01-02T00:00:00Z', endDate: '2026-02-02T00:00:00Z' },
        },
        awards: [
          { id: '1', status: 'active', date: '2026-03-02T00:00:00Z', value: { amount: 40.5, currency: 'MXN' } },
          { id: '2', date: '2026-03-01T00:00:00Z', value: { amount: 50, currency: 'MXN' } },
          { id: '3', status: 'cancelled', date: '2026-02-20T00:00:00Z', value: { amount: 9, currency: 'MXN' } },
        ],
        contracts: [
          { id: '1', status: 'cancelled', dateSigned: '2026-03-03T00:00:00Z' },
          { id: '2', dateSigned: '2026-04-01T00:00:00Z', period: { endDate: '2026-12-01T00:00:00Z' } },
          { id: '3', dateSigned: '2026-03-20T00:00:00Z', period: { endDate: '2026-06-01T00:00:00Z' } },
        ],
      }),
    );
    expect(facts).toEqual({
      ocid: OCID,
      title: 'A bridge',
      buyer: { name: 'Buyer', scheme: 'MX-RFC', id: 'BUY010101AA1' },
      procuringEntity: { name: 'Works department', id: 'p' },
      territory: 'MX',
      category: 'works',
      method: 'open',
      tenderStatus: 'complete',
      value: { amount: 100, currency: 'MXN' },
      awardedValue: { amount: 90.5, currency: 'MXN' },
      tenderStartAt: '2026-01-02T00:00:00.000Z',
      tenderEndAt: '2026-02-02T00:00:00.000Z',
      awardedAt: '2026-03-01T00:00:00.000Z',
      contractSignedAt: '2026-03-20T00:00:00.000Z',
      contractEndAt: '2026-12-01T00:00:00.000Z',
      publishedAt: '2026-03-01T12:00:00.000Z',
    });
  });

  it('add up no awards in two currencies', () => {
    const award = (id: string, currency: string) => ({ id, value: { amount: 1, currency } });
    expect(read(release({ awards: [award('1', 'MXN'), award('2', 'USD')] })).awardedValue).toBeUndefined();
  });

  it.each([
    [{ countryName: 'México', region: 'Nuevo León' }, 'MX-NLE'],
    [{ countryName: 'mexico', region: 'COAHUILA DE ZARAGOZA' }, 'MX-COA'],
    [{ countryName: 'MX', region: 'nowhere' }, 'MX'],
    [{ countryName: 'República Dominicana' }, 'DO'],
    [{ countryName: 'COLOMBIA', region: 'Nariño' }, 'CO'],
    [{ countryName: 'HN', region: 'ND' }, 'HN'],
    [{ countryName: 'Reino Unido' }, 'GB'],
    [{ countryName: 'UK' }, 'GB'],
    [{ countryName: 'Atlantis', region: 'Nuevo León' }, undefined],
    [{ region: 'Nuevo León' }, undefined],
    [{ countryName: 7 }, undefined],
  ])('tell the territory of %j', (address, territory) => {
    expect(at(address)).toBe(territory);
  });

  it('tell the country of an identifier where there is no address, and none of a register of no country', () => {
    expect(at({}, { scheme: 'CO-RUE', id: '1' })).toBe('CO');
    expect(at({}, { scheme: 'XM-DAC', id: '1' })).toBeUndefined();
    expect(at({ region: 'Jalisco' }, { scheme: 'MX-RFC', id: '1' })).toBe('MX-JAL');
  });

  it('belong to a period by the first date that is known, and to none without one', () => {
    const days = (fields: object) => standsAt(read(release({ date: null, ...fields })));
    expect(days({ tender: { tenderPeriod: { endDate: '2026-02-02T00:00:00Z' } } })).toBe('2026-02-02T00:00:00.000Z');
    expect(days({ contracts: [{ id: '1', dateSigned: '2026-04-01T00:00:00Z' }] })).toBe('2026-04-01T00:00:00.000Z');
    expect(days({})).toBeUndefined();
  });
});

describe('the authority of a process', () => {
  it.each([
    [{ buyer: { name: 'B', scheme: 'S', id: '1' }, procuringEntity: { name: 'P', scheme: 'S', id: '2' } }, 'S:2'],
    [{ buyer: { name: 'B', scheme: 'S', id: '1' } }, 'S:1'],
    [{ buyer: { name: 'B', id: '1' } }, 'ocds-test00:1'],
    [{ buyer: { name: 'Secretaría  de SALUD' } }, 'name:secretariadesalud'],
    [{}, AUTHORITY_UNKNOWN],
  ])('of %j', (facts, key) => {
    expect(authorityOf({ ocid: OCID, ...facts }).authority).toBe(key);
  });
});

describe('what an import makes of a process that is registered', () => {
  const facts = (more: object = {}): RegisteredFacts => ({ ocid: OCID, ...more });
  const dated = (day: number, more: object = {}) => facts({ publishedAt: `2026-01-0${day}T00:00:00.000Z`, ...more });
  const works = { category: 'works' } as const;
  const open = { method: 'open' } as const;

  it.each([
    ['one that is new', undefined, facts(), true, ['imported', facts(), false]],
    ['the same', dated(1, works), dated(1, works), true, ['unchanged', dated(1, works), false]],
    ['a newer whole', dated(1, works), dated(2, open), true, ['updated', dated(2, open), false]],
    ['an older whole', dated(2, works), dated(1, open), true, ['unchanged', dated(2, works), true]],
    ['a whole without a date', dated(2, works), facts(open), true, ['unchanged', dated(2, works), true]],
    ['a newer release', dated(1, works), dated(2, open), false, ['updated', dated(2, { ...works, ...open }), false]],
    ['an older release', dated(2, works), dated(1, open), false, ['updated', dated(2, { ...works, ...open }), true]],
    [
      'an older release of no news',
      dated(2, works),
      dated(1, { category: 'goods' }),
      false,
      ['unchanged', dated(2, works), true],
    ],
    ['another at the same instant', dated(1, works), dated(1, open), true, ['updated', dated(1, open), false]],
  ] as const)('%s', (_, known, told, whole, [outcome, after, older]) => {
    expect(registration(known, { facts: told, whole })).toEqual({ outcome, facts: after, older });
  });
});

const scalar = fc.oneof(
  fc.constantFrom(
    null,
    '',
    ' ',
    'x',
    0,
    -1,
    1e300,
    true,
    '2026-02-30',
    '2026-03-01',
    '1.500',
    '12',
    'ocds-test00-0001',
    'MX',
  ),
  fc.string(),
);
const dirty = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        'ocid',
        'id',
        'date',
        'tag',
        'tender',
        'awards',
        'contracts',
        'parties',
        'buyer',
        'procuringEntity',
        'value',

        'amount',
        'currency',
        'records',
        'releases',
        'compiledRelease',
        'roles',
        'address',
        'countryName',
        'status',
        'tenderPeriod',
        'startDate',
        'endDate',
        'title',
        'name',
        'identifier',
        'scheme',
        'suppliers',
        'period',
      ),
      tie('node'),
      { maxKeys: 6 },
    ),
  ),
})).node;

describe('whatever a publisher writes', () => {
  it('is read without a throw, and loses no release: each has a process or a problem', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(OCID, 'ocds-b-2', null, 7), dirty), { maxLength: 4 }), (given) => {
        const releases = given.map(([ocid, fields]) => (typeof fields === 'object' ? { ...fields, ocid } : fields));
        const { processes, problems } = readRegistered(releasePackage(...releases));
        for (const { facts } of processes) expect(registeredFacts.parse(facts)).toEqual(facts);
        expect(processes.length + problems.length).toBeGreaterThan(0);
        const named = new Set(
          given.flatMap(([ocid, fields]) => (typeof fields === 'object' && typeof ocid === 'string' ? [ocid] : [])),
        );
        expect(new Set(processes.map(({ facts }) => facts.ocid))).toEqual(named);
      }),
      { numRuns: 150 },
    );
  });
});
