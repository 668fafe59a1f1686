import { describe, expect, it } from 'vitest';
import { caseIn, opened } from '../test/support/cast.ts';
import { given } from '../test/support/specification.ts';
import { drafted, escalated, filed, scheduled } from '../test/support/watch-facts.ts';
import type { EntryWithContent } from './case.ts';
import { createdBy, evolve, NO_CASE } from './case.ts';
import { headSchema } from './state.ts';

describe('the state of a case', () => {
  it('begins with its opening, and with nothing else', () => {
    const [, imported] = given(...opened('integrity-pact')).file.entries;
    expect(() => evolve(NO_CASE, imported as EntryWithContent)).toThrow('begins with its opening');
  });

  it('is left as it was by the fold', () => {
    const { state, entries } = given(...caseIn('integrity-pact', 'award-review')).file;
    const frozen = JSON.stringify([state.head, [...state.subjects]]);
    const last = entries.at(-1);
    if (last !== undefined) evolve(state, { ...last, ...filed('observation-1', { severity: 'grave' }) });
    expect(JSON.stringify([state.head, [...state.subjects]])).toBe(frozen);
  });

  it('survives being stored as JSON', () => {
    const { head } = given(...caseIn('oversight-committee', 'award-review'));
    expect(headSchema.parse(JSON.parse(JSON.stringify(head)))).toEqual(head);
  });
});

describe('what a fact brings into being', () => {
  it.each([
    ['bidder-3', { type: 'bidder.registered.v1', data: { bidder: 'bidder-3', source: 'by-hand' } }],
    ['act-1', scheduled('act-1')],
    ['observation-1', filed('observation-1')],
    ['amendment-1', { type: 'contract.amended.v1', data: { amendment: 'amendment-1', amendedAt: '' } }],
    ['visit-1', { type: 'site-visit.planned.v1', data: { visit: 'visit-1', plannedAt: '' } }],
    ['escalation-1', escalated('escalation-1', ['observation-1'])],
    ['report-1', drafted('report-1', 'award-review')],
    [undefined, { type: 'member.accepted.v1', data: { person: 'witness-1' } }],
  ] as const)('is named: %s', (id, fact) => {
    expect(createdBy(fact as never)).toBe(id);
  });
});
