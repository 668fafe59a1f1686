import {
  assertDirectorySave,
  EVERY_POSTING,
  entryItem,
  entryKey,
  placeAfter,
  postingItem,
  postingPartition,
  readEntry,
  readPosting,
} from '../search-items.ts';
import type { SearchStore } from '../search-ports.ts';
import { dynamodbItemStore } from './item-store.ts';
import { batchGet, getItem, type Table } from './table.ts';
import { put, putOver, remove, transact } from './transaction.ts';

/** The directory in DynamoDB: each list is a partition in the order of its places, so that a page of it costs a page. */
export const dynamodbSearchStore = (table: Table): SearchStore => {
  const lists = dynamodbItemStore(table);
  return {
    entry: async (caseId) => {
      const item = await getItem(table, entryKey(caseId));
      return item === undefined ? undefined : readEntry(item);
    },
    entries: async (cases) => {
      const items = await batchGet(table, [...new Set(cases)].map(entryKey));
      return new Map(items.map(readEntry).map((entry) => [entry.case, entry]));
    },
    save: async (change) => {
      assertDirectorySave(change);
      const { entry, posted, removed } = change;
      return transact(table, [
        putOver(table, entry.version === 1 ? undefined : entry.version - 1, entryItem(entry)),
        ...posted.map((posting) => put(table, postingItem(posting))),
        ...removed.map((posting) => remove(table, postingItem(posting))),
      ]);
    },
    postings: async ({ term, newestFirst, after, limit }) => {
      const { items, more } = await lists.page({
        partition: postingPartition(term),
        stretch: EVERY_POSTING,
        newestFirst,
        after: placeAfter(after),
        limit,
      });
      return { postings: items.map(readPosting), more };
    },
  };
};
