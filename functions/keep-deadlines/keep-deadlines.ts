import { deadlineChange } from '../../domain/clocks/deadlines.ts';
import { type CaseStore, DEADLINE_CHANGES_MAX, type Deadline, type DeadlineStore, type Log } from '../_ports/ports.ts';
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
      read: async () => (await deadlines.book(caseId))?.version ?? 0,
      seenBy: (version) => version,
      fitting,
      fold: (entries, from) =>
        deadlines.saveBook({
          book: { case: caseId, version: entries.at(-1)?.version ?? from, state: BOOK_STATE },
          expectedVersion: from,
          ...netChanges(caseId, entries),
        }),
    });
    log.say('VEE006', { case: caseId, version: announced.version });
  };

/** How many terms an event begins or ends, at most. */
const weightOf = (entry: Announced): number => {
  const { put, puts = [], removed } = deadlineChange(entry);
  return puts.length + (put === undefined ? 0 : 1) + (removed === undefined ? 0 : 1);
};

/** As many of the next events, one at least, as one transaction takes with what they begin and end; the others follow. */
const fitting = (entries: readonly Announced[]): readonly Announced[] => {
  let weight = 0;
  const end = entries.findIndex((entry, index) => {
    weight += weightOf(entry);
    return index > 0 && weight > DEADLINE_CHANGES_MAX;
  });
  return end === -1 ? entries : entries.slice(0, end);
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
    for (const begun of [...(change.puts ?? []), ...(change.put === undefined ? [] : [change.put])]) {
      put.set(begun.id, deadlineOf(caseId, begun));
      removed.delete(begun.id);
    }
  }
  return { put: [...put.values()], removed: [...removed] };
};
