import { isProposalOpen } from '../../domain/escalations/next-tier.ts';
import { OUTCOME_RULES } from '../../domain/escalations/outcomes.ts';
import type { Petitioner } from '../../domain/permissions.ts';
import { profileOf } from '../../domain/profiles/profiles.ts';
import type { Head, SubjectKind, SubjectOf } from '../../domain/state.ts';
import type { Instant } from '../../events/shapes.ts';
import { OUTCOMES, REMEDIES, SEVERITIES, type Visibility } from '../../events/vocabulary.ts';
import { type CaseFile, sha256 } from '../support/case-file.ts';
import { after, CONCLUSION, SUMMARY } from '../support/cast.ts';
import { type Dice, one } from './dice.ts';

export const MS_PER_HOUR = 3_600_000;

/** What an input can be made of. */
export interface Scene {
  readonly file: CaseFile;
  readonly head: Head;
  readonly petitioner: Petitioner;
  readonly now: Instant;
  readonly dice: Dice;
}

/** A thing of the case, or now and then one that it does not have. */
export const thing = (kind: SubjectKind, { file, dice }: Scene): string => {
  const ids = [...file.state.subjects.values()].filter((subject) => subject.kind === kind).map(({ id }) => id);
  return ids.length === 0 || dice.roll(20) === 0 ? `${kind}-${1 + dice.roll(30)}` : one(ids, dice);
};
/** One of these, or now and then any of their kind. */
export const rather = (ids: readonly string[], kind: SubjectKind, scene: Scene): string =>
  ids.length === 0 || scene.dice.roll(10) === 0 ? thing(kind, scene) : one(ids, scene.dice);

export const observations = ({ file }: Scene): readonly SubjectOf<'observation'>[] =>
  [...file.state.subjects.values()].filter((subject) => subject.kind === 'observation');
export const aFinding = (scene: Scene): string =>
  rather(
    observations(scene)
      .filter(({ type }) => type === 'finding')
      .map(({ id }) => id),
    'observation',
    scene,
  );
export const aFindingNotified = (scene: Scene): string =>
  rather(
    observations(scene)
      .filter(({ notifiedAt, repliedIn }) => notifiedAt !== undefined && repliedIn === undefined)
      .map(({ id }) => id),
    'observation',
    scene,
  );
/** Mostly one of those that whoever asks filed. */
export const ownObservation = (scene: Scene): string =>
  rather(
    observations(scene)
      .filter(({ by }) => by === scene.petitioner.person)
      .map(({ id }) => id),
    'observation',
    scene,
  );
export const sealedAs = (as: Visibility, scene: Scene): string =>
  rather(
    observations(scene)
      .filter(({ visibility }) => visibility === as)
      .map(({ id }) => id),
    'observation',
    scene,
  );
/** Mostly one that awaits its answer. */
export const aQuestion = (to: SubjectOf<'question'>['to'], scene: Scene): string =>
  rather(
    [...scene.file.state.subjects.values()].flatMap((subject) =>
      subject.kind === 'question' && subject.to === to && subject.answeredIn === undefined ? [subject.id] : [],
    ),
    'question',
    scene,
  );
export const bidder = ({ head, dice }: Scene): string =>
  one([...head.biddersAwaited.named, `bidder-${1 + dice.roll((head.numbers.bidder ?? 0) + 1)}`], dice);
export const member = ({ head, dice }: Scene): string =>
  one([...head.team.map(({ person }) => person), 'witness-1', 'member-1'], dice);
export const whoLeft = ({ state: { subjects } }: CaseFile): readonly string[] => [
  ...[...subjects.values()].flatMap((subject) => (subject.kind === 'departures' ? Object.keys(subject.people) : [])),
  'witness-9',
];
export const around = ({ now, dice }: Scene): Instant => after(now, (dice.roll(40) - 30) * MS_PER_HOUR);
export const controlAuthority = ({ head, dice }: Scene): string =>
  dice.roll(12) === 0
    ? 'nobody'
    : one(
        profileOf(head.profile).controlAuthorities.value.map(({ id }) => id),
        dice,
      );
export const WORDS = 'What somebody wrote.';
/** One of those whose names come back as bidders and as employers. */

