import * as z from 'zod/mini';
import { asJsonObject } from '../../events/shapes.ts';
import { ROSTER_KINDS } from '../../events/vocabulary.ts';
import { refuse } from '../refusals.ts';
import { granted, intervalRefusal } from './keep-accreditation.ts';
import { ofPerson, recordInRoster, rosterCommand } from './roster-command.ts';
import { accreditationShape, detailsShape } from './roster-entry.ts';

/** Puts a person or an organisation into the roster, with its first accreditation where it has one. */
export const addRosterEntry = rosterCommand({
  name: 'add-roster-entry',
  input: () =>
    z.strictObject({
      ...ofPerson,
      kind: z.enum(ROSTER_KINDS),
      ...detailsShape,
      accreditation: z.exactOptional(z.strictObject(accreditationShape)),
    }),
  decide: ({ person, kind, accreditation, ...details }, { entry }) => {
    if (entry !== undefined) return refuse('roster-entry-exists', { person });
    const unfit = accreditation === undefined ? undefined : intervalRefusal(accreditation);
    if (unfit !== undefined) return unfit;
    return recordInRoster(
      { type: 'roster.entry-added.v1', data: { person, kind }, content: asJsonObject(details) },
      ...(accreditation === undefined ? [] : [granted('accreditation-1', accreditation)]),
    );
  },
});

/** Puts right what the roster says of somebody: all of it anew. */
export const correctRosterEntry = rosterCommand({
  name: 'correct-roster-entry',
  input: () => z.strictObject({ ...ofPerson, ...detailsShape }),
  decide: ({ person, ...details }, { entry }) =>
    entry === undefined
      ? refuse('roster-entry-unknown', { person })
      : recordInRoster({ type: 'roster.entry-corrected.v1', data: { person }, content: asJsonObject(details) }),
});
