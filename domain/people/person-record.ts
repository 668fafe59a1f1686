import * as z from 'zod/mini';
import { instant, personId } from '../../events/shapes.ts';
import { GIVEN_ROLES } from '../../events/vocabulary.ts';

/** What is read back from the content of the first fact. */
export const writtenPerson = z.strictObject({ email: z.string(), reason: z.string() });

/**
 * Somebody who may sign in, as the record has it. It holds personal data, so it is shown to those alone who keep the house or look over
 * its shoulder.
 */
export const personRecordSchema = z.strictObject({
  person: personId,
  addedAt: instant,
  email: z.string(),
  /** In the order of the vocabulary. */
  roles: z.array(z.enum(GIVEN_ROLES)),
  suspended: z.boolean(),
});

export type PersonRecord = z.infer<typeof personRecordSchema>;
