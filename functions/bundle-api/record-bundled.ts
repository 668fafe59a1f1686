import { createHash } from 'node:crypto';
import { BUNDLED_AT_ONCE_MAX } from '../../domain/documents/limits.ts';
import { recordBundling } from '../../domain/documents/record-bundling.ts';
import { ProblemError } from '../_http/problem.ts';
import type { Caller } from '../_ports/ports.ts';
import { handleCommand, type RecordPorts } from '../_record/handle-command.ts';
import type { BundledDocument } from './bundle-parts.ts';
import type { EvidenceAtHand } from './evidence-at-hand.ts';

/** The house itself, as the record names it. */
const SYSTEM = { person: 'system', roles: ['system'] as const };

interface Given {
  readonly at: EvidenceAtHand;
  readonly part: number;
  readonly caller: Caller;
  readonly documents: readonly BundledDocument[];
}

/**
 * Says in the record whom which documents are given to, before they are: where the record cannot be written, nobody reads. The same
 * bundle, asked for again by the same person in whatever language, is the same fact. A bundle without documents needs none.
 */
export const recordBundled = async (ports: RecordPorts, { at, part, caller, documents }: Given): Promise<void> => {
  const ids = documents.map(({ id }) => id);
  const copy = at.sanitised ? ('shared' as const) : ('original' as const);
  for (let start = 0; start < ids.length; start += BUNDLED_AT_ONCE_MAX) {
    const input = {
      escalation: at.escalation.id,
      asOf: at.version,
      part,
      documents: ids.slice(start, start + BUNDLED_AT_ONCE_MAX),
      copy,
      by: caller.person,
      role: caller.roles[0] ?? 'public',
    };
    const result = await handleCommand(ports, {
      name: 'record-bundling',
      command: recordBundling,
      case: at.head.case,
      petitioner: SYSTEM,
      idempotencyKey: `bundled/${createHash('sha256')
        .update(`${at.head.case}${JSON.stringify(input)}`)
        .digest('hex')}`,
      input,
    });
    if (!('answer' in result)) throw new ProblemError('lost-every-race');
  }
};
