import * as z from 'zod/mini';
import type { RecordEntry } from '../../events/record.ts';
import { count, type JsonObject } from '../../events/shapes.ts';
import type { AchievementCode, Dimension } from '../../events/vocabulary.ts';
import { DIMENSIONS } from '../../events/vocabulary.ts';
import { effectivenessMilestones } from './effectiveness.ts';
import { foldFacts, milestoneFactsSchema, NO_FACTS } from './facts.ts';
import type { Judgement, Milestone } from './milestone.ts';
import { opennessMilestones } from './openness.ts';

export const MILESTONES: readonly Milestone[] = [...effectivenessMilestones, ...opennessMilestones];

/** How many proving events a milestone names; beyond it they are only counted, so that the projection of a long case stays small. */
export const PROOFS_MAX = 100;

const proofs = z.strictObject({ total: count, versions: z.array(z.int()) });

/** What the milestones of a case folded so far: a projection that can be thrown away and made anew from the stream. */
export const milestonesStateSchema = z.strictObject({
  facts: milestoneFactsSchema,
  proofs: z.record(z.string(), proofs),
  lastHash: z.string(),
});
export type MilestonesState = z.infer<typeof milestonesStateSchema>;

export const NO_MILESTONES: MilestonesState = { facts: NO_FACTS, proofs: {}, lastHash: '' };

/** The milestones after one more event, which must be the next of its stream. */
export const foldMilestones = (
  state: MilestonesState,
  entry: RecordEntry & { readonly content?: JsonObject },
): MilestonesState => ({
  facts: foldFacts(state.facts, entry),
  proofs: MILESTONES.filter(({ isProvenBy }) => isProvenBy(entry)).reduce(
    (known, { id }) => ({ ...known, [id]: withProof(known[id], entry.version) }),
    state.proofs,
  ),
  lastHash: entry.hash,
});

const withProof = (known: z.infer<typeof proofs> | undefined, version: number): z.infer<typeof proofs> => {
  const { total, versions } = known ?? { total: 0, versions: [] };
  return { total: total + 1, versions: versions.length < PROOFS_MAX ? [...versions, version] : versions };
};

export interface JudgedMilestone {
  readonly id: string;
  readonly name: string;
  readonly dimension: Dimension;
  readonly achievedWhen: string;
  readonly source: string;
  readonly judgement: Judgement;
  /** Events of the case that prove it, by id; `total` says how many there are where they are not all named. */
  readonly proof: { readonly total: number; readonly events: readonly string[] };
}

export const judgeMilestones = (
  caseId: string,
  { facts, proofs: known }: MilestonesState,
): readonly JudgedMilestone[] =>
  MILESTONES.map(({ id, name, dimension, achievedWhen, source, judge }) => {
    const { total, versions } = known[id] ?? { total: 0, versions: [] };
    return {
      id,
      name,
      dimension,
      achievedWhen,
      source,
      judgement: judge(facts),
      proof: { total, events: versions.map((version) => `${caseId}@${version}`) },
    };
  });

/**
 * The computed coding of each dimension: achieved when all its milestones that apply are, not achieved when one is settled as failed,
 * else what its milestones say of time and information (rulebook, section 9).
 */
export const codeDimensions = (
  milestones: readonly JudgedMilestone[],
): Readonly<Record<Dimension, readonly AchievementCode[]>> => {
  const [effectiveness, openness] = DIMENSIONS.map((dimension) =>
    codingOf(
      milestones.flatMap(({ dimension: of, judgement }) =>
        of === dimension && judgement.applies ? [judgement.status] : [],
      ),
    ),
  );
  return { effectiveness: effectiveness ?? [], openness: openness ?? [] };
};

const codingOf = (statuses: readonly AchievementCode[]): readonly AchievementCode[] => {
  if (statuses.includes('notAchieved')) return ['notAchieved'];
  if (statuses.length > 0 && statuses.every((status) => status === 'achieved')) return ['achieved'];
  return (['informationMissing', 'furtherTimeNeeded'] as const).filter((code) => statuses.includes(code));
};
