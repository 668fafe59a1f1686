import * as z from 'zod/mini';
import { subjectId } from '../../events/shapes.ts';
import { command } from '../command.ts';
import { refuse } from '../refusals.ts';
import { subjectOf } from '../state.ts';
import { refused, relatedToDocument } from './check-document.ts';
import { UPLOADS } from './document-state.ts';
import { uploadEndsAt } from './limits.ts';

/** A file that was announced and did not come sets its room free. Whoever finds it again declares it again. */
export const lapseUpload = command({
  name: 'lapse-upload',
  input: () => z.strictObject({ document: subjectId('document') }),
  subjects: ({ document }) => [document, UPLOADS],
  related: ({ document }, { subjects }) => relatedToDocument(document, subjects),
  decide: ({ document: id }, situation) => {
    const document = subjectOf(situation.subjects, 'document', id);
    if (document?.state !== 'awaited') return refuse('nothing-to-lapse');
    const dueAt = uploadEndsAt(document.declaredAt);
    return situation.now < dueAt ? refuse('term-running', { dueAt }) : refused(document, 'not-arrived', situation);
  },
});
