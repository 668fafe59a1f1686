import * as z from 'zod/mini';
import { INTEREST_KINDS } from '../../events/vocabulary.ts';
import { ID_LENGTH_MAX, NAME_LENGTH_MAX, SCHEME_LENGTH_MAX } from '../process/contracting-process.ts';
import { text } from '../shapes.ts';

/** How many interests one person can declare. */
export const INTERESTS_MAX = 50;

/** A tie of a person to an organisation or to another person: whom it names is personal data, kept apart from the events. */
export const interestSchema = z.strictObject({
  kind: z.enum(INTEREST_KINDS),
  name: text(NAME_LENGTH_MAX),
  /** Official identifier, such as a tax number; without a scheme it is compared with identifiers of any scheme. */
  identifier: z.exactOptional(
    z.strictObject({ scheme: z.exactOptional(text(SCHEME_LENGTH_MAX)), id: text(ID_LENGTH_MAX) }),
  ),
});

export type Interest = z.infer<typeof interestSchema>;
