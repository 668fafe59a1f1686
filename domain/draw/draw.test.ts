import { describe, expect, it } from 'vitest';
import { sha256 } from '../../test/support/case-file.ts';
import {
  AUTHORITY,
  accepted,
  after,
  at,
  BIDDER,
  CASE,
  CONTROL,
  COORDINATOR,
  day,
  left,
  liaisons,
  OPENED_AT,
  opened,
  proposed,
  SUSPENDED,
  SYSTEM,
  WITNESS,
} from '../../test/support/cast.ts';
import { enrolled } from '../../test/support/roster.ts';
import { type Given, given } from '../../test/support/specification.ts';
import { commitmentText, drawnOrder, listText, rankText, seedText } from './algorithm.ts';

const CANDIDATES = ['witness-1', 'witness-2', 'witness-3', 'witness-4'];
const PUBLIC_VALUE = { beacon: 'drand-quicknet', publishedAfter: day(2) } as const;
const BY_BEACON = {
  candidates: CANDIDATES,
  places: 2,
  alternates: 1,
  source: { kind: 'beacon' as const, ...PUBLIC_VALUE },
};
const PARTIES = ['coordinator-1', 'authority-1'];
const BY_PARTIES = {
  ...BY_BEACON,
  source: { kind: 'commit-reveal', parties: PARTIES, revealBefore: day(1), ...PUBLIC_VALUE },
};
const LIST_HASH = sha256(listText(CANDIDATES));
const BEACON_VALUE = sha256('what the beacon said');

const pact = given(...opened('integrity-pact'), ...liaisons('integrity-pact'));
const announce = (input: object, from: Given = pact) => from.when('announce-draw', input, { by: COORDINATOR });

const draw = 'draw-1';
const valueOf = (party: string): string => sha256(`what ${party} keeps to itself`);
const commitmentOf = (party: string, value = valueOf(party)): string =>
  sha256(commitmentText({ case: CASE, draw, party, value }));
const committing = (from: Given, by = COORDINATOR, now = OPENED_AT) =>
  from.when('commit-to-draw', { draw, commitment: commitmentOf(by.person) }, { by, at: now });
const revealing = (from: Given, by = COORDINATOR, now = OPENED_AT) =>
  from.when('reveal-for-draw', { draw, value: valueOf(by.person) }, { by, at: now });
const recording = (from: Given, value = BEACON_VALUE, now = day(2)) =>
  from.when('record-beacon-value', { draw, value }, { by: COORDINATOR, at: now });
const drawing = (from: Given) => from.when('draw-lots', { draw }, { by: COORDINATOR });
const calling = (from: Given) => from.when('call-alternate', { draw }, { by: COORDINATOR });
const lapsing = (from: Given, now = day(1)) => from.when('lapse-reveal', { draw }, { by: SYSTEM, at: now });

const announcedDraw = announce(BY_BEACON).succeeds();
const withParties = announce(BY_PARTIES).succeeds();
const oneBound = committing(withParties).succeeds();
const bothBound = committing(oneBound, AUTHORITY).succeeds();
const bothRevealed = revealing(revealing(bothBound).succeeds(), AUTHORITY).succeeds();

const seedWith = (...revealed: readonly (string | undefined)[]): string =>
  sha256(seedText({ case: CASE, draw, listHash: LIST_HASH, beaconValue: BEACON_VALUE, revealed }));
const orderBy = (seed: string): readonly string[] =>
  drawnOrder(CANDIDATES, (candidate) => sha256(rankText(seed, candidate)));
const ORDER = orderBy(seedWith());
const [FIRST = '', SECOND = '', THIRD = '', FOURTH = ''] = ORDER;
const seeded = recording(announcedDraw).succeeds();
const drawn = drawing(seeded).succeeds();

const stateOf = ({ file }: Given) => file.state.subjects.get(draw);

