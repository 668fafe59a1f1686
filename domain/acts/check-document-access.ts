import * as z from 'zod/mini';
import { CHECKLIST_DOCUMENTS, DOCUMENT_ACCESS_RESULTS, STAGES } from '../../events/vocabulary.ts';
import { command, record } from '../command.ts';
import { stageOf } from '../instruments/instruments.ts';
import { refuse } from '../refusals.ts';
import { reason } from '../shapes.ts';

/** Records whether the team obtained one document of a stage's access checklist. */
export const checkDocumentAccess = command({
  name: 'check-document-access',
  input: () =>
    z.strictObject({
      stage: z.enum(STAGES),
      document: z.enum(CHECKLIST_DOCUMENTS),
      result: z.enum(DOCUMENT_ACCESS_RESULTS),
      note: z.optional(reason),
    }),
  decide: (input, { head, instrument }) => {
    const { checklist } = stageOf(instrument, input.stage);
    if (!checklist.includes(input.document))
      return refuse('document-not-on-checklist', { stage: input.stage, checklist });
    if (STAGES.indexOf(input.stage) > STAGES.indexOf(head.stage))
      return refuse('stage-not-reached', { stage: input.stage });
    return record({
      type: 'document-access.checked.v1',
      data: { stage: input.stage, document: input.document, result: input.result },
      ...(input.note === undefined ? {} : { content: { note: input.note } }),
    });
  },
});
