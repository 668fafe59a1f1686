import * as z from 'zod/mini';
import { fact } from './fact.ts';
import { instant, subjectId } from './shapes.ts';
import { STAGES, VISIBILITIES } from './vocabulary.ts';

export const observationEvents = {
  'observation.filed.v1': fact(
    'A member of the team filed what was seen. That it exists, its stage and its seal are public from the first minute; its type, its act, its category, its severity and its words are content, shown at their time and never before. Who filed what is sealed is content too: the event names the role alone.',
    () => ({
      observation: subjectId('observation'),
      stage: z.enum(STAGES),
      late: z.boolean(),
      visibility: z.enum(VISIBILITIES),
    }),
  ),
  'finding.notified.v1': fact(
    'A finding was put to the contracting authority for its reply. Which one is content while it is sealed: only findings that weigh must be put to it.',
    () => ({
      observation: z.optional(subjectId('observation')),
      replyDueAt: instant,
    }),
  ),
  'finding.replied.v1': fact(
    'The contracting authority replied to a finding; the reply is content, public together with the finding, and so is which finding it was while that is sealed.',
    () => ({
      observation: z.optional(subjectId('observation')),
      late: z.boolean(),
    }),
  ),
  'reply.lapsed.v1': fact(
    'The term of the contracting authority to reply to a finding passed without a reply. Which finding is content while it is sealed.',
    () => ({
      observation: z.optional(subjectId('observation')),
    }),
  ),
};
