import type { Key } from '../aws/table-keys.ts';
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
import type { DirectoryEntry, SearchStore } from '../search-ports.ts';
import type { WrittenItem } from '../written-items.ts';

/** The directory in memory: the same items in the same places as in the table. `items` shows all of them. */
export interface MemorySearchStore extends SearchStore {
  readonly items: () => readonly WrittenItem[];
}

const textOf = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);

export const memorySearchStore = (): MemorySearchStore => {
  const kept = new Map<string, WrittenItem>();
  const inOrder = (items: readonly WrittenItem[]): readonly WrittenItem[] =>
    items.toSorted((one, other) => (textOf(one) < textOf(other) ? -1 : 1));
  const entryOf = (caseId: string): DirectoryEntry | undefined => {
    const item = kept.get(textOf(entryKey(caseId)));
    return item === undefined ? undefined : readEntry(item);
  };
  return {
    items: () => inOrder([...kept.values()]),
    entry: async (caseId) => entryOf(caseId),
    entries: async (cases) => new Map(cases.flatMap((id) => entryOf(id) ?? []).map((entry) => [entry.case, entry])),
    save: async (change) => {
      assertDirectorySave(change);
      const { entry, posted, removed } = change;
      if ((entryOf(entry.case)?.version ?? 0) !== entry.version - 1) return false;
      for (const posting of removed) kept.delete(textOf(postingItem(posting)));
      for (const item of [...posted.map(postingItem), entryItem(entry)]) kept.set(textOf(item), item);
      return true;
    },
    postings: async ({ term, newestFirst, after, limit }) => {
      const { first, last } = EVERY_POSTING;
      const partition = postingPartition(term);
      const within = inOrder([...kept.values()].filter(({ pk, sk }) => pk === partition && sk >= first && sk <= last));
      const place = placeAfter(after);
      const rest = (newestFirst ? within.toReversed() : within).filter(
        ({ sk }) => place === undefined || (newestFirst ? sk < place : sk > place),
      );
      return { postings: rest.slice(0, limit).map(readPosting), more: rest.length > limit };
    },
  };
};
