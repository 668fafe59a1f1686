import { recordDelivery } from '../../domain/escalations/answer-escalation.ts';
import type { Delivery } from '../_ports/outbox-ports.ts';
import { handleCommand } from '../_record/handle-command.ts';
import type { DeliveryPorts } from './deliver-notices.ts';

/** The machinery, as the record names it. */
const SYSTEM = { person: 'system', roles: ['system'] as const };
const SENT = 'escalation.sent.v1';

/**
 * Puts on record that an escalation reached the authority: its machine took it, or its mail service did. Once: the key follows from the
 * escalation, and a case that knows already, because the authority acknowledged before, refuses, which settles it too.
 */
export const recordReceipt = async (ports: DeliveryPorts, { to, what }: Delivery): Promise<void> => {
  if (what.of !== 'fact' || what.kind !== SENT || !to.startsWith('ca-')) return;
  const { items } = await ports.cases.entries({ case: what.case, after: what.version - 1, limit: 1 });
  const [entry] = items;
  if (entry?.type !== SENT) return;
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
