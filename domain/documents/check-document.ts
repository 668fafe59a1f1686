import * as z from 'zod/mini';
import { asJsonObject, instant, subjectId } from '../../events/shapes.ts';
import { DOCUMENT_KINDS, DOCUMENT_REFUSALS } from '../../events/vocabulary.ts';
import { monthsAfter } from '../clocks/calendar.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { refuse } from '../refusals.ts';
import { type SubjectOf, subjectOf } from '../state.ts';
import { copySchema, UPLOADS } from './document-state.ts';
import { isEverybodys } from './may-read-document.ts';
import { thingOf } from './purposes.ts';

type Document = SubjectOf<'document'>;

/** The things that a decision about a document that is here looks at, besides the document itself. */
export const relatedToDocument = (id: string, subjects: Situation['subjects']): readonly string[] => {
  const document = subjectOf(subjects, 'document', id);
  if (document === undefined) return [];
  return [...thingOf(document.attachedTo), document.supersedes, document.redacts].filter((each) => each !== undefined);
};

/** A document in one of the states from which something can be done, or why it cannot. */
export const documentIn = (
  id: string,
  states: readonly Document['state'][],
  { subjects }: Pick<Situation, 'subjects'>,
): Document | { readonly refusal: ReturnType<typeof refuse>['refusal'] } => {
  const document = subjectOf(subjects, 'document', id);
  if (document === undefined) return refuse('document-unknown', { document: id });
  return states.includes(document.state) ? document : refuse('document-state', { state: document.state });
};

const document = subjectId('document');

/** The bytes are here: what follows is their examination. */
export const recordArrival = command({
  name: 'record-arrival',
  input: () => z.strictObject({ document, arrivedAt: instant }),
  subjects: (input) => [input.document],
  decide: ({ document: id, arrivedAt }, situation) => {
    const found = documentIn(id, ['awaited'], situation);
    if ('refusal' in found) return found;
    return record({ type: 'document.arrived.v1', data: { document: id }, content: { arrivedAt } });
  },
});

/** The examination found nothing against it, the original is locked, and the copies that are shown lie beside it. */
export const acceptDocument = command({
  name: 'accept-document',
  input: () =>
    z.strictObject({
      document,
      is: z.enum(DOCUMENT_KINDS),
      /** What it really is, by its right name. */
      mediaType: z.string(),
      lockedUntil: instant,
      shared: z.optional(copySchema),
      preview: z.optional(copySchema),
    }),
  subjects: (input) => [input.document],
  related: ({ document: id }, { subjects }) => relatedToDocument(id, subjects),
  decide: ({ document: id, lockedUntil, ...found }, situation): Decision => {
    const checked = documentIn(id, ['checking'], situation);
    if ('refusal' in checked) return checked;
    return record({ type: 'document.usable.v1', data: { document: id, lockedUntil }, content: asJsonObject(found) });
  },
});

/** The examination found something: nothing of it is served. */
export const refuseDocument = command({
  name: 'refuse-document',
  input: () => z.strictObject({ document, reason: z.enum(DOCUMENT_REFUSALS) }),
  subjects: (input) => [input.document, UPLOADS],
  related: ({ document: id }, { subjects }) => relatedToDocument(id, subjects),
  decide: ({ document: id, reason }, situation): Decision => {
    const checked = documentIn(id, ['checking'], situation);
    return 'refusal' in checked ? checked : refused(checked, reason, situation);
  },
});

/** What is not taken, and why: to everybody where what it hangs on is open. */
export const refused = (
  checked: Document,
  reason: (typeof DOCUMENT_REFUSALS)[number],
  situation: Situation,
): Decision => {
  const isOpen = isEverybodys(situation, checked);
  const quarantineDays = situation.profile.quarantineDays.value;
  return record({
    type: 'document.refused.v1',
    data: { document: checked.id, ...(isOpen ? { reason } : {}) },
    content: { reason, ...(reason === 'not-arrived' ? {} : { quarantineDays }) },
  });
};

/** Until when an original is locked that is found usable now. */
export const lockedUntil = ({ profile, now }: Pick<Situation, 'profile' | 'now'>): string =>
  `${monthsAfter(now.slice(0, 10), profile.documentRetentionMonths.value)}T00:00:00.000Z`;
