import type { DueShown } from '../../app/inbox.ts';
import type { CsvColumn } from './csv.ts';

interface Called {
  readonly due: string;
  readonly task: string;
  readonly case: string;
  readonly who: string;
  readonly overdue: string;
  readonly suspended: string;
  /** What each task is called, by its code. */
  readonly tasks: Readonly<Record<string, string>>;
}

/** The agenda as a table. What stands still with its case is due at no day: without saying so it would look overdue. */
export const agendaColumns = (called: Called): readonly CsvColumn<DueShown>[] => [
  { head: called.due, of: ({ dueAt }) => dueAt },
  { head: called.task, of: ({ what }) => called.tasks[what] ?? what },
  { head: called.case, of: ({ title }) => title },
  { head: 'id', of: (item) => item.case },
  { head: called.who, of: ({ persons }) => persons.join(' ') },
  { head: called.overdue, of: ({ overdue }) => (overdue ? called.overdue : '') },
  { head: called.suspended, of: ({ standsStill }) => (standsStill ? called.suspended : '') },
];
