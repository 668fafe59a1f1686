import type { Instant } from '../../events/shapes.ts';
import type { InstrumentId } from '../../events/vocabulary.ts';
import { localDate } from '../clocks/calendar.ts';
import { coLey850 } from './co-ley-850.ts';
import { do18315 } from './do-183-15.ts';
import { mxCoahuila } from './mx-coahuila.ts';
import { mxFederal2000 } from './mx-federal-2000.ts';
import { mxFederal2025 } from './mx-federal-2025.ts';
import type { Profile } from './profile.ts';
import { tiIntegrityPact } from './ti-integrity-pact.ts';

/** Every version of every profile that a case may have been opened under. */
export const PROFILES: readonly Profile[] = [
  tiIntegrityPact,
  do18315,
  mxFederal2000,
  mxFederal2025,
  mxCoahuila,
  coLey850,
];

/** A version of a profile; undefined where there is none. */
export const findProfile = ({ id, version }: { id: string; version: number }): Profile | undefined =>
  PROFILES.find((profile) => profile.id === id && profile.version === version);

/** The version of a profile that a case keeps. Throws when the record names one that this release does not know: a bug. */
export const profileOf = ({ id, version }: { id: string; version: number }): Profile => {
  const found = findProfile({ id, version });
  if (found === undefined) throw new Error(`There is no profile ${id} version ${version}.`);
  return found;
};

/** The newest version of a profile, for a case that opens now. */
export const newestProfile = (id: string): Profile | undefined =>
  PROFILES.filter((profile) => profile.id === id).toSorted((a, b) => b.version - a.version)[0];

/** Whether a profile rules at an instant, by the calendar of its own zone: from midnight of its first day to that after its last. */
export const rulesAt = ({ validity: { value }, zone }: Profile, at: Instant): boolean => {
  const date = localDate(at, zone.value);
  return (value.from === undefined || value.from <= date) && (value.to === undefined || date <= value.to);
};

/** The profile that a case opens under when nobody names one. */
export const DEFAULT_PROFILE: Readonly<Record<InstrumentId, string>> = {
  'integrity-pact': tiIntegrityPact.id,
  'oversight-committee': do18315.id,
};
