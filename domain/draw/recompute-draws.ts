import type { FactData } from '../../events/catalogue.ts';
import type { RecordEntry } from '../../events/record.ts';
import { filled } from '../words/code-words.ts';
import { commitmentText, drawnOrder, listText, rankText, seedText } from './algorithm.ts';
import { isPlausibleValue, PUBLIC_BEACONS } from './beacons.ts';
import { DRAW_STEPS, type DrawStepName } from './draw-steps.ts';

type Blanks = Readonly<Record<string, string>>;

/** SHA-256 of a text in UTF-8, in lower-case hexadecimal: WebCrypto’s in a browser. */
type Sha256 = (text: string) => Promise<string>;

/** One thing that was looked at, and whether it is as it must be. */
export interface DrawStep {
  readonly version: number;
  /** What was looked at, and what it is made of: for whoever says it in other words. */
  readonly what: DrawStepName;
  readonly of: Blanks;
  /** The same in words. */
  readonly says: string;
  readonly holds: boolean;
}

export interface RecomputedDraw {
  readonly draw: string;
  /** Whether the lot is drawn; one that is not has no result to recompute yet. */
  readonly drawn: boolean;
  readonly holds: boolean;
  readonly steps: readonly DrawStep[];
}

export interface Recomputation {
  readonly draws: readonly RecomputedDraw[];
  /** People who were proposed by lot without a draw that names them, or the other way round. */
  readonly strays: readonly DrawStep[];
}

/** A draw as far as the record told of it. */
interface Told {
  readonly case: string;
  readonly announced: FactData<'draw.announced.v1'>;
  readonly committed: Readonly<Record<string, string>>;
  readonly revealed: Readonly<Record<string, string>>;
  readonly failed: readonly string[];
  readonly seed?: string;
  readonly order?: readonly string[];
  readonly proposed: readonly string[];
  readonly called: number;
  readonly steps: readonly DrawStep[];
}

interface Walk {
  readonly team: readonly string[];
  readonly draws: ReadonlyMap<string, Told>;
  /** Whom the last fact of a draw named, and who is not proposed yet. */
  readonly owed: readonly string[];
  readonly strays: readonly DrawStep[];
}

/**
 * Recomputes every draw of a case from its public events, first to last, and nothing else. That the public value is the beacon’s own
 * must be looked up at the beacon; the step that names it says where. Runs wherever there is a SHA-256, in a browser too.
 */
export const recomputeDraws = async (entries: readonly RecordEntry[], sha256: Sha256): Promise<Recomputation> => {
  let walk: Walk = { team: [], draws: new Map(), owed: [], strays: [] };
  for (const entry of entries) walk = await next(walk, entry, sha256);
  const last = entries.at(-1)?.version ?? 0;
  const missing = walk.owed.map((person) => stepAt(last, ['not-proposed', { person }, false]));
  return {
    draws: [...walk.draws].map(([draw, { order, steps }]) => ({
      draw,
      drawn: order !== undefined,
      holds: steps.every(({ holds }) => holds),
      steps,
    })),
    strays: [...walk.strays, ...missing],
  };
};

type Looked = readonly [what: DrawStepName, of: Blanks, holds: boolean];

const stepAt = (version: number, [what, of, holds]: Looked): DrawStep => ({
  version,
  what,
  of,
  says: filled(DRAW_STEPS[what], of),
  holds,
});

const next = async (walk: Walk, entry: RecordEntry, sha256: Sha256): Promise<Walk> => {
  switch (entry.type) {
    case 'member.proposed.v1':
      return proposed(walk, entry.version, entry.data);
    case 'member.declined.v1':
    case 'proposal.lapsed.v1':
    case 'member.left.v1':
      return { ...walk, team: walk.team.filter((person) => person !== entry.data.person) };
    case 'draw.announced.v1':
      return told(walk, entry.data.draw, await announcement(walk, entry, sha256));
    case 'draw.committed.v1':
    case 'draw.revealed.v1':
    case 'draw.reveal-failed.v1':
    case 'draw.seeded.v1':
    case 'draw.drawn.v1':
    case 'draw.alternate-called.v1':
      return goingOn(walk, entry, sha256);
    default:
      return walk;
  }
};

const told = (walk: Walk, draw: string, about: Told): Walk => ({
  ...walk,
  draws: new Map([...walk.draws, [draw, about] as const]),
});

