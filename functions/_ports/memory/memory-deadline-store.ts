import { assertBookChange } from '../book-change.ts';
import { deadlineShardOf } from '../deadline-shard.ts';
import type { Deadline, DeadlineBook, DeadlineStore } from '../ports.ts';
import { deadlineBookItem, deadlineItem, PARTITION } from '../written-items.ts';
import { pageInMemory, rawPageInMemory } from './memory-pages.ts';

/** The deadlines in memory. */
export const memoryDeadlineStore = (): DeadlineStore => {
  const books = new Map<string, DeadlineBook>();
  const running = new Map<string, Deadline>();
  return {
    book: async (caseId) => books.get(caseId),
    saveBook: async ({ book, expectedVersion, put, removed }) => {
      assertBookChange({ put, removed });
      if ((books.get(book.case)?.version ?? 0) !== expectedVersion) return false;
      books.set(book.case, book);
      for (const deadline of put) running.set(keyOf(deadline), deadline);
      for (const id of removed) running.delete(keyOf({ case: book.case, id }));
      return true;
    },
    postpone: async ({ case: caseId, id, dueAt }) => {
      const deadline = running.get(keyOf({ case: caseId, id }));
      if (deadline !== undefined) running.set(keyOf(deadline), { ...deadline, dueAt });
    },
    remove: async (request) => {
      running.delete(keyOf(request));
    },
    due: async ({ shard, until, from, limit }) => {
      const found = [...running.values()]
        .filter((deadline) => deadlineShardOf(deadline.case) === shard && deadline.dueAt <= until)
        .sort((left, right) => (placeOf(left) < placeOf(right) ? -1 : 1));
      return pageInMemory(found, { list: `due in ${shard}`, place: placeOf, from, limit });
    },
    rawItems: async ({ case: caseId, ...page }) => {
      const book = books.get(caseId);
      const terms = [...running.values()].filter((deadline) => deadline.case === caseId).map(deadlineItem);
      const items = book === undefined ? terms : [deadlineBookItem(book), ...terms];
      return rawPageInMemory(items, { ...page, partition: PARTITION.deadlines(caseId) });
    },
  };
};

const keyOf = ({ case: caseId, id }: { case: string; id: string }): string => JSON.stringify([caseId, id]);

const placeOf = (deadline: Deadline): string => `${deadline.dueAt} ${keyOf(deadline)}`;