const observationIds = ({ head }: Scene): readonly string[] =>
  Array.from({ length: head.numbers.observation ?? 0 }, (_, index) => `observation-${index + 1}`);

export const writtenText = (scene: Scene) => {
  const ids = observationIds(scene);
  const cites = scene.dice.roll(5) === 0 ? ids.slice(1) : ids;
  const recommendations = Array.from({ length: scene.dice.roll(3) }, (_, index) => ({
    to: WORDS,
    recommends: WORDS,
    dueAt: after(scene.now, (1 + index) * (scene.dice.roll(12) - 1) * 24 * MS_PER_HOUR),
  }));
  const excuse = recommendations.length === 0 ? { noRecommendationsReason: WORDS } : {};
  return { summary: SUMMARY, conclusion: CONCLUSION, cites, leavesOut: [], recommendations, ...excuse };
};

export const finding = ({ dice }: Scene) => ({
  type: 'finding',
  category: 'corruptionUntimely',
  severity: one(SEVERITIES, dice),
  legalBasis: WORDS,
});

const escalations = ({ file }: Scene): readonly SubjectOf<'escalation'>[] =>
  [...file.state.subjects.values()].filter((subject) => subject.kind === 'escalation');

/** Mostly one that was answered. */
export const anAnswered = (scene: Scene): string =>
  rather(
    escalations(scene)
      .filter(({ state }) => state === 'answered')
      .map(({ id }) => id),
    'escalation',
    scene,
  );

/** Mostly one after which another authority is proposed. */
export const aProposal = (scene: Scene): string =>
  rather(
    escalations(scene)
      .filter(isProposalOpen)
      .map(({ id }) => id),
    'escalation',
    scene,
  );

/** An answer that mostly does not contradict itself. */
export const anAnswer = (scene: Scene, escalation: string) => {
  const { dice } = scene;
  const outcome = one(OUTCOMES, dice);
  const isAsked = (detail: string): boolean =>
    [...OUTCOME_RULES[outcome].asks, ...(OUTCOME_RULES[outcome].asksOneOf ?? [])].some((each) => each === detail) !==
    (dice.roll(20) === 0);
  return {
    escalation,
    outcome,
    remedies: OUTCOME_RULES[outcome].remedies === 'none' ? [] : remedies(scene, escalation),
    answer: WORDS,
    ...(isAsked('number') ? { number: 'B-2' } : {}),
    ...(isAsked('inspectionOn') ? { inspectionOn: after(scene.now, 48 * MS_PER_HOUR).slice(0, 10) } : {}),
    ...(isAsked('missing') ? { missing: WORDS } : {}),
    ...(isAsked('competentAuthority') ? { competentAuthority: controlAuthority(scene) } : {}),
  };
};

const remedies = (scene: Scene, escalation: string) => {
  const found = scene.file.state.subjects.get(escalation);
  const findings = found?.kind === 'escalation' ? found.findings : ['observation-1'];
  return findings.map((observation) => ({ observation, remedy: one(REMEDIES, scene.dice) }));
};

/** The draw that is under way, or another. */
export const aDraw = (scene: Scene): string =>
  rather(scene.head.drawUnderWay === undefined ? [] : [scene.head.drawUnderWay], 'draw', scene);
export const drawsWithRoom = ({ file, head }: Scene): readonly string[] =>
  [...file.state.subjects.values()].flatMap((subject) =>
    subject.kind === 'draw' &&
    subject.state === 'drawn' &&
    subject.alternatesCalled < subject.alternates &&
    !head.team.some(({ person }) => subject.proposed.includes(person))
      ? [subject.id]
      : [],
  );
export const PARTIES = ['coordinator-1', 'authority-1'];
/** What a party keeps to itself until it reveals. */
export const secretOf = (party: string, draw: string): string => sha256(`${party} ${draw}`);

export const aRuling = (scene: Scene) => {
  const isNone = scene.dice.roll(4) === 0;
  const namesSomebody = scene.dice.roll(12) === 0 ? isNone : !isNone;
  return {
    decision: isNone ? 'none' : 'awarded',
    decidedAt: around(scene),
    suppliers: namesSomebody ? [bidder(scene)] : [],
  };
};
