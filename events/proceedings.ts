import * as z from 'zod/mini';
import { fact } from './fact.ts';
import { calendarDate, subjectId } from './shapes.ts';
import { PROCEEDING_KINDS, PROCEEDING_STATES } from './vocabulary.ts';

const proceeding = subjectId('proceeding');

/** What a proceeding tells of itself, unless it is about what is sealed: then all of it is content. */
const told = () => ({
  kind: z.optional(z.enum(PROCEEDING_KINDS)),
  state: z.optional(z.enum(PROCEEDING_STATES)),
  on: z.optional(calendarDate),
  escalation: z.optional(subjectId('escalation')),
  findings: z.optional(z.array(subjectId('observation'))),
});

export const proceedingEvents = {
  'proceeding.recorded.v1': fact(
    'A sanction or a proceeding that followed from findings is on record, with where it stands since which day. Number, body and whom it is against are content; where a finding is sealed everything is.',
    () => ({ proceeding, ...told() }),
  ),
  'proceeding.moved.v1': fact(
    'A sanction or a proceeding stands elsewhere since a day: decided, appealed, final or annulled. Where it is about what is sealed, that is content.',
    () => ({ proceeding, state: z.optional(z.enum(PROCEEDING_STATES)), on: z.optional(calendarDate) }),
  ),
};