describe('announcing a draw', () => {
  it('puts the ordered candidates, their hash and what will decide on record', () => {
    const then = announce(BY_BEACON).records({
      type: 'draw.announced.v1',
      data: { draw, listHash: LIST_HASH, algorithm: 'veedor-draw-1', ...BY_BEACON },
    });
    expect(then.head.drawUnderWay).toBe(draw);
    expect(stateOf(then)).toMatchObject({ state: 'value-awaited', parties: [], candidates: CANDIDATES });
  });

  it('carries the sector of those who are drawn, and needs no alternates', () => {
    const { alternates: _, ...without } = BY_BEACON;
    const from = announce({ ...without, sector: 'universities' }).succeeds();
    expect(stateOf(from)).toMatchObject({ sector: 'universities', alternates: 0 });
    const team = drawing(recording(from).succeeds()).succeeds().head.team;
    expect(team.map(({ sector }) => sector)).toEqual(['universities', 'universities']);
  });

  it('takes from two to fifty candidates, each once, and from one to twenty places', () => {
    const many = Array.from({ length: 51 }, (_, index) => `witness-${index + 1}`);
    announce({ ...BY_BEACON, candidates: ['witness-1'] }).cannotTake('candidates');
    announce({ ...BY_BEACON, candidates: many }).cannotTake('candidates');
    announce({ ...BY_BEACON, candidates: ['witness-1', 'witness-1'] }).cannotTake('candidates');
    announce({ ...BY_BEACON, places: 0 }).cannotTake('places');
    announce({ ...BY_BEACON, places: 21 }).cannotTake('places');
    announce({ ...BY_BEACON, algorithm: 'mine' }).cannotTake('');
  });

  it('needs a candidate for each place and each alternate', () => {
    announce({ ...BY_BEACON, alternates: 3 }).refuses('candidates-too-few', { candidatesMin: 5 });
    announce({ ...BY_BEACON, alternates: 2 }).succeeds();
  });

  it('is done for one draw at a time, so that nobody can choose among draws', () => {
    announce(BY_BEACON, announcedDraw).refuses('draw-under-way', { draw });
    announce(BY_BEACON, seeded).refuses('draw-under-way', { draw });
    const others = { ...BY_BEACON, candidates: ['witness-7', 'witness-8', 'witness-9'] };
    const hours = { source: { ...BY_BEACON.source, publishedAfter: day(4) } };
    expect(announce({ ...others, ...hours }, drawn).succeeds().head.drawUnderWay).toBe('draw-2');
  });

  it('leaves out who is in the team, and more places than there are', () => {
    announce(BY_BEACON, pact.and(proposed(WITNESS))).refuses('already-in-team', { person: 'witness-1' });
    const four = [6, 7, 8, 9].map((number) => proposed({ person: `witness-${number}`, roles: [] }));
    announce(BY_BEACON, pact.and(...four)).refuses('team-full', { membersMax: 5 });
  });

  it('comes well before anything that decides could be known', () => {
    const facts = { now: OPENED_AT, minutesMin: 5, daysMax: 60 };
    const valueAt = (publishedAfter: string) =>
      announce({ ...BY_BEACON, source: { ...BY_BEACON.source, publishedAfter } });
    const MINUTES = 60_000;
    valueAt(after(OPENED_AT, -1)).refuses('draw-hours-unfit', facts);
    valueAt(after(OPENED_AT, 5 * MINUTES - 1)).refuses('draw-hours-unfit', facts);
    valueAt(after(OPENED_AT, 5 * MINUTES)).succeeds();
    valueAt(day(60)).succeeds();
    valueAt(after(day(60), 1)).refuses('draw-hours-unfit', facts);
    const revealAt = (revealBefore: string) =>
      announce({ ...BY_PARTIES, source: { ...BY_PARTIES.source, revealBefore } });
    revealAt(after(OPENED_AT, 1)).refuses('draw-hours-unfit', facts);
    revealAt(after(day(2), -5 * MINUTES)).succeeds();
    revealAt(after(day(2), 1 - 5 * MINUTES)).refuses('draw-hours-unfit', facts);
  });

  it('names two different parties who are known in the case and no candidates', () => {
    const between = (...parties: readonly string[]) =>
      announce({ ...BY_PARTIES, source: { ...BY_PARTIES.source, parties } });
    between('authority-1', 'bidder-1').succeeds();
    between('coordinator-1', 'coordinator-1').refuses('parties-unfit', { unfit: ['coordinator-1'] });
    between('coordinator-1', 'nobody-1').refuses('parties-unfit', { unfit: ['nobody-1'] });
    between('coordinator-1', 'coordinator-2').refuses('parties-unfit', { unfit: ['coordinator-2'] });
    between('coordinator-1', 'witness-1').refuses('parties-unfit', { unfit: ['witness-1'] });
    between('coordinator-1').cannotTake('source/parties');
  });
});

