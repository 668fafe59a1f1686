import * as z from 'zod/mini';
import { count, personId, subjectId } from '../../events/shapes.ts';
import { ROLES } from '../../events/vocabulary.ts';
import { command, type Decision, record } from '../command.ts';
import { refuse } from '../refusals.ts';
import { subjectOf } from '../state.ts';
import { documentIn } from './check-document.ts';
import { BUNDLED_AT_ONCE_MAX } from './limits.ts';

/**
 * Somebody is given documents in the bundle of an escalation. The house records it, as it records readings: it is no act in the case, and
 * the chain shows it all the same.
 */
export const recordBundling = command({
  name: 'record-bundling',
  input: () =>
    z.strictObject({
      escalation: subjectId('escalation'),
      /** The version of the case that the bundle tells of, and which of its parts it is. */
      asOf: count,
      part: count,
      documents: z.array(subjectId('document')).check(z.minLength(1), z.maxLength(BUNDLED_AT_ONCE_MAX)),
      copy: z.enum(['original', 'shared']),
      by: personId,
      role: z.enum(ROLES),
    }),
  subjects: ({ escalation, documents }) => [escalation, ...documents],
  decide: ({ escalation: id, asOf, part, ...content }, situation): Decision => {
    const escalation = subjectOf(situation.subjects, 'escalation', id);
    if (escalation === undefined) return refuse('escalation-unknown', { escalation: id });
    for (const each of content.documents) {
      const document = documentIn(each, ['usable'], situation);
      if ('refusal' in document) return document;
      if (!escalation.findings.includes(document.attachedTo)) return refuse('document-unknown', { document: each });
    }
    return record({ type: 'document.bundled.v1', data: { escalation: id, asOf, part }, content });
  },
});
