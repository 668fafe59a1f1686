import * as z from 'zod/mini';
import type { FactData } from '../../events/catalogue.ts';
import type { RecordEntry } from '../../events/record.ts';
import { count, instant, type JsonObject } from '../../events/shapes.ts';
import {
  DOCUMENT_ACCESS_RESULTS,
  PARTICIPATION_LEVELS,
  REMEDIES,
  STAGES,
  type Stage,
} from '../../events/vocabulary.ts';
import { remediesOf, unremediedOf } from '../observations/confide.ts';
import { isTakenUp } from '../recommendations/take-up.ts';

/** What the milestones need to know of a case, folded from its events: no clock, and no content but what became of sealed findings. */
export const milestoneFactsSchema = z.strictObject({
  stagesLeft: z.partialRecord(z.enum(STAGES), instant),
  /** The earliest of the acts scheduled in the tender. */
  tenderFirstActAt: z.optional(instant),
  /** When each act of the tender is or was held, as far as that may still change which was first. */
  tenderActsAt: z.optional(z.record(z.string(), instant)),
  acts: z.strictObject({ scheduled: count, attended: count, missed: count, obstructed: count }),
  publicActs: z.strictObject({ scheduled: count, admitted: count, notAdmitted: count }),
  awardRecorded: z.boolean(),
  awardReportAdoptedAt: z.optional(instant),
  contractSignedAt: z.optional(instant),
  escalations: z.strictObject({ sent: count, inTime: count, late: count, lapsed: count }),
  /** Questions to the contracting authority, not those to the team. */
  questions: z.optional(z.strictObject({ asked: count, inTime: count, late: count, overdue: count })),
  /** The latest remedy of each finding that was escalated. */
  remedies: z.record(z.string(), z.enum(REMEDIES)),
  finalReport: z.optional(z.strictObject({ publishedAt: instant, late: z.boolean() })),
  recommendations: count,
  /** What published reports recommend: by when, and how far each was taken up by then. */
  recommended: z.optional(
    z.record(z.string(), z.strictObject({ dueAt: instant, takenUp: z.boolean(), failed: z.boolean() })),
  ),
  observations: z.strictObject({ public: count, afterAward: count, restricted: count }),
  /** Extended embargoes that have not ended, each with its end. */
  embargoes: z.optional(z.record(z.string(), instant)),
  documentAccess: z.record(z.string(), z.enum(DOCUMENT_ACCESS_RESULTS)),
  processEnded: z.boolean(),
  /** Absent until the first tip. */
  tips: z.optional(z.strictObject({ received: count, inTime: count, late: count, overdue: count })),
  /** An act of the tender was held while the team was still being appointed. */
  heldUnwatched: z.optional(z.boolean()),
  /** How many events and documents the latest claim of a level of participation brings forward. */
  participation: z.optional(z.strictObject({ level: z.enum(PARTICIPATION_LEVELS), checkable: count })),
  /** Findings that are remedied and recommendations that are taken up, as told last; and those of them that no longer are, since the case was closed. */
  done: z.optional(z.array(z.string())),
  undone: z.optional(z.array(z.string())),
  /** The months after the closing are over; whether somebody looked, and how many things were found undone. */
  sustainedCheck: z.optional(z.strictObject({ checked: z.boolean(), undone: count })),
  /** The committee was dissolved while it watched: what it did not see, nobody saw. */
  dissolved: z.optional(z.boolean()),
});
export type MilestoneFacts = z.infer<typeof milestoneFactsSchema>;

export const NO_FACTS: MilestoneFacts = {
  stagesLeft: {},
  acts: { scheduled: 0, attended: 0, missed: 0, obstructed: 0 },
  publicActs: { scheduled: 0, admitted: 0, notAdmitted: 0 },
  awardRecorded: false,
  escalations: { sent: 0, inTime: 0, late: 0, lapsed: 0 },
  remedies: {},
  recommendations: 0,
  observations: { public: 0, afterAward: 0, restricted: 0 },
  documentAccess: {},
  processEnded: false,
};