describe('a party to a draw', () => {
  it('commits, and reveals once both are bound', () => {
    committing(withParties).records({
      type: 'draw.committed.v1',
      data: { draw, party: 'coordinator-1', commitment: commitmentOf('coordinator-1') },
    });
    revealing(oneBound).refuses('draw-state', { state: 'commitments-awaited' });
    revealing(bothBound).records({
      type: 'draw.revealed.v1',
      data: { draw, party: 'coordinator-1', value: valueOf('coordinator-1') },
    });
    expect(stateOf(bothRevealed)).toMatchObject({ state: 'value-awaited' });
  });

  it('cannot change its mind', () => {
    committing(oneBound).refuses('already-committed', {});
    committing(bothBound).refuses('draw-state', { state: 'reveals-awaited' });
    revealing(revealing(bothBound).succeeds()).refuses('already-revealed', {});
    revealing(bothRevealed).refuses('draw-state', { state: 'value-awaited' });
  });

  it('can reveal nothing but what it committed to', () => {
    bothBound
      .when('reveal-for-draw', { draw, value: valueOf('somebody') }, { by: AUTHORITY })
      .refuses('commitment-broken', {});
    bothBound.when('reveal-for-draw', { draw, value: 'heads' }, { by: AUTHORITY }).cannotTake('value');
  });

  it('gains nothing from the commitment of the other: it binds only whom it names', () => {
    const copied = oneBound
      .when('commit-to-draw', { draw, commitment: commitmentOf('coordinator-1') }, { by: AUTHORITY })
      .succeeds();
    const told = revealing(copied).succeeds();
    told
      .when('reveal-for-draw', { draw, value: valueOf('coordinator-1') }, { by: AUTHORITY })
      .refuses('commitment-broken', {});
  });

  it('is one of the two that were named', () => {
    for (const by of [BIDDER, CONTROL]) committing(withParties, by).refuses('not-party-to-draw', { parties: PARTIES });
    revealing(bothBound, BIDDER).refuses('not-party-to-draw', { parties: PARTIES });
    committing(announcedDraw).refuses('not-party-to-draw', { parties: [] });
    committing(pact).refuses('draw-unknown', { draw });
    revealing(pact).refuses('draw-unknown', { draw });
  });

  it('acts until its term ends, also while the case is suspended', () => {
    committing(oneBound, AUTHORITY, after(day(1), -1)).succeeds();
    committing(oneBound, AUTHORITY, day(1)).refuses('reveal-term-over', { revealBefore: day(1) });
    revealing(bothBound, AUTHORITY, day(1)).refuses('reveal-term-over', { revealBefore: day(1) });
    revealing(bothBound.and(...at(day(0, 1), SUSPENDED)), AUTHORITY, day(0, 2)).succeeds();
  });
});

describe('a party that lets the term pass', () => {
  const failed = (party: string, committed: boolean) =>
    ({ type: 'draw.reveal-failed.v1', data: { draw, party, committed } }) as const;

  it('is on record, and nobody else', () => {
    lapsing(withParties).records(failed('coordinator-1', false), failed('authority-1', false));
    lapsing(oneBound).records(failed('authority-1', false));
    lapsing(bothBound).records(failed('coordinator-1', true), failed('authority-1', true));
    lapsing(revealing(bothBound).succeeds()).records(failed('authority-1', true));
  });

  it('is not before the term is over, nor when nothing is awaited', () => {
    lapsing(bothBound, after(day(1), -1)).refuses('term-running', { dueAt: day(1) });
    lapsing(bothRevealed).refuses('nothing-to-lapse', {});
    lapsing(announcedDraw).refuses('nothing-to-lapse', {});
    lapsing(pact).refuses('nothing-to-lapse', {});
    lapsing(lapsing(bothBound).succeeds()).refuses('nothing-to-lapse', {});
  });

  it('leaves an empty place in a seed that nobody could know when it decided', () => {
    const seed = seedWith(valueOf('coordinator-1'), undefined);
    const withheld = revealing(bothBound).succeeds();
    recording(lapsing(withheld).succeeds()).records({
      type: 'draw.seeded.v1',
      data: { draw, beaconValue: BEACON_VALUE, seed },
    });
    // Whoever records the public value first finds the term over, whether the sweep came by or not.
    recording(withheld).records(failed('authority-1', true), {
      type: 'draw.seeded.v1',
      data: { draw, beaconValue: BEACON_VALUE, seed },
    });
  });
});

