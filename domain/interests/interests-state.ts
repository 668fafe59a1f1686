import * as z from 'zod/mini';
import { personId } from '../../events/shapes.ts';
import { INTEREST_KINDS } from '../../events/vocabulary.ts';
import { partyWord } from './parties.ts';

/** The one subject that holds what the people of the team declared, as keys. No reading of the API shows it whole. */
export const INTERESTS = 'interests-1';

const identifierKeys = z.strictObject({ scheme: z.exactOptional(z.string()), id: z.string() });
const keysSchema = z.strictObject({
  kind: z.enum(INTEREST_KINDS),
  name: z.exactOptional(z.string()),
  identifier: z.exactOptional(identifierKeys),
});

/** `interest` is its place among those that the person declared. */
export const matchSchema = z.strictObject({
  party: partyWord,
  by: z.enum(['identifier', 'name']),
  interest: z.int().check(z.nonnegative()),
});

const declared = z.strictObject({
  /** The rule by which the keys were made. */
  rule: z.int().check(z.positive()),
  keys: z.array(keysSchema),
  /** Everything that was found; what was ruled not to stand is cleared and is not found again. */
  matches: z.array(z.extend(matchSchema, { cleared: z.boolean() })),
});

export const interestsSchema = z.strictObject({
  id: z.string(),
  recordedIn: z.int(),
  kind: z.literal('interests'),
  people: z.record(personId, declared),
});

export type Interests = z.infer<typeof interestsSchema>;
export type Declared = z.infer<typeof declared>;
export type KeyedInterest = z.infer<typeof keysSchema>;
export type FoundMatch = z.infer<typeof matchSchema>;

/** The content of a declaration, as far as the state of the case takes from it. */
export const declaredContent = z.looseObject({
  rule: z.optional(z.int()),
  keys: z.optional(z.array(keysSchema)),
  matches: z.optional(z.array(matchSchema)),
});

/** The content of a finding of impediments. */
export const foundContent = z.looseObject({ matches: z.optional(z.array(matchSchema)) });