const proposed = (walk: Walk, version: number, { person, way }: FactData<'member.proposed.v1'>): Walk => {
  const team = [...walk.team, person];
  if (way === 'by-hand') return { ...walk, team };
  const [first, ...owed] = walk.owed;
  const strays = first === person ? [] : [stepAt(version, ['stray', { person }, false])];
  return { ...walk, team, owed: first === person ? owed : walk.owed, strays: [...walk.strays, ...strays] };
};

type Entry<T extends RecordEntry['type']> = Extract<RecordEntry, { type: T }>;
type DrawEntry = Entry<
  | 'draw.committed.v1'
  | 'draw.revealed.v1'
  | 'draw.reveal-failed.v1'
  | 'draw.seeded.v1'
  | 'draw.drawn.v1'
  | 'draw.alternate-called.v1'
>;

const announcement = async (
  { draws }: Walk,
  { stream, version, recordedAt, data }: Entry<'draw.announced.v1'>,
  sha256: Sha256,
): Promise<Told> => {
  const { candidates, listHash, places, alternates, algorithm, source } = data;
  const hours = [recordedAt, ...(source.kind === 'beacon' ? [] : [source.revealBefore]), source.publishedAfter];
  const isInOrder = hours.every((hour, index) => index === 0 || hour > (hours[index - 1] ?? hour));
  const isAlone = [...draws.values()].every(({ order }) => order !== undefined) && !draws.has(data.draw);
  const isEnough = new Set(candidates).size === candidates.length && candidates.length >= places + alternates;
  const text = listText(candidates);
  const { beacon, publishedAfter } = source;
  const seededBy: Looked =
    source.kind === 'beacon'
      ? ['by-beacon', { beacon, publishedAfter }, isInOrder]
      : [
          'by-parties',
          {
            beacon,
            publishedAfter,
            one: source.parties[0] ?? '',
            other: source.parties[1] ?? '',
            revealBefore: source.revealBefore,
          },
          isInOrder,
        ];
  const enough = { candidates: String(candidates.length), places: String(places), alternates: String(alternates) };
  const looked: readonly Looked[] = [
    ['announced', { at: recordedAt }, isAlone],
    ['enough', enough, isEnough],
    ['list', { list: text, hash: listHash }, (await sha256(text)) === listHash],
    // An algorithm that is not ours does not come this far: the schema of the announcement knows no other.
    ['algorithm', { algorithm }, true],
    seededBy,
  ];
  return {
    case: stream,
    announced: data,
    committed: {},
    revealed: {},
    failed: [],
    proposed: [],
    called: 0,
    steps: looked.map((each) => stepAt(version, each)),
  };
};

const goingOn = async (walk: Walk, entry: DrawEntry, sha256: Sha256): Promise<Walk> => {
  const about = walk.draws.get(entry.data.draw);
  if (about === undefined) {
    const stray = stepAt(entry.version, ['unannounced', { draw: entry.data.draw }, false]);
    return { ...walk, strays: [...walk.strays, stray] };
  }
  const { after, steps, owed } = await judged(about, { entry, team: walk.team, sha256 });
  const added = steps.map((each) => stepAt(entry.version, each));
  return {
    ...told(walk, entry.data.draw, { ...about, ...after, steps: [...about.steps, ...added] }),
    owed: owed ?? walk.owed,
  };
};

interface Judged {
  readonly after: Partial<Told>;
  readonly steps: readonly Looked[];
  readonly owed?: readonly string[];
}

interface At {
  readonly entry: DrawEntry;
  readonly team: readonly string[];
  readonly sha256: Sha256;
}

const judged = async (about: Told, { entry, team, sha256 }: At): Promise<Judged> => {
  switch (entry.type) {
    case 'draw.committed.v1':
      return commitment(about, entry);
    case 'draw.revealed.v1':
      return reveal(about, entry, sha256);
    case 'draw.reveal-failed.v1':
      return failure(about, entry);
    case 'draw.seeded.v1':
      return seeding(about, entry, sha256);
    case 'draw.drawn.v1':
      return drawing(about, entry, { team, sha256 });
    case 'draw.alternate-called.v1':
      return alternate(about, entry, team);
  }
};

const partiesOf = ({ announced: { source } }: Told): readonly string[] =>
  source.kind === 'beacon' ? [] : source.parties;
const revealBeforeOf = ({ announced: { source } }: Told): string =>
  source.kind === 'beacon' ? '' : source.revealBefore;

