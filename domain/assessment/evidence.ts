import * as z from 'zod/mini';
import { asJsonObject, calendarDate, count, type JsonObject, subjectId } from '../../events/shapes.ts';
import type { Decision, Situation } from '../command.ts';
import { refuse } from '../refusals.ts';
import { reason, title } from '../shapes.ts';
import { subjectOf } from '../state.ts';

export const EVENTS_CITED_MAX = 50;
export const DOCUMENTS_CITED_MAX = 20;
export const INTERVIEWS_MAX = 10;

/** Whom somebody asked, by their function and never by name: what is said of an interview is everybody's. */
const interview = z.strictObject({ with: title, on: calendarDate, said: reason });

const some = z.strictObject({
  /** Events of the case, by their version. */
  events: z.optional(z.array(count.check(z.positive())).check(z.maxLength(EVENTS_CITED_MAX))),
  documents: z.optional(z.array(subjectId('document')).check(z.maxLength(DOCUMENTS_CITED_MAX))),
  interviews: z.optional(z.array(interview).check(z.maxLength(INTERVIEWS_MAX))),
});

/** What a judgement rests on, as people send it. */
export const evidenceInput = () => z.optional(some);

export type Evidence = z.infer<typeof some>;

/** What people wrote of a judgement, as its content keeps it. */
export const writtenJudgement = z.looseObject({ reasons: z.string(), evidence: z._default(some, {}) });

export const documentsIn = (evidence: Evidence = {}): readonly string[] => evidence.documents ?? [];

/** What the fact says of it: everything but the words. */
export const evidenceOf = ({ events = [], documents = [], interviews = [] }: Evidence = {}) => ({
  events: [...new Set(events)],
  documents: [...new Set(documents)],
  interviews: interviews.length,
});

export const contentOf = (written: {
  readonly reasons: string;
  readonly evidence?: Evidence | undefined;
}): JsonObject => asJsonObject({ reasons: written.reasons, evidence: written.evidence ?? {} });

/** Whether anything at all is brought forward. */
const isEvidenced = (evidence: Evidence = {}): boolean =>
  [evidence.events, evidence.documents, evidence.interviews].some((each) => (each?.length ?? 0) > 0);

/** Evidence must be there: events that are on record, and documents of the case that can be opened. */
export const evidenceRefusal = (
  evidence: Evidence | undefined,
  { version, subjects }: Situation,
  isNeeded: boolean,
): Decision | undefined => {
  if (isNeeded && !isEvidenced(evidence)) return refuse('evidence-missing');
  const { events = [] } = evidence ?? {};
  const ahead = events.find((event) => event > version);
  if (ahead !== undefined) return refuse('event-unknown', { event: ahead, last: version });
  for (const id of documentsIn(evidence)) {
    const document = subjectOf(subjects, 'document', id);
    if (document === undefined) return refuse('document-unknown', { document: id });
    if (document.state !== 'usable')
      return refuse('document-state', { state: document.state, allowedFrom: ['usable'] });
  }
  return undefined;
};
