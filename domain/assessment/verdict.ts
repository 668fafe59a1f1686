import { DIMENSIONS, type Dimension } from '../../events/vocabulary.ts';
import { type Coding, contradict, isAssessed } from './coding.ts';

/** What the codings say of the case as a whole. `contested`: what was computed and what an assessor says exclude one another. */
export const VERDICTS = ['successful', 'notSuccessful', 'contested', 'open'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The codings of the dimensions that are mandatory; an empty one is not assessed. */
export type Codings = Readonly<Record<Dimension, Coding>>;

/** Successful if and only if every mandatory dimension is achieved; not successful as soon as one is not. */
export const verdictOf = (codings: Codings): Exclude<Verdict, 'contested'> => {
  if (DIMENSIONS.every((dimension) => codings[dimension].includes('achieved'))) return 'successful';
  return DIMENSIONS.some((dimension) => codings[dimension].includes('notAchieved')) ? 'notSuccessful' : 'open';
};

export interface DimensionVerdict {
  readonly computed: Coding;
  readonly assessed: Coding;
  /** The coding that counts for the verdict, and whose it is. */
  readonly counts: Coding;
  readonly of: 'computation' | 'assessor';
  readonly contested: boolean;
}

/**
 * Of a dimension counts what an assessor says, where one spoke, because a person weighs what no event tells; else what was computed. Where
 * the two exclude one another, neither counts: the dimension is contested until a milestone or an assessor moves.
 */
const weighed = (computed: Coding, assessed: Coding): DimensionVerdict => {
  const contested = contradict(computed, assessed);
  const of = isAssessed(assessed) ? 'assessor' : 'computation';
  const counts = of === 'assessor' ? assessed : computed;
  return { computed, assessed, counts: contested ? [] : counts, of, contested };
};

export interface WholeVerdict {
  readonly verdict: Verdict;
  /** What would be said by the events alone, and by the assessors alone: shown beside each other, neither hides the other. */
  readonly byComputation: Exclude<Verdict, 'contested'>;
  readonly byAssessors: Exclude<Verdict, 'contested'>;
  readonly dimensions: Readonly<Record<Dimension, DimensionVerdict>>;
}

/** The verdict on a case. Complementary dimensions have no part in it: they neither make up for a mandatory one nor take success away. */
export const weigh = (computed: Codings, assessed: Codings): WholeVerdict => {
  const dimensions = {
    effectiveness: weighed(computed.effectiveness, assessed.effectiveness),
    openness: weighed(computed.openness, assessed.openness),
  };
  const counting = verdictOf({ effectiveness: dimensions.effectiveness.counts, openness: dimensions.openness.counts });
  const isContested = DIMENSIONS.some((dimension) => dimensions[dimension].contested);
  return {
    // One mandatory dimension that surely failed is enough, whatever becomes of the contested one.
    verdict: counting === 'open' && isContested ? 'contested' : counting,
    byComputation: verdictOf(computed),
    byAssessors: verdictOf(assessed),
    dimensions,
  };
};
