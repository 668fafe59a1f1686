import type { Key, Stretch } from './aws/table-keys.ts';
import type { Item, WrittenItem } from './written-items.ts';

/** A stretch of one partition, in the order of its sort keys or against it, after a place. */
export interface ItemsAsked {
  readonly partition: string;
  readonly stretch: Stretch;
  readonly newestFirst?: boolean;
  /** The sort key after which the page begins. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Where something that is due stands: in time, and in the table. */
export interface DuePlace extends Key {
  readonly dueAt: string;
}

/**
 * Items of the table as such: for what is kept beside the record, where a store of its own would only repeat these six requests. What
 * an item means, and whether it is what the house writes there, is known by whoever asks.
 */
export interface ItemStore {
  get(key: Key): Promise<Item | undefined>;
  /** Several items, as many as are asked for; missing ones are left out. */
  getMany(keys: readonly Key[]): Promise<readonly Item[]>;
  /** Writes an item, whatever stood there. */
  put(item: WrittenItem): Promise<void>;
  /** Writes an item over the version that was seen; undefined: there was none. False when another stands there: nothing was written. */
  putOver(item: WrittenItem, seen: number | undefined): Promise<boolean>;
  page(asked: ItemsAsked): Promise<{ readonly items: readonly Item[]; readonly more: boolean }>;
  /** Items with a due instant from `since` (where it is given) to `until` in one shard of the index of what is due, earliest first. */
  due(asked: {
    shard: string;
    since?: string | undefined;
    until: string;
    after?: DuePlace | undefined;
    limit: number;
  }): Promise<{ readonly items: readonly Item[]; readonly more: boolean }>;
}
