import type { Endpoint, EndpointOwner } from '../_ports/outbox-ports.ts';
import type { Caller } from '../_ports/ports.ts';
import { stateOf } from '../_record/state-codec.ts';
import type { NoticesApiPorts } from './notices-api-ports.ts';

/**
 * Who looks after the endpoints of an owner: administrators after all of them, and whoever is accredited now for a control authority in
 * the case that is named after those of that authority. No token says for which authority somebody works; a case does.
 */
export const mayManage = async (
  { cases }: NoticesApiPorts,
  { person, roles }: Caller,
  of: { readonly owner: EndpointOwner; readonly case?: string | undefined },
): Promise<boolean> => {
  if (roles.includes('administrator')) return true;
  const { owner, case: caseId } = of;
  if (caseId === undefined || !('controlAuthority' in owner) || !roles.includes('control-authority')) return false;
  const { head } = stateOf(await cases.read({ case: caseId, subjects: [] }));
  return (head?.liaisons ?? []).some(
    (liaison) => liaison.person === person && liaison.controlAuthority === owner.controlAuthority,
  );
};

/** An endpoint that the caller looks after. To anybody else it does not exist. */
export const managedBy = async (
  ports: NoticesApiPorts,
  caller: Caller | undefined,
  id = '',
): Promise<Endpoint | undefined> => {
  const endpoint = caller === undefined ? undefined : await ports.endpoints.get(id);
  if (caller === undefined || endpoint === undefined) return undefined;
  return (await mayManage(ports, caller, endpoint)) ? endpoint : undefined;
};

/** An endpoint that the caller may look at: auditors see who got what and when, and change nothing. */
export const lookedAtBy = async (
  ports: NoticesApiPorts,
  caller: Caller | undefined,
  id = '',
): Promise<Endpoint | undefined> =>
  caller?.roles.includes('auditor') === true ? ports.endpoints.get(id) : managedBy(ports, caller, id);

/** Whether the caller may see which endpoints an owner has. */
export const mayLook = async (
  ports: NoticesApiPorts,
  caller: Caller,
  of: { readonly owner: EndpointOwner; readonly case?: string | undefined },
): Promise<boolean> => caller.roles.includes('auditor') || mayManage(ports, caller, of);
