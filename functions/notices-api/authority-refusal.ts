import { PROFILES } from '../../domain/profiles/profiles.ts';
import { type Refusal, refuse } from '../../domain/refusals.ts';
import { ProblemError } from '../_http/problem.ts';

/** Why an administrator cannot register an endpoint for an authority: its profile is not named, or does not know it. */
export const authorityRefusal = ({
  controlAuthority,
  profile,
}: {
  readonly controlAuthority: string;
  readonly profile?: string | undefined;
}): { readonly refusal: Refusal } | undefined => {
  if (profile === undefined) {
    const detail = 'must name the profile whose cases the endpoint serves';
    throw new ProblemError('input-invalid', { errors: [{ pointer: '/owner/profile', detail }] });
  }
  const versions = PROFILES.filter(({ id }) => id === profile);
  if (versions.length === 0) return refuse('profile-unknown', { profiles: [...new Set(PROFILES.map(({ id }) => id))] });
  const known = versions.flatMap(({ controlAuthorities }) => controlAuthorities.value.map(({ id }) => id));
  return known.includes(controlAuthority)
    ? undefined
    : refuse('control-authority-unknown', { controlAuthorities: [...new Set(known)] });
};
