import { describe, expect, it } from 'vitest';
import { type RecordEntry, sha256Hex } from '../../events/record.ts';
import { sha256 } from '../../test/support/case-file.ts';
import { AUTHORITY, CASE, COORDINATOR, day, left, liaisons, opened, type ToldFact } from '../../test/support/cast.ts';
import { type Given, given } from '../../test/support/specification.ts';
import { commitmentText, listText } from './algorithm.ts';
import { recomputeDraws } from './recompute-draws.ts';

const draw = 'draw-1';
const CANDIDATES = ['witness-1', 'witness-2', 'witness-3', 'witness-4'];
const PARTIES = [COORDINATOR, AUTHORITY];
const secretOf = (party: string): string => sha256(`what ${party} keeps to itself`);
const BEACON = { beacon: 'drand-quicknet', publishedAfter: day(2) } as const;
const BOTH = { kind: 'commit-reveal', parties: ['coordinator-1', 'authority-1'], revealBefore: day(1), ...BEACON };
const ALONE = { kind: 'beacon', ...BEACON };

const empty = given(...opened('integrity-pact'), ...liaisons('integrity-pact'));
const announce = (of: Given, source: object, more: object = {}) =>
  of
    .when('announce-draw', { candidates: CANDIDATES, places: 2, alternates: 1, source, ...more }, { by: COORDINATOR })
    .succeeds();
const commit = (of: Given, by: typeof COORDINATOR) => {
  const text = commitmentText({ case: CASE, draw, party: by.person, value: secretOf(by.person) });
  return of.when('commit-to-draw', { draw, commitment: sha256(text) }, { by }).succeeds();
};
const reveal = (of: Given, by: typeof COORDINATOR) =>
  of.when('reveal-for-draw', { draw, value: secretOf(by.person) }, { by }).succeeds();
const finish = (of: Given) =>
  of
    .when('record-beacon-value', { draw, value: sha256('the beacon') }, { by: COORDINATOR, at: day(2) })
    .succeeds()
    .when('draw-lots', { draw }, { by: COORDINATOR })
    .succeeds();

const bound = PARTIES.reduce(commit, announce(empty, BOTH));
const whole = finish(PARTIES.reduce(reveal, bound));
const alone = finish(announce(empty, ALONE));
const withheld = finish(reveal(bound, COORDINATOR));

/** A word for each thing that a step says, in the order of a draw. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^announced at/, 'alone'],
  [/candidates for/, 'enough'],
  [/^the list/, 'list'],
  [/^to be seeded/, 'order of times'],
  [/commits to/, 'commitment'],
  [/reveals in the term/, 'reveal'],
  [/is the commitment of/, 'value'],
  [/did not/, 'failure'],
  [/^the value of/, 'public value'],
  [/^nobody’s value/, 'settled'],
  [/is the seed/, 'seed'],
  [/^the draw was seeded/, 'once'],
  [/by the rank/, 'rank'],
  [/^proposed:/, 'proposed'],
  [/is the next alternate/, 'alternate'],
  [/is announced before/, 'unannounced'],
  [/is proposed by lot/, 'proposed by lot'],
  [/was drawn and is proposed/, 'not proposed'],
];
const wordOf = (says: string): string => WORDS.find(([pattern]) => pattern.test(says))?.[1] ?? says;

/** What does not hold in a record, each thing once. */
const broken = async (record: Given | readonly RecordEntry[]): Promise<readonly string[]> => {
  const entries = 'file' in record ? record.file.entries : record;
  const { draws, strays } = await recomputeDraws(entries, sha256Hex);
  const steps = [...draws.flatMap((one) => one.steps), ...strays].filter(({ holds }) => !holds);
  expect(draws.every(({ holds, steps: own }) => holds === own.every((step) => step.holds))).toBe(true);
  return [...new Set(steps.map(({ says }) => wordOf(says)))];
};

const change = (of: Given, type: RecordEntry['type'], to: (entry: RecordEntry) => object): readonly RecordEntry[] =>
  of.file.entries.map((entry) => (entry.type === type ? { ...entry, ...to(entry) } : entry));
const data = (differing: object) => (entry: RecordEntry) => ({ data: { ...entry.data, ...differing } });
const without = (of: Given, ...types: readonly RecordEntry['type'][]): readonly RecordEntry[] =>
  of.file.entries.filter(({ type }) => !types.includes(type));
const twice = (of: Given, type: RecordEntry['type']): readonly RecordEntry[] =>
  of.file.entries.flatMap((entry) => (entry.type === type ? [entry, entry] : [entry]));

