import * as z from 'zod/mini';
import { ROSTER_ZONE, statusAt } from '../../domain/roster/accreditation-status.ts';
import { type RosterRecord, writtenDetails } from '../../domain/roster/roster-entry.ts';
import { calendarDate, instant } from '../../events/shapes.ts';
import { ACCREDITATION_STATUSES, ROSTER_KINDS } from '../../events/vocabulary.ts';
import type { Caller } from '../_ports/ports.ts';

const accreditationView = z.strictObject({
  id: z.string(),
  number: z.string(),
  issuer: z.string(),
  status: z.enum(ACCREDITATION_STATUSES),
  validFrom: calendarDate,
  validTo: calendarDate,
  specialities: z.array(z.string()),
  territories: z.array(z.string()),
});

/** Somebody in the roster as a reader is shown them. What the reader may not see is absent. */
export const rosterView = z.strictObject({
  person: z.string(),
  kind: z.enum(ROSTER_KINDS),
  name: z.optional(z.string()),
  accreditations: z.array(accreditationView),
  addedAt: z.optional(instant),
  namePublic: z.optional(z.boolean()),
  email: writtenDetails.shape.email,
  phone: writtenDetails.shape.phone,
  document: writtenDetails.shape.document,
  interests: z.optional(writtenDetails.shape.interests),
});

export type RosterView = z.infer<typeof rosterView>;

/** Whether somebody reads the whole roster, names and contacts included. */
export const readsRoster = (caller: Caller | undefined): boolean =>
  (['coordinator', 'administrator', 'auditor'] as const).some((role) => caller?.roles.includes(role) === true);

/**
 * What a reader is shown: all to whoever keeps or uses the roster and to the person itself; to everybody else that an accreditation
 * exists, and a name only where it is public. Somebody without any accreditation is nobody to the public.
 */
export const shownTo = (caller: Caller | undefined, entry: RosterRecord, now: string): RosterView | undefined => {
  const { person, kind, addedAt, details } = entry;
  const accreditations = entry.accreditations.map(({ standing, ...each }) => ({
    ...each,
    status: statusAt({ ...each, ...(standing === undefined ? {} : { standing }) }, now, ROSTER_ZONE),
  }));
  if (readsRoster(caller) || caller?.person === person) return { person, kind, addedAt, ...details, accreditations };
  if (accreditations.length === 0) return undefined;
  return { person, kind, ...(details.namePublic ? { name: details.name } : {}), accreditations };
};
