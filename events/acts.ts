import * as z from 'zod/mini';
import { fact } from './fact.ts';
import { instant, personId, subjectId } from './shapes.ts';
import {
  ABSENCE_REASONS,
  ACT_ABSENCES,
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
  'document-access.checked.v1': fact(
    'The team recorded whether it obtained one document of a stage’s access checklist. A later check supersedes an earlier one.',
    () => ({ stage: z.enum(STAGES), document: z.enum(CHECKLIST_DOCUMENTS), result: z.enum(DOCUMENT_ACCESS_RESULTS) }),
  ),
};
