import { describe, expect, it } from 'vitest';
import { caseIn, day, ended } from '../../test/support/cast.ts';
import { readOne, release } from '../../test/support/ocds.ts';
import { given } from '../../test/support/specification.ts';
import { awarded, CONTRACT_SIGNED } from '../../test/support/watch-facts.ts';
import { hintsOf } from './hints.ts';

const review = given(...caseIn('integrity-pact', 'award-review'));
const told = (fields: Readonly<Record<string, unknown>>) => readOne(release(fields)).process;
const CANCELLED = told({ tender: { id: 'T', status: 'cancelled' } });
const AWARDED = told({
  parties: [{ id: 'S', name: 'Grúas Andinas', roles: ['supplier'] }],
  awards: [{ id: 'A', status: 'active', date: day(0), suppliers: [{ id: 'S', name: 'Grúas Andinas' }] }],
});
const contract = (id: string, differing: object) => ({ id, awardID: 'A', status: 'active', ...differing });
const SIGNED = told({ contracts: [contract('C-1', {}), contract('C-2', { dateSigned: day(1) })] });

describe('what official data hint at', () => {
  it('is the end of the process, until it is recorded', () => {
    expect(hintsOf(CANCELLED, review.head)).toEqual([{ hint: 'process-ended', operation: 'end-process' }]);
    expect(hintsOf(CANCELLED, review.and(ended('award-review')).head)).toEqual([]);
  });

  it('is the award, until it is recorded', () => {
    expect(hintsOf(AWARDED, review.head)).toEqual([{ hint: 'award-published', operation: 'record-award' }]);
    expect(hintsOf(AWARDED, review.and(awarded()).head)).toEqual([]);
  });

  it('is the signature of the contract, until it is recorded', () => {
    const hint = { hint: 'contract-published', operation: 'record-contract-signature' };
    expect(hintsOf(SIGNED, review.head)).toEqual([hint]);
    expect(hintsOf(SIGNED, review.and(awarded(), CONTRACT_SIGNED).head)).toEqual([]);
    expect(hintsOf(told({ contracts: [contract('C-1', {})] }), review.head)).toEqual([]);
  });

  it('is nothing where the data tell nothing', () => {
    expect(hintsOf(told({}), review.head)).toEqual([]);
  });
});
