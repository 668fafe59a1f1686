import { findProfile } from './profiles.ts';

/** Where a case is watched, as its profile says: a subdivision, else a country; undefined where the profile rules anywhere. */
export const territoryOf = (profile: { readonly id: string; readonly version: number }): string | undefined => {
  const territory = findProfile(profile)?.territory.value;
  return territory?.subdivision ?? territory?.country;
};
