import * as z from 'zod/mini';
import { fact } from './fact.ts';
import { count, instant, sha256, subjectId } from './shapes.ts';
import { DOCUMENT_PURPOSES, DOCUMENT_REFUSALS } from './vocabulary.ts';

const document = subjectId('document');

export const documentEvents = {
  'document.declared.v1': fact(
    'Somebody will hand in a file, or has to. Its name and what it calls itself are content; its hash, its size and what it belongs to stand in the event where everybody may know them from the first minute, and in the content alone where something is sealed.',
    () => ({
      document,
      told: z.optional(
        z.strictObject({
          purpose: z.enum(DOCUMENT_PURPOSES),
          attachedTo: z.string().check(z.regex(/^[a-z][a-z0-9:-]{0,63}$/)),
          sha256,
          sizeBytes: count,
          supersedes: z.optional(document),
          redacts: z.optional(document),
        }),
      ),
    }),
  ),
  'document.arrived.v1': fact(
    'The bytes of a document arrived whole. They are being looked at and served to nobody.',
    () => ({
      document,
    }),
  ),
  'document.usable.v1': fact(
    'A document is what it was said to be and can do no harm. Its original is locked until an instant; what was derived from it, and what was taken out of that, is content.',
    () => ({ document, lockedUntil: instant }),
  ),
  'document.refused.v1': fact(
    'A document was not taken, or never came. Nothing of it is ever served; why stands in the content alone where something is sealed.',
    () => ({ document, reason: z.optional(z.enum(DOCUMENT_REFUSALS)) }),
  ),
  'document.read.v1': fact(
    'Somebody was given a link to a document that is not everybody’s. Who, and in what role, is content for those who answer for the case.',
    () => ({ document }),
  ),
  'document.bundled.v1': fact(
    'Somebody was given documents in the bundle of evidence of an escalation, as the case stood in one version of it. Which documents, and to whom, is content for those who answer for the case; for documents that are not everybody’s it is the record of their reading too.',
    () => ({ escalation: subjectId('escalation'), asOf: count, part: count }),
  ),
};
