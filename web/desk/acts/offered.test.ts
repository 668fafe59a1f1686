import { describe, expect, it } from 'vitest';
import { CONTRACT_ACTS } from './calendar.ts';
import { OBSERVATIONS } from './observations.ts';
import { offered } from './offered.ts';
import { COMMITTEE_ACTS, PACT_ACTS } from './pact.ts';
import { DRAW_ACTS } from './team.ts';

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

  it('is to propose that a restricted observation be opened to its author alone, while the author is in the team', () => {
    const proposes = (thing: object) =>
      offered(
        OBSERVATIONS,
        { roles: [], may: ['propose-release'] },
        {
          on: 'observation',
          thing: { seal: 'restricted', state: { by: 'witness-1' }, inOffice: ['witness-1', 'witness-2'], ...thing },
        },
      );
    expect(proposes({ me: 'witness-1' })).toEqual(['propose-release']);
    expect(proposes({ me: 'witness-2' })).toEqual([]);
    expect(proposes({ me: 'witness-2', inOffice: ['witness-2'] })).toEqual(['propose-release']);
    const proposed = { by: 'witness-1', releaseProposedBy: 'witness-1' };
    expect(proposes({ me: 'witness-1', state: proposed })).toEqual([]);
  });

  it('is to record the value of a draw once its hour may have come', () => {
    const records = (publishedAfter: string) =>
      offered(
        DRAW_ACTS,
        { roles: [], may: ['record-beacon-value'] },
        { on: 'draw', thing: { state: 'value-awaited', publishedAfter } },
      );
    expect(records('2026-01-01T00:00:00.000Z')).toEqual(['record-beacon-value']);
    expect(records('2999-01-01T00:00:00.000Z')).toEqual([]);
  });

  it('is the constitution of a committee until it is registered, and its extension from then on that it is there', () => {
    const committee = (thing: object) =>
      offered(
        COMMITTEE_ACTS,
        { roles: ['member'], may: ['constitute-committee', 'extend-committee'] },
        { on: 'case', part: 'committee', thing: { ...thing } },
      );
    expect(committee({})).toEqual(['constitute-committee']);
    expect(committee({ committee: { registered: false } })).toEqual(['constitute-committee', 'extend-committee']);
    expect(committee({ committee: { registered: true } })).toEqual(['extend-committee']);
  });

  it('is the dissolution of a committee in the way that is theirs, for no cause that the record denies', () => {
    const dissolves = (roles: readonly string[]) =>
      offered(
        COMMITTEE_ACTS,
        { roles, may: ['dissolve-committee'] },
        { on: 'case', part: 'committee', thing: { roles } },
      );
    expect(dissolves(['member'])).toEqual(['dissolve-own-committee']);
    expect(dissolves(['coordinator'])).toEqual(['dissolve-committee']);
    const causes = (act: 'dissolve-own-committee' | 'dissolve-committee', thing: object) => {
      const [{ of, offers }] = COMMITTEE_ACTS[act].asks;
      return of.filter((cause) => offers(cause, { ...thing }));
    };
    const complete = { committee: {}, requirements: [{ id: 'team-in-office', met: true }] };
    expect(causes('dissolve-own-committee', complete)).toEqual(['object-fulfilled', 'authority-order']);
    expect(causes('dissolve-committee', complete)).toEqual(['authority-order']);
    const over = { committee: { termEnded: true }, requirements: [{ id: 'team-in-office', met: false }] };
    expect(causes('dissolve-committee', over)).toEqual(['term-ended', 'members-lacking', 'authority-order']);
  });
});
