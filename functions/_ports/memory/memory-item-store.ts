import { DUE, type Key } from '../aws/table-keys.ts';
import type { DuePlace, ItemStore } from '../item-store.ts';
import type { WrittenItem } from '../written-items.ts';

/** Items in memory, in the same places as in the table. `items` shows all of them. */
export interface MemoryItemStore extends ItemStore {
  readonly items: () => readonly WrittenItem[];
}

const textOf = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);
const dueOrder = (place: DuePlace): string => `${place.dueAt} ${textOf(place)}`;
const duePlaceOf = (item: WrittenItem): DuePlace => ({ ...item, dueAt: String(item[DUE.sortKey]) });

export const memoryItemStore = (): MemoryItemStore => {
  const kept = new Map<string, WrittenItem>();
  const all = (): readonly WrittenItem[] =>
    [...kept].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, item]) => item);
  return {
    items: all,
    get: async (key) => kept.get(textOf(key)),
    getMany: async (keys) => keys.flatMap((key) => kept.get(textOf(key)) ?? []),
    put: async (item) => void kept.set(textOf(item), item),
    putOver: async (item, seen) => {
      const stands = kept.get(textOf(item));
      if (seen === undefined ? stands !== undefined : stands?.['version'] !== seen) return false;
      kept.set(textOf(item), item);
      return true;
    },
    page: async ({ partition, stretch, newestFirst = false, after, limit }) => {
      const within = all().filter(({ pk, sk }) => pk === partition && sk >= stretch.first && sk <= stretch.last);
      const sorted = newestFirst ? within.toReversed() : within;
      const rest = sorted.filter(({ sk }) => after === undefined || (newestFirst ? sk < after : sk > after));
      return { items: rest.slice(0, limit), more: rest.length > limit };
    },
    due: async ({ shard, since = '', until, after, limit }) => {
      const found = all()
        .filter((item) => item[DUE.partitionKey] === shard)
        .filter((item) => String(item[DUE.sortKey]) >= since && String(item[DUE.sortKey]) <= until)
        .sort((one, other) => (dueOrder(duePlaceOf(one)) < dueOrder(duePlaceOf(other)) ? -1 : 1))
        .filter((item) => after === undefined || dueOrder(duePlaceOf(item)) > dueOrder(after));
      return { items: found.slice(0, limit), more: found.length > limit };
    },
  };
};
