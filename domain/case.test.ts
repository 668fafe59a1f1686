import { describe, expect, it } from 'vitest';
import { COORDINATOR, caseIn, opened } from '../test/support/cast.ts';
import { given } from '../test/support/specification.ts';
import { asked, drafted, escalated, filed, scheduled } from '../test/support/watch-facts.ts';
import type { EntryWithContent } from './case.ts';
import { createdBy, decide, evolve, NO_CASE } from './case.ts';
import { record, type Situation } from './command.ts';
import { COMMANDS } from './commands.ts';
import { headSchema, subjectOf } from './state.ts';

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

describe('a decision', () => {
  const { head, file } = given(...caseIn('integrity-pact', 'appointment'));
  const deciding = (look: (situation: Situation) => unknown) =>
    decide(
      {
        name: 'propose-member',
        understood: {
          subjects: [],
          related: () => [],
          hashed: () => [],
          enrolled: () => [],
          decide: (situation) => {
            look(situation);
            return record();
          },
        },
      },
      { head, subjects: new Map() },
      { petitioner: COORDINATOR, now: file.now, digests: new Map([['a', 'b']]) },
    );

  it('looks at what its command asked for, and at nothing else', () => {
    expect(deciding(({ sha256 }) => expect(sha256('a')).toBe('b'))).toEqual({
      role: 'coordinator',
      decision: { facts: [] },
    });
    expect(() => deciding(({ sha256 }) => sha256('c'))).toThrow('did not say that it needs this hash');
    expect(() => deciding(({ roster }) => roster('witness-1'))).toThrow('did not say that it looks into the roster');
  });

  it('asks for nothing that its command did not name', () => {
    const understood = COMMANDS['end-committee-term'].understand({});
    if ('invalid' in understood) throw new Error('It takes nothing.');
    const sight = { head, subjects: new Map(), person: 'system' };
    expect([understood.subjects, understood.hashed(sight), understood.enrolled(sight)]).toEqual([[], [], []]);
  });
});

describe('a thing of a case', () => {
  it('is found under its own kind alone', () => {
    const { subjects } = given(...caseIn('integrity-pact', 'award-review'), filed('observation-1')).file.state;
    expect(subjectOf(subjects, 'observation', 'observation-1')?.id).toBe('observation-1');
    expect(subjectOf(subjects, 'act', 'observation-1')).toBeUndefined();
    expect(subjectOf(subjects, 'observation', 'observation-2')).toBeUndefined();
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
    ['draw-1', { type: 'draw.announced.v1', data: { draw: 'draw-1' } }],
    ['change-1', { type: 'process.changed.v1', data: { change: 'change-1' } }],
    ['breach-1', { type: 'pact.breach-reported.v1', data: { breach: 'breach-1' } }],
    ['question-1', asked('question-1')],
    [undefined, { type: 'member.accepted.v1', data: { person: 'witness-1' } }],
  ] as const)('is named: %s', (id, fact) => {
    expect(createdBy(fact as never)).toBe(id);
  });
});