/** The stages whose acts are watched for E2 and O2. */
export const WATCHED_STAGES: readonly Stage[] = ['tender-observation', 'award-review'];

const earliest = (known: string | undefined, other: string): string =>
  known === undefined || other < known ? other : known;

const plus = <Counts extends Record<string, number>>(counts: Counts, key: keyof Counts): Counts => ({
  ...counts,
  [key]: Number(counts[key]) + 1,
});

/** The facts after one more event of the case. Events that tell the milestones nothing leave them as they are. */
export const foldFacts = (facts: MilestoneFacts, entry: Entry): MilestoneFacts => {
  const after = foldFact(facts, entry);
  return DOES_OR_UNDOES.includes(entry.type) ? withDone(after, entry) : after;
};

type Entry = RecordEntry & { readonly content?: JsonObject };

const foldFact = (facts: MilestoneFacts, entry: Entry): MilestoneFacts => {
  switch (entry.type) {
    case 'stage.advanced.v1':
      return { ...facts, stagesLeft: { ...facts.stagesLeft, [entry.data.from]: entry.recordedAt } };
    case 'process.ended.v1':
      return {
        ...facts,
        ...embargoesBeyond(facts, entry.recordedAt),
        processEnded: true,
        stagesLeft: { ...facts.stagesLeft, [entry.data.stage]: entry.recordedAt },
      };
    case 'committee.dissolved.v1':
      return {
        ...facts,
        dissolved: true,
        stagesLeft: { ...facts.stagesLeft, [entry.data.stage]: entry.recordedAt },
      };
    case 'act.scheduled.v1':
      return foldScheduled(facts, entry.data);
    case 'act.rescheduled.v1':
      return actMoved(facts, entry.data, entry.data.heldAt);
    case 'act.held.v1':
      return { ...actMoved(facts, entry.data, entry.data.beganAt), ...unwatched(facts, entry.data.stage) };
    case 'act.cancelled.v1':
      return foldCancelled(facts, entry.data);
    case 'act.account-corrected.v1':
      return foldCorrected(facts, entry.data);
    case 'act.attended.v1':
      return foldAttended(facts, entry.data);
    case 'act.not-attended.v1':
      return WATCHED_STAGES.includes(entry.data.stage)
        ? { ...facts, acts: plus(facts.acts, entry.data.absence) }
        : facts;
    case 'document-access.checked.v1': {
      const { stage, document, result } = entry.data;
      return { ...facts, documentAccess: { ...facts.documentAccess, [`${stage}/${document}`]: result } };
    }
    case 'award.recorded.v1':
      return { ...facts, ...embargoesBeyond(facts, entry.recordedAt), awardRecorded: true };
    case 'process.imported.v1':
    case 'process.changed.v1':
      return signedAt(facts, entry.data.contractSignedAt);
    case 'contract.signed.v1':
      return signedAt(facts, entry.data.signedAt);
    case 'tip.received.v1':
      return { ...facts, tips: plus(facts.tips ?? NO_TIPS, 'received') };
    case 'tip.overdue.v1':
      return { ...facts, tips: plus(facts.tips ?? NO_TIPS, 'overdue') };
    case 'tip.answered.v1':
      return { ...facts, tips: plus(facts.tips ?? NO_TIPS, entry.data.late ? 'late' : 'inTime') };
    case 'escalation.sent.v1':
      return { ...facts, escalations: plus(facts.escalations, 'sent') };
    case 'escalation.answered.v1':
      return foldAnswered(facts, { late: entry.data.late, remedies: remediesOf(entry) });
    case 'escalation.answer-revised.v1':
      return foldRevised(facts, { remedies: remediesOf(entry), unremedied: unremediedOf(entry) });
    case 'escalation.lapsed.v1':
      return { ...facts, escalations: plus(facts.escalations, 'lapsed') };
    case 'report.drafted.v1':
    case 'report.redrafted.v1':
      return { ...facts, recommendations: entry.data.recommendations };
    case 'report.adopted.v1':
      return entry.data.stage === 'award-review' ? { ...facts, awardReportAdoptedAt: entry.recordedAt } : facts;
    case 'report.published.v1':
      return entry.data.stage === 'final-report'
        ? { ...facts, finalReport: { publishedAt: entry.recordedAt, late: entry.data.late } }
        : facts;
    default:
      return foldSeen(facts, entry);
  }
};

