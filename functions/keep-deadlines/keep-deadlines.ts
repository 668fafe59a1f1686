import { deadlineChange } from '../../domain/clocks/deadlines.ts';
import type { CaseStore, Deadline, DeadlineStore, Log } from '../_ports/ports.ts';
import { announcedBy, type BusEvent } from '../_record/announced.ts';
import { type Announced, catchUp } from '../_record/catch-up.ts';
import { BOOK_STATE, deadlineOf } from '../_record/deadline-of.ts';

export interface DeadlinePorts {
  readonly cases: CaseStore;
  readonly deadlines: DeadlineStore;
  readonly log: Log;
}

/** Keeps the terms that run in a case where the sweep finds them. Idempotent by (stream, version), indifferent to order. */
export const keepDeadlines =
  ({ cases, deadlines, log }: DeadlinePorts) =>
  async (event: BusEvent): Promise<void> => {
    const announced = announcedBy(event);
    const caseId = announced.stream;
    await catchUp(cases, announced, {
      version: async () => (await deadlines.book(caseId))?.version ?? 0,
      fold: (entries, from) =>
        deadlines.saveBook({
          book: { case: caseId, version: entries.at(-1)?.version ?? from, state: BOOK_STATE },
          expectedVersion: from,
          ...netChanges(caseId, entries),
        }),
    });
    log.say('VEE006', { case: caseId, version: announced.version });
  };

/** What is left to write when a term starts and ends within the same events. */
const netChanges = (
  caseId: string,
  entries: readonly Announced[],
): { put: readonly Deadline[]; removed: readonly string[] } => {
  const put = new Map<string, Deadline>();
  const removed = new Set<string>();
  for (const change of entries.map(deadlineChange)) {
    if (change.removed !== undefined) {
      put.delete(change.removed);
      removed.add(change.removed);
    }
    // A term that ends and begins anew in one event runs after it.
    if (change.put !== undefined) {
      put.set(change.put.id, deadlineOf(caseId, change.put));
      removed.delete(change.put.id);
    }
  }
  return { put: [...put.values()], removed: [...removed] };
};
