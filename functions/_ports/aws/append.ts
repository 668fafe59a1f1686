import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { canonicalJson } from '../../../events/record.ts';
import type { Append } from '../ports.ts';
import { contentItem, eventItem, headItem, receiptItem, subjectItem } from '../written-items.ts';
import type { Table } from './table.ts';
import { subjectKey } from './table-keys.ts';
import { demand, putNew, putOver, transact } from './transaction.ts';

/**
 * Writes what one command changes in one transaction, over exactly what it was decided on: the head and every thing that was read
 * must still have their versions, and no event, content or receipt may stand where the new ones go.
 */
export const append = (table: Table, change: Append): Promise<boolean> =>
  transact(table, [
    putOver(table, change.expectedVersion === 0 ? undefined : change.expectedVersion, headItem(change)),
    ...change.entries.map((entry) =>
      putNew(table, eventItem(change.case, { version: entry.version, record: canonicalJson(entry) })),
    ),
    ...change.contents.map((content) => putNew(table, contentItem(change.case, content))),
    ...subjectWrites(table, change),
    putNew(table, receiptItem(change.receipt)),
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
