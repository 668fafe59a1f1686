import * as z from 'zod/mini';
import { fact } from './fact.ts';
import { count, subjectId } from './shapes.ts';
import {
  ACHIEVEMENT_CODES,
  FACTOR_PRESENCES,
  PARTICIPATION_LEVELS,
  SUCCESS_DIMENSIONS,
  SUCCESS_FACTORS,
} from './vocabulary.ts';

/** What a judgement rests on: events of the case by their version, documents of it, and how many interviews, which are content. */
export const evidenceSchema = z.strictObject({
  events: z.array(count),
  documents: z.array(subjectId('document')),
  interviews: count,
});

export const assessmentEvents = {
  'dimension.coded.v1': fact(
    'A person coded a dimension, with reasons kept as content and the evidence that they rest on. It stands beside the computed coding and hides nothing; a later coding supersedes it, and overwrites nothing.',
    () => ({
      dimension: z.enum(SUCCESS_DIMENSIONS),
      codes: z.array(z.enum(ACHIEVEMENT_CODES)).check(z.minLength(1)),
      /** Absent in records from before it was asked for. */
      evidence: z.optional(evidenceSchema),
    }),
  ),
  'factor.assessed.v1': fact(
    'A person said whether a factor of success is present in the case, with reasons kept as content and the evidence. A later one supersedes it.',
    () => ({ factor: z.enum(SUCCESS_FACTORS), presence: z.enum(FACTOR_PRESENCES), evidence: evidenceSchema }),
  ),
  'participation.claimed.v1': fact(
    'The coordinator claimed a level of the IAP2 spectrum for the case, with reasons kept as content and what proves it. A later claim supersedes it.',
    () => ({ level: z.enum(PARTICIPATION_LEVELS), evidence: evidenceSchema }),
  ),
  'sustained.fell-due.v1': fact(
    'The profile’s months since the case was closed are over: somebody must look whether what was achieved still stands.',
    () => ({}),
  ),
  'sustained.checked.v1': fact(
    'After the profile’s months, somebody looked whether what was remedied or taken up still stands. What is undone is named in the content: a finding may be sealed.',
    () => ({ undoneRemedies: count, undoneRecommendations: count, evidence: evidenceSchema }),
  ),
};
