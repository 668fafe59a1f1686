import type { Key } from '../aws/table-keys.ts';
import {
  cellItem,
  cellKey,
  cellStretch,
  changedCell,
  listPartition,
  readCell,
  readTallyBook,
  tallyBookItem,
  tallyBookKey,
} from '../tally-items.ts';
import type { TallyStore } from '../tally-ports.ts';
import type { WrittenItem } from '../written-items.ts';

/** Counts in memory: the same items in the same places as in the table. `items` shows all of them. */
export interface MemoryTallyStore extends TallyStore {
  readonly items: () => readonly WrittenItem[];
}

const textOf = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);

export const memoryTallyStore = (): MemoryTallyStore => {
  const kept = new Map<string, WrittenItem>();
  const all = (): readonly WrittenItem[] =>
    [...kept].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, item]) => item);
  return {
    items: all,
    book: async (key) => {
      const item = kept.get(textOf(tallyBookKey(key)));
      return item === undefined ? undefined : readTallyBook(item);
    },
    save: async ({ book, changes }) => {
      const stands = Number(kept.get(textOf(tallyBookKey(book.key)))?.['version'] ?? 0);
      if (stands !== book.version - 1) return false;
      const items = changes.map((change) => {
        const before = kept.get(textOf(cellKey(change)));
        return cellItem(changedCell(before === undefined ? undefined : readCell(before), change));
      });
      for (const item of [tallyBookItem(book), ...items]) kept.set(textOf(item), item);
      return true;
    },
    cells: async ({ list, after, limit, ...stretch }) => {
      const { first, last } = cellStretch(stretch);
      const within = all().filter(({ pk, sk }) => pk === listPartition(list) && sk >= first && sk <= last);
      const rest = within.map(readCell).filter(({ place }) => after === undefined || place > after);
      return { cells: rest.slice(0, limit), more: rest.length > limit };
    },
  };
};
