import * as z from 'zod/mini';
import { asJsonObject } from '../../events/shapes.ts';
import { ROSTER_KINDS } from '../../events/vocabulary.ts';
import { refuse } from '../refusals.ts';
import { granted, intervalRefusal, nextAccreditation, sameRegistration } from './keep-accreditation.ts';
import { ofPerson, type RosterDecision, type RosterProposal, recordInRoster, rosterCommand } from './roster-command.ts';
import {
  ACCREDITATIONS_MAX,
  type Accreditation,
  accreditationShape,
  type Details,
  detailsShape,
  type RosterRecord,
} from './roster-entry.ts';

/** What a table of the roster can say of somebody; a field that it leaves out is left as it stands. */
const { interests: _, namePublic: __, ...told } = detailsShape;

/**
 * One row of an imported table: the entry and one accreditation. It adds whoever is not there, puts right what differs, grants what is
 * new and renews what goes on to a later day. It never shortens, suspends or removes: that takes a reason.
 */
export const importRosterEntry = rosterCommand({
  name: 'import-roster-entry',
  input: () =>
    z.strictObject({
      ...ofPerson,
      kind: z.enum(ROSTER_KINDS),
      ...told,
      namePublic: z.exactOptional(z.boolean()),
      employer: z.exactOptional(detailsShape.name),
      ...accreditationShape,
    }),
  decide: ({ person, kind, number, issuer, validFrom, validTo, specialities, territories, ...row }, { entry }) => {
    const given = { number, issuer, validFrom, validTo, specialities, territories };
    const unfit = intervalRefusal(given);
    if (unfit !== undefined) return unfit;
    if (entry === undefined) {
      const details = detailsFrom(row, undefined);
      return recordInRoster(
        { type: 'roster.entry-added.v1', data: { person, kind }, content: asJsonObject(details) },
        granted('accreditation-1', given),
      );
    }
    if (entry.kind !== kind) return refuse('roster-kind-differs', { kind: entry.kind });
    return updated(entry, detailsFrom(row, entry.details), given);
  },
});

type Row = Pick<Details, 'name' | 'email' | 'phone' | 'document'> & { namePublic?: boolean; employer?: string };

/** What stands in the roster with what the row says put in its place. */
const detailsFrom = ({ employer, ...row }: Row, before: Details | undefined): Details => {
  const interests = before?.interests ?? [];
  const isKnown = interests.some(({ kind, name }) => kind === 'employer' && name === employer);
  return {
    ...(before ?? { namePublic: false }),
    ...row,
    interests: employer === undefined || isKnown ? interests : [...interests, { kind: 'employer', name: employer }],
  };
};

const updated = (
  entry: RosterRecord,
  details: Details,
  given: Omit<Accreditation, 'id' | 'standing'>,
): RosterDecision => {
  const isSame = JSON.stringify(inOrder(details)) === JSON.stringify(inOrder(entry.details));
  const corrections: readonly RosterProposal[] = isSame
    ? []
    : [{ type: 'roster.entry-corrected.v1', data: { person: entry.person }, content: asJsonObject(details) }];
  const known = sameRegistration(entry, given);
  if (known === undefined) {
    if (entry.accreditations.length >= ACCREDITATIONS_MAX) {
      return refuse('too-many-accreditations', { accreditationsMax: ACCREDITATIONS_MAX });
    }
    return recordInRoster(...corrections, granted(nextAccreditation(entry), given));
  }
  if (known.standing === 'removed') return refuse('accreditation-state', { standing: known.standing });
  if (given.validTo < known.validTo) return refuse('renewal-not-later', { validTo: known.validTo });
  const renewals: readonly RosterProposal[] =
    given.validTo === known.validTo
      ? []
      : [{ type: 'accreditation.renewed.v1', data: { accreditation: known.id, validTo: given.validTo } }];
  const facts = [...corrections, ...renewals];
  return facts.length === 0 ? refuse('roster-entry-unchanged', {}) : recordInRoster(...facts);
};

const inOrder = (details: Details) => Object.entries(details).toSorted(([a], [b]) => (a < b ? -1 : 1));
