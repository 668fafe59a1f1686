import { recordDelivery } from '../../domain/escalations/answer-escalation.ts';
import { servesCase } from '../_notices/serves.ts';
import type { Delivery } from '../_ports/outbox-ports.ts';
import { handleCommand } from '../_record/handle-command.ts';
import { stateOf } from '../_record/state-codec.ts';
import type { DeliveryPorts } from './deliver-notices.ts';

/** The machinery, as the record names it. */
const SYSTEM = { person: 'system', roles: ['system'] as const };
const SENT = 'escalation.sent.v1';

/**
 * Puts on record that an escalation reached the authority: its machine took it. A mail service that accepts a mail says nothing of whoever
 * should read it, and an endpoint that serves the case no longer speaks for no authority in it: neither is put on record. Once: the key
 * follows from the escalation, and a case that knows already, because the authority acknowledged before, refuses, which settles it too.
 */
export const recordReceipt = async (ports: DeliveryPorts, { to, what }: Delivery): Promise<void> => {
  if (what.of !== 'fact' || what.kind !== SENT || !to.startsWith('ca-')) return;
  const { items } = await ports.cases.entries({ case: what.case, after: what.version - 1, limit: 1 });
  const [entry] = items;
  if (entry?.type !== SENT || !(await speaksFor(ports, { to, case: what.case, ...entry.data }))) return;
  const { escalation } = entry.data;
  const result = await handleCommand(ports, {
    name: 'record-delivery',
    command: recordDelivery,
    case: what.case,
    petitioner: SYSTEM,
    idempotencyKey: `${what.case}/delivery:${escalation}`,
    input: { escalation },
  });
  if ('failure' in result) throw new Error(`The case could not be told of a delivery: ${result.failure}.`);
};

/** Whether what an endpoint took is with the authority: it is a machine of that authority, and serves the case as it stands now. */
const speaksFor = async (
  { cases, endpoints }: DeliveryPorts,
  { to, case: caseId, controlAuthority }: { to: string; case: string; controlAuthority: string },
): Promise<boolean> => {
  const endpoint = await endpoints.get(to);
  if (endpoint?.channel.kind !== 'webhook') return false;
  const { owner } = endpoint;
  if (!('controlAuthority' in owner) || owner.controlAuthority !== controlAuthority) return false;
  const { head } = stateOf(await cases.read({ case: caseId, subjects: [] }));
  return head !== undefined && servesCase(endpoint, { profile: head.profile.id, liaisons: head.liaisons });
};
