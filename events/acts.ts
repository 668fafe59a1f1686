import * as z from 'zod/mini';
import { fact } from './fact.ts';
import { count, instant, personId, sha256, subjectId } from './shapes.ts';
import {
  ABSENCE_REASONS,
  ACT_ABSENCES,
  ACT_ACCOUNTS,
  ACT_KINDS,
  CHECKLIST_DOCUMENTS,
  DOCUMENT_ACCESS_RESULTS,
  STAGES,
} from './vocabulary.ts';

export const actsEvents = {
  'act.scheduled.v1': fact('A formal act of the procedure will be held at a known time.', () => ({
    act: subjectId('act'),
    kind: z.enum(ACT_KINDS),
    stage: z.enum(STAGES),
    heldAt: instant,
    public: z.boolean(),
  })),
  'act.attended.v1': fact(
    'The team attended an act: who was present, and whether citizens were admitted where the act is public.',
    () => ({
      act: subjectId('act'),
      stage: z.enum(STAGES),
      present: z.array(personId).check(z.minLength(1)),
      /** How many had to be present then. */
      quorum: z.optional(count),
      citizensAdmitted: z.optional(z.boolean()),
    }),
  ),
  'act.not-attended.v1': fact(
    'The team did not attend an act: it missed it, or somebody obstructed it. The circumstances are content.',
    () => ({
      act: subjectId('act'),
      stage: z.enum(STAGES),
      absence: z.enum(ACT_ABSENCES),
      reason: z.enum(ABSENCE_REASONS),
    }),
  ),
  'act.rescheduled.v1': fact(
    'An act that nobody has accounted for was given another time. The earlier one stays in the record; the reason and a new place are content.',
    () => ({ act: subjectId('act'), stage: z.enum(STAGES), from: instant, heldAt: instant, placed: z.boolean() }),
  ),
  'act.cancelled.v1': fact(
    'An act will not be held, or was not: nobody waits for it any more and no count holds it against anybody. The reason is content.',
    () => ({ act: subjectId('act'), stage: z.enum(STAGES), public: z.boolean() }),
  ),
  'act.held.v1': fact(
    'An act was held: when it really began and ended, and the hash of its minutes where there are any. Who presided is content.',
    () => ({
      act: subjectId('act'),
      stage: z.enum(STAGES),
      beganAt: instant,
      endedAt: instant,
      documentHash: z.optional(sha256),
    }),
  ),
  'act.account-corrected.v1': fact(
    'The team corrected how it accounted for an act. The first account stays in the record; the reason for the correction is content.',
    () => ({
      act: subjectId('act'),
      stage: z.enum(STAGES),
      from: z.enum(ACT_ACCOUNTS),
      to: z.enum(ACT_ACCOUNTS),
      present: z.optional(z.array(personId).check(z.minLength(1))),
      quorum: z.optional(count),
      absenceReason: z.optional(z.enum(ABSENCE_REASONS)),
      citizensAdmitted: z.optional(z.boolean()),
      /** What the account said before of the admission of citizens. */
      citizensAdmittedBefore: z.optional(z.boolean()),
    }),
  ),
  'document-access.checked.v1': fact(
    'The team recorded whether it obtained one document of a stage’s access checklist. A later check supersedes an earlier one.',
    () => ({ stage: z.enum(STAGES), document: z.enum(CHECKLIST_DOCUMENTS), result: z.enum(DOCUMENT_ACCESS_RESULTS) }),
  ),
};
