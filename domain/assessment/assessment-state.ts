import * as z from 'zod/mini';
import { instant, personId } from '../../events/shapes.ts';
import {
  ACHIEVEMENT_CODES,
  FACTOR_PRESENCES,
  PARTICIPATION_LEVELS,
  ROLES,
  SUSTAINMENTS,
  type SuccessDimension,
  type SuccessFactor,
} from '../../events/vocabulary.ts';

/** How often one thing is judged: each judgement stays with it. */
export const STATEMENTS_MAX = 30;

/** What can be said in a judgement: codes of achievement, the presence of a factor, a level of participation, what a check found. */
const saying = z.enum([...ACHIEVEMENT_CODES, ...FACTOR_PRESENCES, ...PARTICIPATION_LEVELS, ...SUSTAINMENTS]);

/** One judgement by a person; `recordedIn` holds its reasons and its evidence. */
export const statementSchema = z.strictObject({
  recordedIn: z.int(),
  statedAt: instant,
  by: personId,
  role: z.enum(ROLES),
  says: z.array(saying),
});
export type Statement = z.infer<typeof statementSchema>;

/** Everything that people judged of one dimension, one factor, or the like, first to last: the last one holds. */
export const assessmentSchema = z.strictObject({
  id: z.string(),
  recordedIn: z.int(),
  kind: z.literal('assessment'),
  statements: z.array(statementSchema),
});

export const codingOf = (dimension: SuccessDimension): string => `coding-of-${dimension}`;
export const factorThing = (factor: SuccessFactor): string => `factor-${factor}`;
export const PARTICIPATION = 'participation-claimed';
export const SUSTAINED = 'sustained-checks';
