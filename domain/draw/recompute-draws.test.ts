import { describe, expect, it } from 'vitest';
import { type RecordEntry, sha256Hex } from '../../events/record.ts';
import { sha256 } from '../../test/support/case-file.ts';
import { AUTHORITY, CASE, COORDINATOR, day, left, liaisons, opened, proposed } from '../../test/support/cast.ts';
import { type Given, given } from '../../test/support/specification.ts';
import { commitmentText } from './algorithm.ts';
import { recomputeDraws } from './recompute-draws.ts';

const draw = 'draw-1';
const CANDIDATES = ['witness-1', 'witness-2', 'witness-3', 'witness-4'];
const secretOf = (party: string): string => sha256(`what ${party} keeps to itself`);

const announced = given(...opened('integrity-pact'), ...liaisons('integrity-pact'))
  .when(
    'announce-draw',
    {
      candidates: CANDIDATES,
      places: 2,
      alternates: 1,
      source: {
        kind: 'commit-reveal',
        parties: ['coordinator-1', 'authority-1'],
        revealBefore: day(1),
        beacon: 'drand-quicknet',
        publishedAfter: day(2),
      },
    },
    { by: COORDINATOR },
  )
  .succeeds();

const bound = [COORDINATOR, AUTHORITY].reduce((from, by) => {
  const commitment = sha256(commitmentText({ case: CASE, draw, party: by.person, value: secretOf(by.person) }));
  return from.when('commit-to-draw', { draw, commitment }, { by }).succeeds();
}, announced);
const reveal = (from: Given, by: typeof COORDINATOR) =>
  from.when('reveal-for-draw', { draw, value: secretOf(by.person) }, { by }).succeeds();
const finish = (from: Given) =>
  from
    .when('record-beacon-value', { draw, value: sha256('the beacon') }, { by: COORDINATOR, at: day(2) })
    .succeeds()
    .when('draw-lots', { draw }, { by: COORDINATOR })
    .succeeds();
const whole = finish(reveal(reveal(bound, COORDINATOR), AUTHORITY));
const withheld = finish(reveal(bound, COORDINATOR));

const recomputed = (entries: readonly RecordEntry[]) => recomputeDraws(entries, sha256Hex);
const holds = async (entries: readonly RecordEntry[]): Promise<boolean> => {
  const { draws, strays } = await recomputed(entries);
  return strays.length === 0 && draws.every((one) => one.holds);
};

/** The record as it would be if the data of one type of event said something else. */
const forged = (from: Given, type: RecordEntry['type'], data: object): readonly RecordEntry[] =>
  from.file.entries.map((entry) =>
    entry.type === type ? ({ ...entry, data: { ...entry.data, ...data } } as RecordEntry) : entry,
  );
const told = (from: Given, type: RecordEntry['type'], recordedAt: string): readonly RecordEntry[] =>
  from.file.entries.map((entry) => (entry.type === type ? { ...entry, recordedAt } : entry));
const without = (from: Given, type: RecordEntry['type']): readonly RecordEntry[] =>
  from.file.entries.filter((entry) => entry.type !== type);

describe('recomputing the draws of a case', () => {
  it('finds that an honest one holds, step by step', async () => {
    const { draws, strays } = await recomputed(whole.file.entries);
    expect(strays).toEqual([]);
    expect(draws).toMatchObject([{ draw, drawn: true, holds: true }]);
    expect(draws[0]?.steps.filter((step) => !step.holds)).toEqual([]);
    expect(draws[0]?.steps.length).toBeGreaterThan(15);
  });

  it('finds that one holds whose party withheld its value, and names it', async () => {
    const { draws } = await recomputed(withheld.file.entries);
    expect(draws).toMatchObject([{ drawn: true, holds: true }]);
    expect(draws[0]?.steps.map(({ says }) => says)).toContain(
      'authority-1 did not reveal in the term; the seed goes without',
    );
  });

  it('follows alternates, and passes over who came into the team by hand', async () => {
    const [first = ''] = whole.head.team.map(({ person }) => person);
    const called = whole
      .and({ type: 'member.declined.v1', data: { person: first } })
      .when('call-alternate', { draw }, { by: COORDINATOR })
      .succeeds();
    expect(await holds(called.file.entries)).toBe(true);
    expect(await holds(forged(called, 'draw.alternate-called.v1', { person: first }))).toBe(false);
    const byHand = { type: 'member.proposed.v1', data: { person: first, way: 'by-hand', lapsesAt: day(9) } } as const;
    const meanwhile = finish(reveal(reveal(bound, COORDINATOR), AUTHORITY).and(byHand));
    expect(meanwhile.head.team.map(({ person }) => person)).toContain(first);
    expect(await holds(meanwhile.file.entries)).toBe(true);
  });

  it('tells that one that is under way has no result yet', async () => {
    expect((await recomputed(bound.file.entries)).draws).toMatchObject([{ drawn: false, holds: true }]);
    expect(await recomputed(given(...opened('integrity-pact')).file.entries)).toEqual({ draws: [], strays: [] });
  });

  it.each([
    ['another list', 'draw.announced.v1', { candidates: [...CANDIDATES].toReversed() }],
    ['a candidate twice', 'draw.announced.v1', { candidates: ['witness-1', 'witness-1'] }],
    ['more places', 'draw.announced.v1', { places: 3 }],
    ['another commitment', 'draw.committed.v1', { commitment: sha256('another') }],
    ['another value', 'draw.revealed.v1', { value: sha256('another') }],
    ['a stranger’s value', 'draw.revealed.v1', { party: 'stranger-1' }],
    ['another public value', 'draw.seeded.v1', { beaconValue: sha256('another') }],
    ['another seed', 'draw.seeded.v1', { seed: sha256('another') }],
    ['another order', 'draw.drawn.v1', { order: CANDIDATES.toSorted() }],
    ['others proposed', 'draw.drawn.v1', { proposed: ['witness-8', 'witness-9'] }],
    ['somebody else by lot', 'member.proposed.v1', { person: 'witness-9' }],
  ] as const)('finds %s', async (_, type, data) => {
    expect(await holds(forged(whole, type, data))).toBe(false);
  });

  it.each([
    ['announced too late', 'draw.announced.v1', day(2)],
    ['committed too late', 'draw.committed.v1', day(1)],
    ['revealed too late', 'draw.revealed.v1', day(1)],
    ['seeded too early', 'draw.seeded.v1', day(1)],
  ] as const)('finds what was %s', async (_, type, recordedAt) => {
    expect(await holds(told(whole, type, recordedAt))).toBe(false);
  });

  it.each(['draw.announced.v1', 'draw.committed.v1', 'draw.revealed.v1', 'draw.seeded.v1'] as const)(
    'finds that %s is missing',
    async (type) => {
      expect(await holds(without(whole, type))).toBe(false);
    },
  );

  it('finds a failure that is told of somebody who revealed, and one that is told too early', async () => {
    expect(await holds(forged(withheld, 'draw.reveal-failed.v1', { party: 'coordinator-1' }))).toBe(false);
    expect(await holds(told(withheld, 'draw.reveal-failed.v1', day(0)))).toBe(false);
  });

  it('finds who is proposed by lot without a draw, and who is drawn without being proposed', async () => {
    expect(await holds(whole.and(proposed({ person: 'witness-9', roles: [] })).file.entries)).toBe(false);
    expect(await holds(without(whole, 'member.proposed.v1'))).toBe(false);
    const gone = whole.and(left({ person: whole.head.team[0]?.person ?? '', roles: [] }));
    expect(await holds(gone.file.entries)).toBe(true);
  });
});
