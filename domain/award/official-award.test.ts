import { describe, expect, it } from 'vitest';
import { day } from '../../test/support/cast.ts';
import { readOne, release } from '../../test/support/ocds.ts';
import type { CaseParty } from '../interests/parties.ts';
import { AMOUNT_MAX } from '../shapes.ts';
import { officialAward } from './official-award.ts';

const ONE = { id: 'T-1', name: 'Puentes del Colibrí' };
const TWO = { id: 'T-2', name: 'Tres Magueyes' };
const OTHER = { id: 'S-1', name: 'Grúas Andinas' };
const PARTIES: readonly CaseParty[] = [
  { party: 'buyer', name: 'Grúas Andinas' },
  { party: 'supplier-1', name: 'Puentes del Colibrí' },
  { party: 'bidder-1', name: 'PUENTES DEL COLIBRI, S.A. de C.V.' },
  { party: 'bidder-2', name: 'Tres Magueyes' },
];

const award = (id: string, differing: object = {}) => ({
  id,
  status: 'active',
  date: day(5),
  suppliers: [ONE],
  value: { amount: 100, currency: 'MXN' },
  ...differing,
});
const ruled = (...awards: readonly object[]) => {
  const parties = [ONE, TWO, OTHER].map((party) => ({ ...party, roles: ['supplier'] }));
  return officialAward(readOne(release({ parties, awards })).process, PARTIES);
};
const RULED = {
  decision: 'awarded',
  decidedAt: day(5),
  suppliers: ['bidder-1'],
  value: { amount: 100, currency: 'MXN' },
};

describe('the ruling that official data tell', () => {
  it('is an award that is active, or that has suppliers and tells no status', () => {
    expect(ruled(award('1'))).toEqual(RULED);
    expect(ruled(award('1', { status: undefined }))).toEqual(RULED);
  });

  it.each([
    ['there is none', []],
    ['it is pending', [award('1', { status: 'pending' })]],
    ['it names nobody and tells no status', [award('1', { status: undefined, suppliers: [] })]],
    ['it tells no date', [award('1', { date: undefined })]],
  ])('is not told where %s', (_, awards) => {
    expect(ruled(...awards)).toBeUndefined();
  });

  it('is not told where there are no data', () => {
    expect(officialAward(undefined, PARTIES)).toBeUndefined();
  });

  it.each(['unsuccessful', 'cancelled'])('is that there is none, where all that were are %s', (status) => {
    const none = award('1', { status });
    expect(ruled(none, award('2', { status: 'pending', date: day(9) }))).toEqual({
      decision: 'none',
      decidedAt: day(5),
      suppliers: [],
    });
    expect(ruled(none, award('2', { date: day(4) }))).toEqual({ ...RULED, decidedAt: day(4) });
  });

  it('is made by the last of several, for all that they name: each bidder once, and no one else', () => {
    const lots = [
      award('1', { date: day(7), suppliers: [ONE, OTHER] }),
      award('2', { suppliers: [TWO] }),
      award('3', { suppliers: [ONE] }),
    ];
    expect(ruled(...lots)).toEqual({
      decision: 'awarded',
      decidedAt: day(7),
      suppliers: ['bidder-1', 'bidder-2'],
      value: { amount: 300, currency: 'MXN' },
    });
    expect(ruled(award('1', { suppliers: [OTHER] }))).toEqual({ ...RULED, suppliers: [] });
  });

  it('is worth the sum of its awards in cents, where all tell theirs, in one currency, and it can be', () => {
    const worth = (...amounts: readonly (object | undefined)[]) =>
      ruled(...amounts.map((value, index) => award(`${index}`, { value })))?.value;
    expect(worth({ amount: 0.1, currency: 'MXN' }, { amount: 0.2, currency: 'MXN' })).toEqual({
      amount: 0.3,
      currency: 'MXN',
    });
    expect(worth({ amount: 1, currency: 'MXN' }, { amount: 1, currency: 'USD' })).toBeUndefined();
    expect(worth({ amount: 1, currency: 'MXN' }, undefined)).toBeUndefined();
    expect(worth(undefined)).toBeUndefined();
    expect(ruled(award('1', { value: undefined }))).not.toHaveProperty('value');
    const most = { amount: AMOUNT_MAX, currency: 'MXN' };
    expect(worth(most)).toEqual(most);
    expect(worth(most, { amount: 1, currency: 'MXN' })).toBeUndefined();
  });
});
