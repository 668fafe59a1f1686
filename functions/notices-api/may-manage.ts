import { refuse } from '../../domain/refusals.ts';
import { isAccredited } from '../_notices/serves.ts';
import type { Endpoint, EndpointOwner } from '../_ports/outbox-ports.ts';
import type { Caller } from '../_ports/ports.ts';
import { stateOf } from '../_record/state-codec.ts';
import { authorityRefusal } from './authority-refusal.ts';
import type { NoticesApiPorts } from './notices-api-ports.ts';

interface Asked {
  readonly owner: EndpointOwner;
  readonly case?: string | undefined;
}

const isAdministrator = ({ roles }: Caller): boolean => roles.includes('administrator');

/** Whether the caller is accredited now for the authority, in the case that is named. No token says for which one somebody works. */
const isAccreditedNow = async (
  { cases }: NoticesApiPorts,
  { person, roles }: Caller,
  { owner, case: caseId }: Asked,
): Promise<boolean> => {
  if (caseId === undefined || !('controlAuthority' in owner) || !roles.includes('control-authority')) return false;
  const { head } = stateOf(await cases.read({ case: caseId, subjects: [] }));
  return isAccredited({ liaisons: head?.liaisons ?? [] }, { person, controlAuthority: owner.controlAuthority });
};

/**
 * Why the caller may not register an endpoint; undefined: nothing is in the way. Whoever is accredited in a case does it for their own
 * cases; administrators for organisations, and for an authority in all cases of a profile, which they name.
 */
export const registrationRefusal = async (ports: NoticesApiPorts, caller: Caller, asked: Asked) => {
  const { owner } = asked;
  const isOfProfile = 'controlAuthority' in owner && owner.profile !== undefined;
  if (!isOfProfile && (await isAccreditedNow(ports, caller, asked))) return undefined;
  if (!isAdministrator(caller)) return refuse('not-permitted', { operation: 'register-endpoint' });
  return 'controlAuthority' in owner ? authorityRefusal(owner) : undefined;
};

/** An endpoint that the caller looks after: administrators after all of them, everybody else after their own. To others there is none. */
export const managedBy = async (
  { endpoints }: NoticesApiPorts,
  caller: Caller | undefined,
  id = '',
): Promise<Endpoint | undefined> => {
  const endpoint = caller === undefined ? undefined : await endpoints.get(id);
  if (caller === undefined || endpoint === undefined) return undefined;
  return isAdministrator(caller) || isOwn(caller, endpoint) ? endpoint : undefined;
};

const isOwn = ({ person, roles }: Caller, { owner, createdBy }: Endpoint): boolean =>
  createdBy === person &&
  'controlAuthority' in owner &&
  owner.profile === undefined &&
  roles.includes('control-authority');

/** An endpoint that the caller may look at: auditors see who got what and when, and change nothing. */
export const lookedAtBy = async (
  ports: NoticesApiPorts,
  caller: Caller | undefined,
  id = '',
): Promise<Endpoint | undefined> =>
  caller?.roles.includes('auditor') === true ? ports.endpoints.get(id) : managedBy(ports, caller, id);

/** The endpoints under a code that the caller may see: all, or their own; undefined where the caller has none and no business with it. */
export const seenBy = async (
  ports: NoticesApiPorts,
  caller: Caller,
  asked: Asked,
): Promise<readonly Endpoint[] | undefined> => {
  const all = await ports.endpoints.of(asked.owner);
  if (isAdministrator(caller) || caller.roles.includes('auditor')) return all;
  const own = all.filter((endpoint) => isOwn(caller, endpoint));
  return own.length > 0 || (await isAccreditedNow(ports, caller, asked)) ? own : undefined;
};
