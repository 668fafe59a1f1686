import * as z from 'zod/mini';
import { personId, subjectId } from '../../events/shapes.ts';
import { ROLES } from '../../events/vocabulary.ts';
import { command, record } from '../command.ts';
import { documentIn } from './check-document.ts';

/**
 * Somebody is given a link to a document that is not everybody’s. The house records it and not the reader: a reading is no act in the
 * case, and the chain shows it all the same.
 */
export const recordReading = command({
  name: 'record-reading',
  input: () =>
    z.strictObject({
      document: subjectId('document'),
      by: personId,
      role: z.enum(ROLES),
      copy: z.enum(['original', 'shared', 'preview']),
    }),
  subjects: ({ document }) => [document],
  decide: ({ document: id, ...content }, situation) => {
    const document = documentIn(id, ['usable'], situation);
    if ('refusal' in document) return document;
    return record({ type: 'document.read.v1', data: { document: id }, content });
  },
});
