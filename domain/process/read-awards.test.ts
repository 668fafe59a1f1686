import { describe, expect, it } from 'vitest';
import { readOne, release } from '../../test/support/ocds.ts';
import { endingOf } from './read-process.ts';

const PARTIES = [
  { id: 'P-1', name: 'Obras Colibrí', roles: ['tenderer', 'supplier'] },
  { id: 'P-2', name: 'Obras Maguey', roles: ['tenderer', 'supplier'] },
];
const COLIBRI = { name: 'Obras Colibrí', identifier: { id: 'P-1' } };
const MAGUEY = { name: 'Obras Maguey', identifier: { id: 'P-2' } };

describe('an award', () => {
  it('holds what was decided, when, for how much and to whom', () => {
    const awards = [
      {
        id: 'A-1',
        status: 'active',
        date: '2026-04-09T12:00:00-06:00',
        value: { amount: 10.5, currency: 'MXN' },
        suppliers: [{ id: 'P-1' }, { id: 'P-1', name: 'Obras Colibrí' }],
      },
    ];
    const { process, problems } = readOne(release({ parties: PARTIES, awards }));
    expect(process.awards).toEqual([
      {
        id: 'A-1',
        status: 'active',
        decidedAt: '2026-04-09T18:00:00.000Z',
        value: { amount: 10.5, currency: 'MXN' },
        suppliers: [COLIBRI],
      },
    ]);
    expect(problems).toEqual([]);
  });

  it('that stands twice is one, with the suppliers of both', () => {
    const awards = [
      { id: 'A-1', suppliers: [{ id: 'P-1' }] },
      { id: 'A-1', status: 'active', suppliers: [{ id: 'P-2' }] },
    ];
    const { process, problems } = readOne(release({ parties: PARTIES, awards }));
    expect(process.awards).toEqual([{ id: 'A-1', status: 'active', suppliers: [COLIBRI, MAGUEY] }]);
    expect(problems).toEqual(['duplicate-id /awards/1']);
  });

  it('without an id is used under a number of its own', () => {
    const { process, problems } = readOne(release({ awards: [{ id: 7 }, { status: 'pending' }] }));
    expect(process.awards.map(({ id }) => id)).toEqual(['7', 'without-id-2']);
    expect(problems).toEqual(['id-missing /awards/1']);
  });

  it('alone where a list belongs is read as a list of one', () => {
    const { process, problems } = readOne(release({ awards: { id: 'A-1' } }));
    expect(process.awards).toEqual([{ id: 'A-1', suppliers: [] }]);
    expect(problems).toEqual(['not-a-list /awards']);
  });

  it.each([['none'], [5], [true]])('that is no list is not used: %j', (awards) => {
    expect(readOne(release({ awards }))).toMatchObject({ process: { awards: [] }, problems: ['wrong-type /awards'] });
  });
});

describe('a contract', () => {
  const contract = (fields: object) => readOne(release({ contracts: [{ id: 'C-1', ...fields }] }));

  it('holds its award, its signature, its period and its value', () => {
    const { process, problems } = readOne(
      release({
        awards: [{ id: 5 }],
        contracts: [
          {
            id: 'C-1',
            awardID: 5,
            status: 'terminated',
            dateSigned: '2026-04-24T00:00:00Z',
            period: { startDate: '2026-05-01T00:00:00Z', endDate: '2026-12-01T00:00:00Z' },
            value: { amount: 1, currency: 'MXN' },
          },
        ],
      }),
    );
    expect(process.contracts).toEqual([
      {
        id: 'C-1',
        awardId: '5',
        status: 'terminated',
        signedAt: '2026-04-24T00:00:00.000Z',
        periodStartAt: '2026-05-01T00:00:00.000Z',
        periodEndAt: '2026-12-01T00:00:00.000Z',
        value: { amount: 1, currency: 'MXN' },
        amendments: 0,
      },
    ]);
    expect(problems).toEqual([]);
  });

  it('counts its amendments as entries', () => {
    expect(contract({ amendments: [{ id: '1' }, { id: '1' }] }).process.contracts[0]?.amendments).toBe(2);
  });

  it('counts the single amendment of OCDS 1.0', () => {
    expect(contract({ amendment: { date: '2026-01-01T00:00:00Z' } }).process.contracts[0]?.amendments).toBe(1);
  });

  it('counts amendments in the field of the Mexican publishers, and lists it', () => {
    const { process, problems } = contract({ contractAmendments: [{}, {}, {}] });
    expect(process.contracts[0]?.amendments).toBe(3);
    expect(problems).toEqual(['field-not-standard /contracts/0/contractAmendments']);
  });

  it('of an award that is not there is listed', () => {
    const { process, problems } = readOne(
      release({ awards: [{ id: 'A-1' }], contracts: [{ id: 'C-1', awardID: 'A-2' }] }),
    );
    expect(process.contracts[0]?.awardId).toBe('A-2');
    expect(problems).toEqual(['award-unlisted /contracts/0/awardID']);
  });

  it('that stands twice is one', () => {
    const contracts = [
      { id: 'C-1', status: 'active' },
      { id: 'C-1', status: 'pending', amendments: [{}] },
    ];
    const { process, problems } = readOne(release({ contracts }));
    expect(process.contracts).toEqual([{ id: 'C-1', status: 'active', amendments: 1 }]);
    expect(problems).toEqual(['duplicate-id /contracts/1']);
  });
});

describe('the documents', () => {
  it('are counted by section', () => {
    const documents = (count: number) => Array.from({ length: count }, (_none, index) => ({ id: String(index) }));
    const { process, problems } = readOne(
      release({
        planning: { documents: documents(1) },
        tender: { documents: [...documents(2), 'not a document'] },
        awards: [{ id: '1', documents: documents(3) }],
        contracts: [
          { id: '1', documents: documents(2), implementation: { documents: documents(1) } },
          { id: '2', documents: documents(2), implementation: { documents: documents(4) } },
        ],
      }),
    );
    expect(process.documents).toEqual({ planning: 1, tender: 2, awards: 3, contracts: 4, implementation: 5 });
    expect(problems).toEqual(['wrong-type /tender/documents/2']);
  });
});

describe('the ending of a process', () => {
  it.each([
    ['cancelled', 'cancelled'],
    ['unsuccessful', 'deserted'],
    ['withdrawn', 'annulled'],
  ])('by a tender that is %s is: %s', (status, ended) => {
    expect(readOne(release({ tender: { status } })).process.ended).toBe(ended);
  });

  it.each(['planning', 'planned', 'active', 'complete', undefined] as const)(
    'has not come while it is %s',
    (status) => {
      expect(endingOf(status)).toBeUndefined();
      expect(readOne(release({ tender: { status } })).process).not.toHaveProperty('ended');
    },
  );
});
