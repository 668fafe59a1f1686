import type { Key } from '../aws/table-keys.ts';
import { changesAfter, LAST_CHANGE_KEY, tellingItems, toldKey, versionIn } from '../change-items.ts';
import type { ChangeStore } from '../change-ports.ts';
import type { WrittenItem } from '../written-items.ts';

const textOf = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);

/** The changes of all cases in memory: the same items in the same places as in the table. */
export const memoryChangeStore = (): ChangeStore => {
  const kept = new Map<string, WrittenItem>();
  const versionAt = (key: Key): number => versionIn(kept.get(textOf(key)));
  return {
    told: async (caseId) => versionAt(toldKey(caseId)),
    tell: async (telling) => {
      if (versionAt(toldKey(telling.case)) !== telling.told) return false;
      const { last, told, entries } = tellingItems(telling, versionAt(LAST_CHANGE_KEY));
      for (const item of [last, told, ...entries]) kept.set(textOf(item), item);
      return true;
    },
    after: (number, limit) =>
      changesAfter(
        async ({ partition, stretch, limit: most }) =>
          [...kept.values()]
            .filter(({ pk, sk }) => pk === partition && sk >= stretch.first && sk <= stretch.last)
            .sort((one, other) => (one.sk < other.sk ? -1 : 1))
            .slice(0, most),
        number,
        limit,
      ),
  };
};
