import { describe, expect, it } from 'vitest';
import { CONTRACT_ACTS } from './calendar.ts';
import { offered } from './offered.ts';
import { PACT_ACTS } from './pact.ts';

const may = Object.keys(PACT_ACTS);
const to = (on: 'bidder' | 'breach', thing: object) =>
  offered(PACT_ACTS, { roles: [], may }, { on, thing: { roles: [], speaksFor: ['bidder-2'], ...thing } });

describe('what somebody is offered', () => {
  it('is the signature of the bidder for whom they speak, and of no other; a coordinator can record any refusal', () => {
    expect(to('bidder', { bidder: 'bidder-2', signature: 'awaited' })).toEqual([
      'sign-pact-for-bidder',
      'refuse-pact-for-bidder',
    ]);
    expect(to('bidder', { bidder: 'bidder-3', signature: 'awaited' })).toEqual([]);
    const coordinator = { roles: ['coordinator'], speaksFor: [], bidder: 'bidder-3', signature: 'awaited' };
    expect(to('bidder', coordinator)).toEqual(['refuse-pact-for-bidder']);
  });

  it('is the answer to a breach of which they are told that it is theirs', () => {
    expect(to('breach', { accused: 'bidder', bidder: 'bidder-2' })).toContain('answer-pact-breach');
    expect(to('breach', { accused: 'bidder', bidder: 'bidder-3' })).not.toContain('answer-pact-breach');
    expect(to('breach', {})).not.toContain('answer-pact-breach');
  });

  it('is an award in its stage, and after it only where a committee was dissolved', () => {
    const awards = (thing: object) =>
      offered(
        CONTRACT_ACTS,
        { roles: [], may: ['record-award'] },
        { on: 'case', part: 'contract', thing: { ...thing } },
      );
    expect(awards({ stage: 'award-review' })).toEqual(['record-award']);
    expect(awards({ stage: 'closed' })).toEqual([]);
    expect(awards({ stage: 'closed', committee: { dissolved: 'agreement' } })).toEqual(['record-award']);
  });
});
