import * as z from 'zod/mini';
import { calendarDate, code, instant, personId, territoryCode } from '../../events/shapes.ts';
import { ROSTER_KINDS } from '../../events/vocabulary.ts';
import { INTERESTS_MAX, interestSchema } from '../interests/interest.ts';
import { ID_LENGTH_MAX, SCHEME_LENGTH_MAX } from '../process/contracting-process.ts';
import { text, YEAR_MAX, YEAR_MIN } from '../shapes.ts';
import { rosterName } from './roster-name.ts';

/** How many accreditations an entry can hold, those that are over among them. */
export const ACCREDITATIONS_MAX = 20;
export const SPECIALITIES_MAX = 20;
export const TERRITORIES_MAX = 40;
const NUMBER_LENGTH_MAX = 60;
const CONTACT_LENGTH_MAX = 200;

const isPlausibleYear = (day: string): boolean => {
  const year = Number(day.slice(0, 4));
  // What is no day at all was said to be none already.
  return Number.isNaN(year) || (year >= YEAR_MIN && year <= YEAR_MAX);
};

/** A day of an accreditation as people send it. */
export const accreditationDay = calendarDate.check(
  z.refine(isPlausibleYear, { error: `must lie between ${YEAR_MIN} and ${YEAR_MAX}` }),
);

const areDistinct = (list: readonly string[]): boolean => new Set(list).size === list.length;
const ONCE = { error: 'must name each once' };

/** Who somebody in the roster is and how they are reached: personal data, which no event holds. */
export const detailsShape = {
  name: rosterName,
  /** Whether the name is told to everybody, as registers of witnesses do in some countries. Without a word of it, it is not. */
  namePublic: z._default(z.boolean(), false),
  email: z.exactOptional(text(CONTACT_LENGTH_MAX)),
  phone: z.exactOptional(text(CONTACT_LENGTH_MAX)),
  /** The number of an identity or tax document. */
  document: z.exactOptional(
    z.strictObject({ scheme: z.exactOptional(text(SCHEME_LENGTH_MAX)), id: text(ID_LENGTH_MAX) }),
  ),
  interests: z._default(z.array(interestSchema).check(z.maxLength(INTERESTS_MAX)), []),
};

/** What an issuer certifies: under which number, from which day to which, for what and where. */
export const accreditationShape = {
  number: text(NUMBER_LENGTH_MAX),
  issuer: rosterName,
  validFrom: accreditationDay,
  validTo: accreditationDay,
  specialities: z._default(z.array(code).check(z.maxLength(SPECIALITIES_MAX), z.refine(areDistinct, ONCE)), []),
  territories: z._default(z.array(territoryCode).check(z.maxLength(TERRITORIES_MAX), z.refine(areDistinct, ONCE)), []),
};

/** What is read back from the content of a fact. */
export const writtenDetails = z.strictObject({
  ...detailsShape,
  name: z.string(),
  namePublic: z.boolean(),
  interests: z.array(interestSchema),
});

export const writtenRegistration = z.strictObject({ number: z.string(), issuer: z.string() });

/** One accreditation of an entry. */
const accreditation = z.strictObject({
  id: z.string(),
  ...writtenRegistration.shape,
  validFrom: calendarDate,
  validTo: calendarDate,
  specialities: z.array(code),
  territories: z.array(territoryCode),
  /** What is on record against it; without one its days and the clock tell how it stands. */
  standing: z.optional(z.enum(['suspended', 'removed'])),
});

/**
 * What is known of somebody in the roster. It holds personal data, so it is never shown whole to whoever may not see them; the
 * entry's events alone are public.
 */
export const rosterEntrySchema = z.strictObject({
  person: personId,
  kind: z.enum(ROSTER_KINDS),
  addedAt: instant,
  details: writtenDetails,
  accreditations: z.array(accreditation),
});

export type Details = z.infer<typeof writtenDetails>;
export type Accreditation = z.infer<typeof accreditation>;
export type RosterRecord = z.infer<typeof rosterEntrySchema>;