describe('an honest draw', () => {
  it.each([
    ['by two parties', whole],
    ['by a beacon alone', alone],
    ['whose party withheld its value', withheld],
    ['that is under way', bound],
  ])('breaks nothing: %s', async (_, of) => {
    expect(await broken(of)).toEqual([]);
  });

  it('says what its seed is made of', async () => {
    const saysOf = async (of: Given) => (await recomputeDraws(of.file.entries, sha256Hex)).draws[0]?.steps[4]?.says;
    const later = `at or after ${day(2)}, all later than the announcement`;
    expect(await saysOf(alone)).toBe(`to be seeded by the first value of drand-quicknet ${later}`);
    expect(await saysOf(whole)).toBe(
      `to be seeded by what coordinator-1 and authority-1 reveal before ${day(1)}, and the first value of drand-quicknet ${later}`,
    );
  });

  it('may follow another, and be followed by one', async () => {
    const second = announce(
      alone,
      { ...ALONE, publishedAfter: day(5) },
      { places: 1, alternates: 0, candidates: ['witness-7', 'witness-8'] },
    );
    expect(await broken(second)).toEqual([]);
    expect((await recomputeDraws(second.file.entries, sha256Hex)).draws.map(({ drawn }) => drawn)).toEqual([
      true,
      false,
    ]);
  });

  it('may need every candidate that it has', async () => {
    const all = { places: 3, alternates: 1 };
    expect(await broken(finish(announce(empty, ALONE, all)))).toEqual([]);
  });

  it('tells a failure in the instant in which the term ends', async () => {
    expect(await broken(change(withheld, 'draw.reveal-failed.v1', () => ({ recordedAt: day(1) })))).toEqual([]);
  });
});

describe('of an announcement, recomputing finds', () => {
  it('that another draw was under way', async () => {
    const announced = alone.file.entries.find(({ type }) => type === 'draw.announced.v1');
    if (announced === undefined) throw new Error('It was announced.');
    const other = { ...announced, data: { ...announced.data, draw: 'draw-2' } } as RecordEntry;
    expect(await broken([...announce(empty, ALONE).file.entries, other])).toEqual(['alone']);
    expect(await broken([...alone.file.entries, announced])).toContain('alone');
  });

  it('that it has too few candidates, or one of them twice', async () => {
    const early = announce(empty, ALONE);
    expect(await broken(change(early, 'draw.announced.v1', data({ places: 4 })))).toEqual(['enough']);
    expect(await broken(change(early, 'draw.announced.v1', data({ alternates: 3 })))).toEqual(['enough']);
    const candidates = [...CANDIDATES, 'witness-4'];
    const listHash = sha256(listText(candidates));
    expect(await broken(change(early, 'draw.announced.v1', data({ candidates, listHash })))).toEqual(['enough']);
  });

  it('that its list is another one', async () => {
    const list = { candidates: CANDIDATES.toReversed() };
    expect(await broken(change(announce(empty, ALONE), 'draw.announced.v1', data(list)))).toEqual(['list']);
  });

  it.each([
    ['its value is public when it is made', ALONE, { publishedAfter: day(0) }],
    ['nothing can be revealed after it', BOTH, { revealBefore: day(0) }],
    ['its value is public when it is revealed', BOTH, { publishedAfter: day(1) }],
  ])('that its times are in another order: %s', async (_, source, differing) => {
    const changed = data({ source: { ...source, ...differing } });
    expect(await broken(change(announce(empty, source), 'draw.announced.v1', changed))).toEqual(['order of times']);
  });
});

describe('of what the parties do, recomputing finds', () => {
  it('a commitment of a stranger, a second one, one too late, and one that comes after a value', async () => {
    const early = commit(announce(empty, BOTH), COORDINATOR);
    expect(await broken(change(early, 'draw.committed.v1', data({ party: 'stranger-1' })))).toEqual(['commitment']);
    expect(await broken(twice(early, 'draw.committed.v1'))).toEqual(['commitment']);
    expect(await broken(change(early, 'draw.committed.v1', () => ({ recordedAt: day(1) })))).toEqual(['commitment']);
    const revealed = reveal(bound, COORDINATOR).file.entries;
    const [first, second, value] = revealed.slice(-3);
    if (first === undefined || second === undefined || value === undefined) throw new Error('They are on record.');
    expect(await broken([...revealed.slice(0, -3), first, value, second])).toEqual(['reveal', 'commitment']);
  });

  it('a value that is not the one committed to, one that comes twice, or too late, or before the other is bound', async () => {
    const one = reveal(bound, COORDINATOR);
    expect(await broken(change(one, 'draw.revealed.v1', data({ value: sha256('another') })))).toEqual(['value']);
    expect(await broken(twice(one, 'draw.revealed.v1'))).toEqual(['reveal']);
    expect(await broken(change(one, 'draw.revealed.v1', () => ({ recordedAt: day(1) })))).toEqual(['reveal']);
    const alsoBound = one.file.entries.filter(
      ({ actor, type }) => type !== 'draw.committed.v1' || actor.person !== 'authority-1',
    );
    expect(await broken(alsoBound)).toEqual(['reveal']);
  });

  it('a failure of a stranger, of who revealed, of another kind, or told too early', async () => {
    const failing = (to: (entry: RecordEntry) => object) => broken(change(withheld, 'draw.reveal-failed.v1', to));
    expect(await failing(data({ party: 'stranger-1', committed: false }))).toEqual(['failure']);
    expect(await failing(data({ party: 'coordinator-1' }))).toEqual(['failure']);
    expect(await failing(data({ committed: false }))).toEqual(['failure']);
    expect(await failing(() => ({ recordedAt: day(0, 23) }))).toEqual(['failure']);
    const never = change(withheld, 'draw.reveal-failed.v1', data({ committed: false }));
    const uncommitted = never.filter(
      ({ actor, type }) => type !== 'draw.committed.v1' || actor.person !== 'authority-1',
    );
    expect(await broken(uncommitted)).toEqual(['reveal']);
  });
});