const commitment = (about: Told, { recordedAt, data }: Entry<'draw.committed.v1'>): Judged => {
  const { party } = data;
  const isFirst = partiesOf(about).includes(party) && about.committed[party] === undefined;
  const isBlind = Object.keys(about.revealed).length === 0 && recordedAt < revealBeforeOf(about);
  return {
    after: { committed: { ...about.committed, [party]: data.commitment } },
    steps: [['commits', { party, commitment: data.commitment }, isFirst && isBlind]],
  };
};

const reveal = async (
  about: Told,
  { recordedAt, data: { draw, party, value } }: Entry<'draw.revealed.v1'>,
  sha256: Sha256,
): Promise<Judged> => {
  const text = commitmentText({ case: about.case, draw, party, value });
  const areBound = partiesOf(about).every((one) => about.committed[one] !== undefined);
  const isFirst = about.revealed[party] === undefined && recordedAt < revealBeforeOf(about);
  return {
    after: { revealed: { ...about.revealed, [party]: value } },
    steps: [
      ['reveals', { party }, areBound && isFirst],
      ['commitment', { text, party }, (await sha256(text)) === about.committed[party]],
    ],
  };
};

const failure = (about: Told, { recordedAt, data }: Entry<'draw.reveal-failed.v1'>): Judged => {
  const { party, committed } = data;
  const isOver = partiesOf(about).includes(party) && recordedAt >= revealBeforeOf(about);
  const isSo = about.revealed[party] === undefined && committed === (about.committed[party] !== undefined);
  return {
    after: { failed: [...about.failed, party] },
    steps: [[committed ? 'not-revealed' : 'not-committed', { party }, isOver && isSo]],
  };
};

const seeding = async (
  about: Told,
  { recordedAt, data: { draw, beaconValue, seed } }: Entry<'draw.seeded.v1'>,
  sha256: Sha256,
): Promise<Judged> => {
  const { listHash, source } = about.announced;
  const parties = partiesOf(about);
  const text = seedText({
    case: about.case,
    draw,
    listHash,
    beaconValue,
    revealed: parties.map((party) => about.revealed[party]),
  });
  const isSettled =
    about.failed.length > 0 ||
    parties.every((party) => about.revealed[party] !== undefined || about.failed.includes(party));
  const isPublished = recordedAt >= source.publishedAfter && isPlausibleValue(source.beacon, beaconValue);
  const { address } = PUBLIC_BEACONS[source.beacon];
  return {
    after: { seed },
    steps: [
      ['value', { beacon: source.beacon, value: beaconValue, address }, isPublished],
      ['settled', {}, isSettled && about.seed === undefined],
      ['seed', { text, seed }, (await sha256(text)) === seed],
    ],
  };
};

const areSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((person, index) => person === other[index]);

const drawing = async (
  about: Told,
  { data }: Entry<'draw.drawn.v1'>,
  { team, sha256 }: Pick<At, 'team' | 'sha256'>,
): Promise<Judged> => {
  const { candidates, places } = about.announced;
  const { seed = '' } = about;
  const ranks = new Map<string, string>();
  for (const candidate of candidates) ranks.set(candidate, await sha256(rankText(seed, candidate)));
  const order = drawnOrder(candidates, (candidate) => ranks.get(candidate) ?? '');
  const chosen = order.filter((person) => !team.includes(person)).slice(0, places);
  return {
    after: { order: data.order, proposed: data.proposed },
    steps: [
      ['drawn-once', {}, about.seed !== undefined && about.order === undefined],
      ...order.map(
        (person, index): Looked => [
          'rank',
          { place: String(index + 1), person, rank: ranks.get(person) ?? '' },
          data.order[index] === person,
        ],
      ),
      ['proposed', { people: chosen.join(', ') }, areSame(data.proposed, chosen) && data.order.length === order.length],
    ],
    owed: data.proposed,
  };
};

const alternate = (
  about: Told,
  { data: { person } }: Entry<'draw.alternate-called.v1'>,
  team: readonly string[],
): Judged => {
  const { places, alternates } = about.announced;
  const { order = [], proposed: before } = about;
  const expected = order.find((candidate) => !before.includes(candidate) && !team.includes(candidate));
  const isFree = before.filter((candidate) => team.includes(candidate)).length < places;
  const isLeft = about.called < alternates;
  return {
    after: { proposed: [...before, person], called: about.called + 1 },
    steps: [['alternate', { person }, expected === person && isFree && isLeft]],
    owed: [person],
  };
};
