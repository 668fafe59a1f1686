import type { Endpoint, EndpointOwner } from '../_ports/outbox-ports.ts';

/** Who is accredited in a case, and under which profile it runs. */
export interface Standing {
  readonly profile: string | undefined;
  readonly liaisons: readonly { readonly person: string; readonly controlAuthority?: string | undefined }[];
}

/** Whether somebody is accredited for a control authority. */
export const isAccredited = (
  { liaisons }: Pick<Standing, 'liaisons'>,
  { person, controlAuthority }: { person: string; controlAuthority: string },
): boolean => liaisons.some((liaison) => liaison.person === person && liaison.controlAuthority === controlAuthority);

/**
 * Whether an endpoint serves a case as it stands. The code of an authority is that of a tier and shared by many institutions: so an
 * endpoint serves the cases of the profile that an administrator named, or else those in which whoever registered it is accredited.
 */
export const servesCase = (
  { owner, createdBy }: Pick<Endpoint, 'owner' | 'createdBy'>,
  standing: Standing,
): boolean => {
  if (!('controlAuthority' in owner)) return true;
  const { controlAuthority, profile } = owner;
  if (profile !== undefined) return profile === standing.profile;
  return isAccredited(standing, { person: createdBy, controlAuthority });
};

/** What an endpoint serves, in a word: every case, those of its profile, or those in which its registrant is accredited. */
export const servedBy = (owner: EndpointOwner) => {
  if (!('controlAuthority' in owner)) return 'every-case' as const;
  return owner.profile === undefined ? ('cases-of-registrant' as const) : ('cases-of-profile' as const);
};
