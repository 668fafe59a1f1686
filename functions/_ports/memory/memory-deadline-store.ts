import { deadlineKey } from '../aws/table-keys.ts';
import { assertBookChange } from '../book-change.ts';
import { deadlineShardOf } from '../deadline-shard.ts';
import type { Deadline, DeadlineBook, DeadlineStore } from '../ports.ts';
import { storedDeadline } from '../stored-deadline.ts';
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
    postpone: async ({ seenDueAt, dueAt, ...request }) => {
      const deadline = running.get(keyOf(request));
      if (deadline?.dueAt === seenDueAt) running.set(keyOf(deadline), { ...deadline, dueAt });
    },
    remove: async ({ seenDueAt, ...request }) => {
      if (running.get(keyOf(request))?.dueAt === seenDueAt) running.delete(keyOf(request));
    },
    due: async ({ shard, until, from, limit }) => {
      const found = [...running.values()]
        .filter((deadline) => deadlineShardOf(deadline.case) === shard && deadline.dueAt <= until)
        .sort((left, right) => (placeOf(left) < placeOf(right) ? -1 : 1));
      const page = pageInMemory(found, { list: `due in ${shard}`, place: placeOf, from, limit });
      const isReadable = (deadline: Deadline): boolean => storedDeadline.safeParse(deadline).success;
      return {
        ...page,
        items: page.items.filter(isReadable),
        unreadable: page.items
          .filter((deadline) => !isReadable(deadline))
          .map((deadline) => deadlineKey(deadline.case, deadline.id)),
      };
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