describe('the public value', () => {
  it('makes the seed, together with what was revealed', () => {
    recording(announcedDraw).records({
      type: 'draw.seeded.v1',
      data: { draw, beaconValue: BEACON_VALUE, seed: seedWith() },
    });
    recording(bothRevealed, BEACON_VALUE.toUpperCase()).records({
      type: 'draw.seeded.v1',
      data: { draw, beaconValue: BEACON_VALUE, seed: seedWith(...PARTIES.map((party) => valueOf(party))) },
    });
  });

  it('is not known before its hour', () => {
    for (const from of [announcedDraw, bothRevealed, withParties]) {
      recording(from, BEACON_VALUE, after(day(2), -1)).refuses('value-not-published', { ...PUBLIC_VALUE });
    }
  });

  it('looks like one of the beacon', () => {
    const digits = { beacon: 'drand-quicknet', digits: 64 };
    recording(announcedDraw, BEACON_VALUE.repeat(2)).refuses('value-implausible', digits);
    recording(announcedDraw, '0'.repeat(64)).refuses('value-implausible', digits);
    recording(announcedDraw, 'xyz').cannotTake('value');
    const byPulses = { ...BY_BEACON, source: { ...BY_BEACON.source, beacon: 'nist-beacon-2' } };
    recording(announce(byPulses).succeeds()).refuses('value-implausible', { beacon: 'nist-beacon-2', digits: 128 });
    recording(announce(byPulses).succeeds(), BEACON_VALUE.repeat(2)).succeeds();
  });

  it('is recorded once', () => {
    recording(seeded).refuses('draw-state', { state: 'drawing-awaited' });
    recording(drawn).refuses('draw-state', { state: 'drawn' });
    recording(pact).refuses('draw-unknown', { draw });
  });
});

describe('drawing the lots', () => {
  it('orders all candidates and proposes the first by lot', () => {
    const lapsesAt = '2026-03-12T06:00:00.000Z';
    const { head } = drawing(seeded).records(
      { type: 'draw.drawn.v1', data: { draw, order: [...ORDER], proposed: [FIRST, SECOND] } },
      { type: 'member.proposed.v1', data: { person: FIRST, way: 'by-lot', lapsesAt } },
      { type: 'member.proposed.v1', data: { person: SECOND, way: 'by-lot', lapsesAt } },
    );
    expect(head).not.toHaveProperty('drawUnderWay');
    expect(head.team.map(({ person }) => person)).toEqual([FIRST, SECOND]);
  });

  it('proposes whoever is drawn with the interests that the roster lists, after all that was drawn', () => {
    const roster = [enrolled(FIRST, { interests: [{ kind: 'employer', name: 'Ñandú' }] })];
    const { file } = seeded.when('draw-lots', { draw }, { by: COORDINATOR, roster }).succeeds();
    expect(file.entries.slice(-3).map(({ type }) => type)).toEqual([
      'member.proposed.v1',
      'member.proposed.v1',
      'interests.enrolled.v1',
    ]);
  });

  it('takes no order from anybody', () => {
    seeded.when('draw-lots', { draw, order: CANDIDATES }, { by: COORDINATOR }).cannotTake('');
  });

  it('happens once, when the seed is there', () => {
    drawing(announcedDraw).refuses('draw-state', { state: 'value-awaited' });
    drawing(drawn).refuses('draw-state', { state: 'drawn' });
    drawing(pact).refuses('draw-unknown', { draw });
  });

  it('passes over who came into the team by hand meanwhile, and waits for room', () => {
    const member = (person: string) => proposed({ person, roles: [] });
    expect(stateOf(drawing(seeded.and(member(FIRST))).succeeds())).toMatchObject({ proposed: [SECOND, THIRD] });
    const others = [6, 7, 8, 9].map((number) => member(`witness-${number}`));
    drawing(seeded.and(...others)).refuses('team-full', { membersMax: 5 });
  });
});

describe('an alternate', () => {
  const declined = (person: string) => ({ type: 'member.declined.v1', data: { person } }) as const;

  it('is the next in the drawn order, for a place that was set free', () => {
    const { head } = calling(drawn.and(declined(FIRST))).records(
      { type: 'draw.alternate-called.v1', data: { draw, person: THIRD } },
      { type: 'member.proposed.v1', data: { person: THIRD, way: 'by-lot', lapsesAt: '2026-03-12T06:00:00.000Z' } },
    );
    expect(head.team.map(({ person }) => person)).toEqual([SECOND, THIRD]);
    const gone = { person: FIRST, roles: [] };
    calling(drawn.and(accepted(gone), left(gone))).succeeds();
  });

  it('is not called while every place is held or offered', () => {
    calling(drawn).refuses('place-not-free', {});
    calling(calling(drawn.and(declined(FIRST))).succeeds()).refuses('place-not-free', {});
  });

  it('is not called beyond those who were announced', () => {
    const called = calling(drawn.and(declined(FIRST))).succeeds();
    calling(called.and(declined(THIRD))).refuses('no-alternate-left', {});
    expect(FOURTH).not.toBe('');
  });

  it('waits for room in the team, and for the lot', () => {
    const others = [6, 7, 8, 9].map((number) => proposed({ person: `witness-${number}`, roles: [] }));
    calling(drawn.and(declined(FIRST), ...others)).refuses('team-full', { membersMax: 5 });
    calling(seeded).refuses('draw-state', { state: 'drawing-awaited' });
    calling(pact).refuses('draw-unknown', { draw });
  });
});