/** What the team saw, how long it stays sealed, and what was asked of the authority about it. */
const foldSeen = (facts: MilestoneFacts, entry: RecordEntry): MilestoneFacts => {
  switch (entry.type) {
    case 'observation.filed.v1':
      return { ...facts, observations: plus(facts.observations, OBSERVED[entry.data.visibility]) };
    case 'observation.corrected.v1':
      return entry.data.restricted === true
        ? withoutEmbargo(moved(facts, 'afterAward', 'restricted'), entry.data.observation)
        : facts;
    case 'observation.released.v1':
      return moved(facts, 'restricted', 'public');
    case 'embargo.extended.v1':
      return { ...facts, embargoes: { ...facts.embargoes, [entry.data.observation]: entry.data.until } };
    case 'embargo.ended.v1':
      return withoutEmbargo(facts, entry.data.observation);
    case 'question.asked.v1':
      return entry.data.to === 'team' ? facts : questioned(facts, 'asked');
    case 'question.answered.v1':
      return entry.data.to === 'team' ? facts : questioned(facts, entry.data.late ? 'late' : 'inTime');
    case 'recommendations.made.v1':
    case 'recommendation.followed-up.v1':
    case 'recommendation.overdue.v1':
      return { ...facts, recommended: foldRecommended(facts.recommended ?? {}, entry) };
    case 'answer.overdue.v1':
      return entry.data.to === 'team' ? facts : questioned(facts, 'overdue');
    default:
      return foldJudged(facts, entry);
  }
};

/** What people claim and look up of the case itself. */
const foldJudged = (facts: MilestoneFacts, entry: RecordEntry): MilestoneFacts => {
  switch (entry.type) {
    case 'participation.claimed.v1': {
      const { level, evidence } = entry.data;
      return { ...facts, participation: { level, checkable: evidence.events.length + evidence.documents.length } };
    }
    case 'sustained.fell-due.v1':
      return facts.sustainedCheck === undefined ? { ...facts, sustainedCheck: { checked: false, undone: 0 } } : facts;
    case 'sustained.checked.v1': {
      const { undoneRemedies, undoneRecommendations } = entry.data;
      return { ...facts, sustainedCheck: { checked: true, undone: undoneRemedies + undoneRecommendations } };
    }
    default:
      return facts;
  }
};

const unwatched = ({ stagesLeft }: MilestoneFacts, stage: Stage): Pick<MilestoneFacts, 'heldUnwatched'> =>
  stage === 'tender-observation' && stagesLeft.appointment === undefined ? { heldUnwatched: true } : {};

const DOES_OR_UNDOES: readonly RecordEntry['type'][] = [
  'escalation.answered.v1',
  'escalation.answer-revised.v1',
  'recommendation.followed-up.v1',
];

/** What is done now; and what was, and is not any more, once the case is closed. */
const withDone = (facts: MilestoneFacts, entry: Entry): MilestoneFacts => {
  const before = facts.done ?? [];
  const remedied = Object.keys(facts.remedies).filter((id) => facts.remedies[id] === 'eliminated');
  const takenUp = before.filter((id) => id.startsWith(RECOMMENDATION));
  const done = [...remedied, ...(entry.type === 'recommendation.followed-up.v1' ? told(takenUp, entry.data) : takenUp)];
  const isClosed = facts.stagesLeft['final-report'] !== undefined;
  const fell = isClosed ? before.filter((id) => !done.includes(id)) : [];
  const undone = [...new Set([...(facts.undone ?? []), ...fell])].filter((id) => !done.includes(id));
  return { ...facts, done: done.toSorted(), ...(undone.length + (facts.undone ?? []).length === 0 ? {} : { undone }) };
};

