import type { ChangeStore } from '../_ports/change-ports.ts';
import type { CaseStore, Log } from '../_ports/ports.ts';
import { announcedBy, type BusEvent } from '../_record/announced.ts';
import { catchUp } from '../_record/catch-up.ts';

export interface ChangeKeeperPorts {
  readonly cases: CaseStore;
  readonly changes: ChangeStore;
  readonly log: Log;
}

/**
 * Lists what changed in all cases, for whoever follows them. Idempotent by (stream, version), indifferent to order: the changes of a case
 * are listed in the order of its record, each once. Of an event its type is listed, never its data: the type is everybody’s, whatever is
 * sealed.
 */
export const keepChanges =
  ({ cases, changes, log }: ChangeKeeperPorts) =>
  async (event: BusEvent): Promise<void> => {
    const announced = announcedBy(event);
    const caseId = announced.stream;
    await catchUp(cases, announced, {
      read: () => changes.told(caseId),
      seenBy: (told) => told,
      fold: (entries, from) =>
        changes.tell({
          case: caseId,
          told: from,
          changes: entries.map(({ version, recordedAt, type }) => ({ case: caseId, version, at: recordedAt, type })),
        }),
    });
    log.say('VEE021', { case: caseId, version: announced.version });
  };
