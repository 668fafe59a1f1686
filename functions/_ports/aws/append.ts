import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { canonicalJson } from '../../../events/record.ts';
import type { Append } from '../ports.ts';
import type { Table } from './table.ts';
import { contentKey, DIRECTORY, eventKey, headKey, LISTED_CASES, receiptKey, subjectKey } from './table-keys.ts';
import { demand, putNew, putOver, transact } from './transaction.ts';

/**
 * Writes what one command changes in one transaction, over exactly what it was decided on: the head and every thing that was read
 * must still have their versions, and no event, content or receipt may stand where the new ones go.
 */
export const append = (table: Table, change: Append): Promise<boolean> =>
  transact(table, [
    headWrite(table, change),
    ...change.entries.map((entry) =>
      putNew(table, { ...eventKey(change.case, entry.version), record: canonicalJson(entry) }),
    ),
    ...change.contents.map(({ version, salt, body }) =>
      putNew(table, { ...contentKey(change.case, version), version, salt, body: canonicalJson(body) }),
    ),
    ...subjectWrites(table, change),
    putNew(table, { ...receiptKey(change.receipt.command), ...change.receipt }),
  ]);

const headWrite = (table: Table, { case: caseId, head, listing, expectedVersion }: Append): TransactWriteItem =>
  putOver(table, expectedVersion === 0 ? undefined : expectedVersion, {
    ...headKey(caseId),
    version: head.version,
    hash: head.hash,
    state: head.state,
    ocid: listing.ocid,
    instrument: listing.instrument,
    stage: listing.stage,
    condition: listing.condition,
    [DIRECTORY.partitionKey]: LISTED_CASES,
    [DIRECTORY.sortKey]: listing.openedAt,
  });

const subjectWrites = (
  table: Table,
  { case: caseId, subjects, expectedSubjects }: Append,
): readonly TransactWriteItem[] => {
  const written = new Set(subjects.map(({ id }) => id));
  const onlyRead = [...expectedSubjects].filter(([id]) => !written.has(id));
  return [
    ...subjects.map(({ id, version, state }) =>
      putOver(table, expectedSubjects.get(id), { ...subjectKey(caseId, id), id, version, state }),
    ),
    ...onlyRead.map(([id, expected]) => demand(table, expected, subjectKey(caseId, id))),
  ];
};
