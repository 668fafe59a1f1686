import * as z from 'zod/mini';
import { count, instant } from '../../events/shapes.ts';
import { ROLES, TAKE_UP_LEVELS } from '../../events/vocabulary.ts';

/** How far a recommendation was taken up as of a time; `recordedIn` holds the evidence. */
export const followUpSchema = z.strictObject({
  recordedIn: z.int(),
  level: z.enum(TAKE_UP_LEVELS),
  asOf: instant,
  recordedAt: instant,
  lowered: z.boolean(),
});

/** That an institution responded to a recommendation, and as what; `recordedIn` holds its words. */
export const responseSchema = z.strictObject({
  recordedIn: z.int(),
  respondedAt: instant,
  /** Left out of those that were kept before it was told. */
  role: z.optional(z.enum(ROLES)),
});

export const recommendationSchema = z.strictObject({
  id: z.string(),
  recordedIn: z.int(),
  kind: z.literal('recommendation'),
  report: z.string(),
  /** Which of those of its report it is, from 1 on; and the event whose content holds the text of the report. */
  number: count,
  textIn: z.int(),
  madeAt: instant,
  dueAt: instant,
  level: z.enum(TAKE_UP_LEVELS),
  followUps: z.array(followUpSchema),
  responses: z.array(responseSchema),
  /** Its due date passed before it had concrete feedback, and that is on record. */
  overdue: z.boolean(),
});