const RECOMMENDATION = 'recommendation-';

const told = (
  takenUp: readonly string[],
  { recommendation, level }: FactData<'recommendation.followed-up.v1'>,
): readonly string[] => {
  const others = takenUp.filter((id) => id !== recommendation);
  return isTakenUp(level) ? [...others, recommendation] : others;
};

type Recommended = NonNullable<MilestoneFacts['recommended']>;
type OfRecommendation = Extract<RecordEntry, { type: `recommendation${string}` }>;

/** What counts is how far each was taken up by its due date: as of when it was so, not when somebody recorded it. */
const foldRecommended = (known: Recommended, entry: OfRecommendation): Recommended => {
  if (entry.type === 'recommendations.made.v1') {
    const made = entry.data.recommendations.map(
      ({ recommendation, dueAt }) => [recommendation, { dueAt, takenUp: false, failed: false }] as const,
    );
    return { ...known, ...Object.fromEntries(made) };
  }
  if (entry.type === 'recommendation.responded.v1') return known;
  const id = entry.data.recommendation;
  const found = known[id];
  if (found === undefined) return known;
  if (entry.type === 'recommendation.overdue.v1') return { ...known, [id]: { ...found, failed: true } };
  // What came after its date says that the date is over, and nothing of what stood by then.
  return entry.observedAt >= found.dueAt
    ? { ...known, [id]: { ...found, failed: !found.takenUp } }
    : { ...known, [id]: { ...found, takenUp: isTakenUp(entry.data.level), failed: false } };
};

export const NO_QUESTIONS = { asked: 0, inTime: 0, late: 0, overdue: 0 };

const questioned = (facts: MilestoneFacts, what: keyof typeof NO_QUESTIONS): MilestoneFacts => ({
  ...facts,
  questions: plus(facts.questions ?? NO_QUESTIONS, what),
});

type Observed = MilestoneFacts['observations'];

const moved = (facts: MilestoneFacts, from: keyof Observed, to: keyof Observed): MilestoneFacts => {
  const { observations } = facts;
  return { ...facts, observations: plus({ ...observations, [from]: observations[from] - 1 }, to) };
};

const withoutEmbargo = (facts: MilestoneFacts, observation: string): MilestoneFacts => {
  if (facts.embargoes?.[observation] === undefined) return facts;
  const { [observation]: _, ...embargoes } = facts.embargoes;
  return { ...facts, embargoes };
};

/** An extension that ended before the award kept nothing sealed beyond it. */
const embargoesBeyond = ({ embargoes }: MilestoneFacts, at: string): Pick<MilestoneFacts, 'embargoes'> =>
  embargoes === undefined
    ? {}
    : { embargoes: Object.fromEntries(Object.entries(embargoes).filter(([, until]) => until > at)) };

export const NO_TIPS = { received: 0, inTime: 0, late: 0, overdue: 0 };
const OBSERVED = { public: 'public', 'after-award': 'afterAward', restricted: 'restricted' } as const;

/** The official data and the team may tell different dates: the earlier one counts against a late review. */
const signedAt = (facts: MilestoneFacts, signed: string | undefined): MilestoneFacts =>
  signed === undefined ? facts : { ...facts, contractSignedAt: earliest(facts.contractSignedAt, signed) };

const foldScheduled = (
  facts: MilestoneFacts,
  act: { act: string; stage: Stage; heldAt: string; public: boolean },
): MilestoneFacts => {
  if (!WATCHED_STAGES.includes(act.stage)) return facts;
  return {
    ...facts,
    acts: plus(facts.acts, 'scheduled'),
    publicActs: act.public ? plus(facts.publicActs, 'scheduled') : facts.publicActs,
    ...(act.stage === 'tender-observation' ? withTenderAct(facts, act.act, act.heldAt) : {}),
  };
};

