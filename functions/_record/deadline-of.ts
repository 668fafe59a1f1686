import type { RunningTerm } from '../../domain/clocks/deadlines.ts';
import type { Deadline } from '../_ports/ports.ts';

/** A running term as the scheduler of deadlines keeps it. */
export const deadlineOf = (caseId: string, { id, dueAt, operation, input }: RunningTerm): Deadline => ({
  case: caseId,
  id,
  dueAt,
  operation,
  input: JSON.stringify(input),
});

/** What the rule of deadlines folds besides the terms themselves: nothing. */
export const BOOK_STATE = '{}';
