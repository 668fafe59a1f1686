import type { InstrumentId } from '../../events/vocabulary.ts';
import { do18315 } from './do-183-15.ts';
import type { Profile } from './profile.ts';
import { tiIntegrityPact } from './ti-integrity-pact.ts';

/** Every version of every profile that a case may have been opened under. */
export const PROFILES: readonly Profile[] = [tiIntegrityPact, do18315];

/** The version of a profile that a case keeps. Throws when the record names one that this release does not know: a bug. */
export const profileOf = ({ id, version }: { id: string; version: number }): Profile => {
  const found = PROFILES.find((profile) => profile.id === id && profile.version === version);
  if (found === undefined) throw new Error(`There is no profile ${id} version ${version}.`);
  return found;
};

/** The newest version of a profile, for a case that opens now. */
export const newestProfile = (id: string): Profile | undefined =>
  PROFILES.filter((profile) => profile.id === id).toSorted((a, b) => b.version - a.version)[0];

/** The profile that a case opens under when nobody names one. */
export const DEFAULT_PROFILE: Readonly<Record<InstrumentId, string>> = {
  'integrity-pact': tiIntegrityPact.id,
  'oversight-committee': do18315.id,
};