/** When the acts of the tender are held; the first of them follows. Without a time, an act is held no more. */
const withTenderAct = (
  { tenderActsAt = {} }: MilestoneFacts,
  act: string,
  at?: string,
): Pick<MilestoneFacts, 'tenderActsAt' | 'tenderFirstActAt'> => {
  const { [act]: _, ...others } = tenderActsAt;
  const all = at === undefined ? others : { ...others, [act]: at };
  return { tenderActsAt: all, tenderFirstActAt: Object.values(all).toSorted()[0] };
};

const actMoved = (facts: MilestoneFacts, { act, stage }: { act: string; stage: Stage }, at: string): MilestoneFacts =>
  stage === 'tender-observation' ? { ...facts, ...withTenderAct(facts, act, at) } : facts;

const minus = <Counts extends Record<string, number>>(counts: Counts, key: keyof Counts): Counts => ({
  ...counts,
  [key]: Number(counts[key]) - 1,
});

/** An act that is not held counts neither for nor against anybody. */
const foldCancelled = (facts: MilestoneFacts, act: { act: string; stage: Stage; public: boolean }): MilestoneFacts => {
  if (!WATCHED_STAGES.includes(act.stage)) return facts;
  return {
    ...facts,
    acts: minus(facts.acts, 'scheduled'),
    publicActs: act.public ? minus(facts.publicActs, 'scheduled') : facts.publicActs,
    ...(act.stage === 'tender-observation' ? withTenderAct(facts, act.act) : {}),
  };
};

interface Correction {
  readonly stage: Stage;
  readonly from: 'attended' | 'missed' | 'obstructed';
  readonly to: 'attended' | 'missed' | 'obstructed';
  readonly citizensAdmitted?: boolean | undefined;
  readonly citizensAdmittedBefore?: boolean | undefined;
}

const foldCorrected = (facts: MilestoneFacts, correction: Correction): MilestoneFacts => {
  if (!WATCHED_STAGES.includes(correction.stage)) return facts;
  const { from, to, citizensAdmitted: now, citizensAdmittedBefore: before } = correction;
  const admission = (admitted: boolean) => (admitted ? 'admitted' : 'notAdmitted');
  const without = before === undefined ? facts.publicActs : minus(facts.publicActs, admission(before));
  return {
    ...facts,
    acts: plus(minus(facts.acts, from), to),
    publicActs: now === undefined ? without : plus(without, admission(now)),
  };
};

const foldAttended = (
  facts: MilestoneFacts,
  { stage, citizensAdmitted }: { stage: Stage; citizensAdmitted?: boolean | undefined },
): MilestoneFacts => {
  if (!WATCHED_STAGES.includes(stage)) return facts;
  const acts = plus(facts.acts, 'attended');
  if (citizensAdmitted === undefined) return { ...facts, acts };
  return { ...facts, acts, publicActs: plus(facts.publicActs, citizensAdmitted ? 'admitted' : 'notAdmitted') };
};

/** A higher tier may remedy what a lower one did not: the latest answer about a finding counts. */
const foldAnswered = (
  facts: MilestoneFacts,
  { late, remedies }: { late: boolean; remedies: ReturnType<typeof remediesOf> },
): MilestoneFacts => ({
  ...facts,
  escalations: plus(facts.escalations, late ? 'late' : 'inTime'),
  remedies: {
    ...facts.remedies,
    ...Object.fromEntries(remedies.map(({ observation, remedy }) => [observation, remedy])),
  },
});

/** A later answer counts no escalation anew; what it says of a finding holds, and what it says no more does not. */
const foldRevised = (
  facts: MilestoneFacts,
  { remedies, unremedied }: { remedies: ReturnType<typeof remediesOf>; unremedied: readonly string[] },
): MilestoneFacts => ({
  ...facts,
  remedies: {
    ...Object.fromEntries(Object.entries(facts.remedies).filter(([observation]) => !unremedied.includes(observation))),
    ...Object.fromEntries(remedies.map(({ observation, remedy }) => [observation, remedy])),
  },
});
