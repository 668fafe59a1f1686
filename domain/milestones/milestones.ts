import * as z from 'zod/mini';
import type { RecordEntry } from '../../events/record.ts';
import { count, type JsonObject } from '../../events/shapes.ts';
import type { Dimension } from '../../events/vocabulary.ts';
import { type Coding, joined } from '../assessment/coding.ts';
import type { MilestoneName } from './achieved-when.ts';
import { effectivenessMilestones } from './effectiveness.ts';
import { foldFacts, milestoneFactsSchema, NO_FACTS } from './facts.ts';
import type { Judgement, Milestone, MilestoneId } from './milestone.ts';
import { opennessMilestones } from './openness.ts';

export const MILESTONES: readonly Milestone[] = [...effectivenessMilestones, ...opennessMilestones];

/** How many proving events a milestone names; beyond it they are only counted, so that the projection of a long case stays small. */
export const PROOFS_MAX = 100;

const proofs = z.strictObject({ total: count, versions: z.array(z.int()) });

/**
 * By which rules a state was folded: the number grows with every change of a rule that old events would be folded differently by. A state
 * of other rules is not gone on from, but made anew from the stream.
 */
export const MILESTONE_RULES = 2;

/** What the milestones of a case folded so far: a projection that can be thrown away and made anew from the stream. */
export const milestonesStateSchema = z.strictObject({
  /** Absent in states from before it was kept. */
  rules: z.optional(z.int()),
  facts: milestoneFactsSchema,
  proofs: z.record(z.string(), proofs),
  lastHash: z.string(),
});
export type MilestonesState = z.infer<typeof milestonesStateSchema>;

export const NO_MILESTONES: MilestonesState = { rules: MILESTONE_RULES, facts: NO_FACTS, proofs: {}, lastHash: '' };

/** Whether a state can be gone on from. */
export const isOfTheseRules = ({ rules }: Pick<MilestonesState, 'rules'>): boolean => rules === MILESTONE_RULES;

/** The milestones after one more event, which must be the next of its stream. */
export const foldMilestones = (
  state: MilestonesState,
  entry: RecordEntry & { readonly content?: JsonObject },
): MilestonesState => ({
  rules: MILESTONE_RULES,
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
  readonly id: MilestoneId;
  readonly name: MilestoneName;
  readonly dimension: Dimension;
  readonly source: string;
  readonly judgement: Judgement;
  /** Events of the case that prove it, by id; `total` says how many there are where they are not all named. */
  readonly proof: { readonly total: number; readonly events: readonly string[] };
}

export const judgeMilestones = (
  caseId: string,
  { facts, proofs: known }: MilestonesState,
): readonly JudgedMilestone[] =>
  MILESTONES.map(({ id, name, dimension, source, judge }) => {
    const { total, versions } = known[id] ?? { total: 0, versions: [] };
    return {
      id,
      name,
      dimension,
      source,
      judgement: judge(facts),
      proof: { total, events: versions.map((version) => `${caseId}@${version}`) },
    };
  });

/** The computed coding of each dimension, from the milestones of it that apply (rulebook, section 9). */
export const codeDimensions = (
  milestones: readonly Pick<JudgedMilestone, 'dimension' | 'judgement'>[],
): Readonly<Record<Dimension, Coding>> => {
  const of = (dimension: Dimension): Coding =>
    joined(
      milestones.flatMap(({ dimension: its, judgement }) =>
        its === dimension && judgement.applies ? [judgement.status] : [],
      ),
    );
  return { effectiveness: of('effectiveness'), openness: of('openness') };
};