describe('of the seed, recomputing finds', () => {
  it('that it was made too early, of no value, or of another one', async () => {
    const seeding = (to: (entry: RecordEntry) => object) => broken(change(alone, 'draw.seeded.v1', to));
    expect(await seeding(() => ({ recordedAt: day(1, 23) }))).toEqual(['public value']);
    expect(await seeding(data({ beaconValue: 'f'.repeat(64) }))).toEqual(['public value', 'seed']);
    expect(await seeding(data({ beaconValue: sha256('another') }))).toEqual(['seed']);
    expect(await seeding(data({ seed: sha256('another') }))).toContain('seed');
  });

  it('that a value was still awaited, or that it was made twice', async () => {
    expect(await broken(without(withheld, 'draw.reveal-failed.v1'))).toEqual(['settled']);
    expect(await broken(twice(alone, 'draw.seeded.v1'))).toEqual(['settled']);
  });
});

describe('of the result, recomputing finds', () => {
  const drawn = alone.file.entries.find(({ type }) => type === 'draw.drawn.v1')?.data as {
    order: string[];
    proposed: string[];
  };
  const [one = '', two = '', three = '', four = ''] = drawn.order;
  const drawing = (differing: object) => broken(change(alone, 'draw.drawn.v1', data(differing)));
  const PROPOSED_BY_LOT = 'proposed by lot';

  it('another order, a longer one, and others proposed', async () => {
    expect(await drawing({ order: [two, one, three, four] })).toEqual(['rank']);
    expect(await drawing({ order: [...drawn.order, 'witness-5'] })).toEqual(['proposed']);
    expect(await drawing({ proposed: [two, one] })).toEqual(['proposed', PROPOSED_BY_LOT, 'not proposed']);
    expect(await drawing({ proposed: [one, three] })).toEqual(['proposed', PROPOSED_BY_LOT, 'not proposed']);
    expect(await drawing({ proposed: [one] })).toEqual(['proposed', PROPOSED_BY_LOT]);
  });

  it('that it was drawn twice, or from nothing', async () => {
    expect(await broken(twice(alone, 'draw.drawn.v1'))).toEqual(['once']);
    expect(await broken(without(alone, 'draw.seeded.v1'))).toContain('once');
    expect(await broken(without(alone, 'draw.announced.v1'))).toEqual(['unannounced', PROPOSED_BY_LOT]);
  });

  it('who was drawn and is not proposed, at the end of the record', async () => {
    const unproposed = without(alone, 'member.proposed.v1');
    const { strays } = await recomputeDraws(unproposed, sha256Hex);
    const version = unproposed.at(-1)?.version;
    expect(strays).toMatchObject(
      [one, two].map((person) => ({ version, says: `${person} was drawn and is proposed`, holds: false })),
    );
  });

  const gone = (person: string): readonly ToldFact[] => [
    { type: 'proposal.lapsed.v1', data: { person } },
    { type: 'member.declined.v1', data: { person } },
    left({ person, roles: [] }),
  ];
  const call = (of: Given) => of.when('call-alternate', { draw }, { by: COORDINATOR }).succeeds();
  const CALLED = 'draw.alternate-called.v1';

  it('whoever is called for a place that is free, however it was set free, and nobody else', async () => {
    for (const fact of gone(one)) {
      const called = call(alone.and(fact));
      expect(await broken(called)).toEqual([]);
      expect(await broken(change(called, CALLED, data({ person: four })))).toEqual([
        'alternate',
        PROPOSED_BY_LOT,
        'not proposed',
      ]);
      // The place was not free: nobody left.
      expect(await broken(called.file.entries.filter(({ type }) => type !== fact.type))).toEqual(['alternate']);
    }
  });

  it('more alternates than there were to be', async () => {
    const called = call(alone.and({ type: 'member.declined.v1', data: { person: one } }));
    const again = called.and(
      { type: 'member.declined.v1', data: { person: two } },
      { type: CALLED, data: { draw, person: four } },
      { type: 'member.proposed.v1', data: { person: four, way: 'by-lot', lapsesAt: day(9) } },
    );
    expect(await broken(again)).toEqual(['alternate']);
    expect(await broken(change(again, 'draw.announced.v1', data({ alternates: 2 })))).toEqual([]);
  });
});
