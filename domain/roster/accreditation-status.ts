import type { Instant } from '../../events/shapes.ts';
import type { AccreditationLoss, AccreditationStatus } from '../../events/vocabulary.ts';
import { endOfDay, localDate } from '../clocks/calendar.ts';
import type { Accreditation, RosterRecord } from './roster-entry.ts';

/**
 * Where the days of an accreditation are counted when no case is concerned: in lists and single readings of the roster. Set by the
 * deployment; in a case its profile's zone counts.
 */
export const ROSTER_ZONE = 'America/Mexico_City';

type Days = Pick<Accreditation, 'validFrom' | 'validTo' | 'standing'>;

/** How an accreditation stands at an instant. What is on record goes before what the clock says. */
export const statusAt = ({ validFrom, validTo, standing }: Days, now: Instant, zone: string): AccreditationStatus => {
  if (standing !== undefined) return standing;
  const today = localDate(now, zone);
  if (today < validFrom) return 'pending';
  return today > validTo ? 'expired' : 'active';
};

/** The first instant at which an accreditation no longer holds: the end of its last day. */
export const heldUntil = ({ validTo }: Pick<Accreditation, 'validTo'>, zone: string): Instant =>
  endOfDay(validTo, zone);

/** How somebody stands in the roster: by the accreditation that holds longest, or by what keeps the others from holding. */
export type Standing =
  | { readonly status: 'active'; readonly accreditedUntil: Instant }
  | { readonly status: Exclude<AccreditationStatus, 'active'> | 'none' };

/** In the order in which they are told, where no accreditation holds: what somebody decided before what the calendar did. */
const TOLD = ['suspended', 'removed', 'expired', 'pending'] as const;

export const standingAt = ({ accreditations }: RosterRecord, now: Instant, zone: string): Standing => {
  const statuses = accreditations.map((each) => statusAt(each, now, zone));
  const ends = accreditations.filter((_, index) => statuses[index] === 'active').map((each) => heldUntil(each, zone));
  const accreditedUntil = ends.toSorted().at(-1);
  if (accreditedUntil !== undefined) return { status: 'active', accreditedUntil };
  return { status: TOLD.find((status) => statuses.includes(status)) ?? 'none' };
};

/** What a standing in the roster costs a member of a team; what merely ran out is told by the clock of the case. */
export const lossOf = (standing: Standing): AccreditationLoss | undefined =>
  standing.status === 'suspended' || standing.status === 'removed' ? standing.status : undefined;
