import { describe, expect, it } from 'vitest';
import { readOne, release } from '../../test/support/ocds.ts';

const PARTIES = [
  { id: 'P-1', name: 'Obras Colibrí', roles: ['tenderer'] },
  { id: 'P-2', name: 'Obras Maguey', roles: ['tenderer'] },
];
const COLIBRI = { name: 'Obras Colibrí', identifier: { id: 'P-1' } };
const MAGUEY = { name: 'Obras Maguey', identifier: { id: 'P-2' } };

const reading = (details: unknown) => {
  const { process, problems } = readOne(release({ parties: PARTIES, bids: { details } }));
  return { bids: process.bids, problems };
};

describe('a bid', () => {
  it('holds who bid, when, for how much, and what became of it', () => {
    const details = [
      {
        id: 5,
        status: 'disqualified',
        date: '2026-04-09T12:00:00-06:00',
        value: { amount: 10.5, currency: 'MXN' },
        tenderers: [{ id: 'P-1' }, { id: 'P-1' }, { id: 'P-2' }],
      },
    ];
    expect(reading(details)).toEqual({
      bids: [
        {
          id: '5',
          status: 'disqualified',
          receivedAt: '2026-04-09T18:00:00.000Z',
          value: { amount: 10.5, currency: 'MXN' },
          tenderers: [COLIBRI, MAGUEY],
        },
      ],
      problems: [],
    });
  });

  it.each([
    ['valid', 'valid', []],
    ['Valid', 'valid', ['code-irregular /bids/details/0/status']],
    ['qualified', 'valid', ['code-irregular /bids/details/0/status']],
    ['won', undefined, ['code-unknown /bids/details/0/status']],
    ['', undefined, []],
    [7, undefined, ['wrong-type /bids/details/0/status']],
  ])('of status %j is %j', (status, read, problems) => {
    const found = reading([{ id: 'B-1', status }]);
    expect(found.bids?.[0]?.status).toBe(read);
    expect(found.problems).toEqual(problems);
  });

  it('that stands twice is one, with the tenderers of both', () => {
    const details = [
      { id: 'B-1', tenderers: [{ id: 'P-1' }] },
      { id: 'B-1', status: 'valid', tenderers: [{ id: 'P-2' }] },
    ];
    expect(reading(details)).toEqual({
      bids: [{ id: 'B-1', status: 'valid', tenderers: [COLIBRI, MAGUEY] }],
      problems: ['duplicate-id /bids/details/1'],
    });
  });

  it('whose amount is negative, or without a currency, has no value', () => {
    expect(reading([{ id: 'B-1', value: { amount: -5, currency: 'MXN' } }])).toMatchObject({
      bids: [{ id: 'B-1', tenderers: [] }],
      problems: ['amount-negative /bids/details/0/value/amount'],
    });
    expect(reading([{ id: 'B-1', value: { amount: 5 } }]).problems).toEqual(['currency-missing /bids/details/0/value']);
  });
});

describe('a publisher who tells of no bids', () => {
  it('is told apart from one who says that there were none', () => {
    expect(readOne(release({})).process).not.toHaveProperty('bids');
    expect(readOne(release({ bids: {} })).process).not.toHaveProperty('bids');
    expect(readOne(release({ bids: { statistics: [] } })).process).not.toHaveProperty('bids');
    expect(reading([])).toEqual({ bids: [], problems: [] });
  });

  it('is heard where it writes something else', () => {
    expect(readOne(release({ bids: [] }))).toMatchObject({ problems: ['wrong-type /bids'] });
    expect(reading('none')).toEqual({ bids: undefined, problems: ['wrong-type /bids/details'] });
  });

  it('is not believed to tell of all where some of it cannot be read', () => {
    const { process } = readOne(release({ bids: { details: [{ id: 'B-1' }, 'B-2', null] } }));
    expect(process).toMatchObject({ bids: [{ id: 'B-1' }], bidsLeftOut: 2 });
  });
});

describe('what was awarded', () => {
  it('is told by the first two digits of its code, each kind once', () => {
    const items = ['43211500', '43220000', '72101500', 'x', '7'].map((id, index) => ({
      id: `${index}`,
      classification: { scheme: 'UNSPSC', id },
    }));
    const { process } = readOne(
      release({
        awards: [
          { id: 'A-1', items },
          { id: 'A-2', items: [{ id: '1' }] },
        ],
      }),
    );
    expect(process.awards).toEqual([
      {
        id: 'A-1',
        suppliers: [],
        classes: [
          { scheme: 'UNSPSC', digits: '43' },
          { scheme: 'UNSPSC', digits: '72' },
        ],
      },
      { id: 'A-2', suppliers: [] },
    ]);
  });
});
