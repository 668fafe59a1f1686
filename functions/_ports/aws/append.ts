import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { canonicalJson } from '../../../events/record.ts';
import type { Append } from '../ports.ts';
import { contentItem, eventItem, headItem, receiptItem, subjectItem, type WrittenItem } from '../written-items.ts';
import type { Table } from './table.ts';
import { subjectKey } from './table-keys.ts';
import { demand, putNew, putOver, transact } from './transaction.ts';

/**
 * Writes what one command changes in one transaction, over exactly what it was decided on: the head and every thing that was read
 * must still have their versions, and no event, content or receipt may stand where the new ones go.
 */
export const append = (table: Table, change: Append): Promise<boolean> =>
  appendStream(table, {
    expectedVersion: change.expectedVersion,
    head: headItem(change),
    added: [
      ...change.entries.map((entry) =>
        eventItem(change.case, { version: entry.version, record: canonicalJson(entry) }),
      ),
      ...change.contents.map((content) => contentItem(change.case, content)),
      receiptItem(change.receipt),
    ],
    beside: subjectWrites(table, change),
  });

/** What any stream writes: its head over the version that was read, and beside it what must not be there yet. */
export const appendStream = (
  table: Table,
  change: {
    readonly expectedVersion: number;
    readonly head: WrittenItem;
    readonly added: readonly WrittenItem[];
    readonly beside?: readonly TransactWriteItem[];
  },
): Promise<boolean> =>
  transact(table, [
    putOver(table, change.expectedVersion === 0 ? undefined : change.expectedVersion, change.head),
    ...change.added.map((item) => putNew(table, item)),
    ...(change.beside ?? []),
  ]);

const subjectWrites = (
  table: Table,
  { case: caseId, subjects, expectedSubjects }: Append,
): readonly TransactWriteItem[] => {
  const written = new Set(subjects.map(({ id }) => id));
  const onlyRead = [...expectedSubjects].filter(([id]) => !written.has(id));
  return [
    ...subjects.map((subject) => putOver(table, expectedSubjects.get(subject.id), subjectItem(caseId, subject))),
    ...onlyRead.map(([id, expected]) => demand(table, expected, subjectKey(caseId, id))),
  ];
};
