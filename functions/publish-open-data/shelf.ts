import * as z from 'zod/mini';
import { canonicalJson } from '../../events/record.ts';
import type { Instant } from '../../events/shapes.ts';
import { DUE, type Key } from '../_ports/aws/table-keys.ts';
import type { DuePlace, ItemStore } from '../_ports/item-store.ts';
import { BadItem, OutsideFailure } from '../_ports/ports.ts';
import type { Item, WrittenItem } from '../_ports/written-items.ts';

/** How often a note is looked at anew while others write it. */
const RACES_MAX = 8;

/** A note as it stands: what it says, and from when on something is to be done about it. */
export interface Standing<Note> {
  readonly note: Note;
  readonly dueAt: Instant | undefined;
  readonly version: number;
}

/** What a note is to say. */
export interface Said<Note> {
  readonly note: Note;
  /** Absent: nothing is to be done. */
  readonly dueAt?: Instant | undefined;
}

/** Notes of one kind, each an item of the table, found by their id, and by when something is to be done about them. */
export interface Shelf<Note> {
  get(id: string): Promise<Standing<Note> | undefined>;
  /** Writes over the version that was seen; undefined: there was none. False when another stands there: nothing was written. */
  put(id: string, said: Said<Note>, seen: number | undefined): Promise<boolean>;
  /** Says what follows from what stands; undefined: it stays. Throws `OutsideFailure` when others were faster every time. */
  change(id: string, by: (stands: Standing<Note> | undefined) => Said<Note> | undefined): Promise<void>;
  /** Ids about which something is to be done by now, earliest first. Eventually consistent: whoever is told looks again. */
  due(until: Instant, after: DuePlace | undefined, limit: number): Promise<readonly DueNote[]>;
}

export interface DueNote {
  readonly id: string;
  readonly place: DuePlace;
}

export interface ShelfPlan<Note> {
  readonly schema: () => z.ZodMiniType<Note>;
  readonly keyOf: (id: string) => Key;
  /** The partition of the index in which those stand about which something is to be done. */
  readonly shard: string;
}

export const shelfOf = <Note>(items: ItemStore, { schema, keyOf, shard }: ShelfPlan<Note>): Shelf<Note> => {
  const get = async (id: string): Promise<Standing<Note> | undefined> => {
    const item = await items.get(keyOf(id));
    return item === undefined ? undefined : read(schema(), item);
  };
  const put: Shelf<Note>['put'] = (id, { note, dueAt }, seen) => {
    const item: WrittenItem = {
      ...keyOf(id),
      id,
      version: (seen ?? 0) + 1,
      note: canonicalJson(JSON.parse(JSON.stringify(note))),
      ...(dueAt === undefined ? {} : { [DUE.partitionKey]: shard, [DUE.sortKey]: dueAt }),
    };
    return items.putOver(item, seen);
  };
  return {
    get,
    put,
    change: async (id, by) => {
      for (let race = 0; race < RACES_MAX; race += 1) {
        const stands = await get(id);
        const said = by(stands);
        if (said === undefined || (await put(id, said, stands?.version))) return;
      }
      throw new OutsideFailure('DynamoDB: others wrote every time');
    },
    due: async (until, after, limit) => {
      const { items: found } = await items.due({ shard, until, after, limit });
      return found.map((item) => {
        const { id, pk, sk, dueAt } = told(dueItem, item);
        return { id, place: { pk, sk, dueAt } };
      });
    },
  };
};

const dueItem = z.object({ id: z.string(), pk: z.string(), sk: z.string(), dueAt: z.string() });
const noteItem = z.object({ version: z.int(), note: z.string(), dueAt: z.optional(z.string()) });

/** What is read is checked again. Throws `BadItem`. */
const told = <T>(schema: z.ZodMiniType<T>, item: Item): T => {
  const { data } = schema.safeParse(item);
  if (data === undefined) throw new BadItem(`The item at ${item['sk']} is not what the house writes there.`);
  return data;
};

const read = <Note>(schema: z.ZodMiniType<Note>, item: Item): Standing<Note> => {
  const { version, note, dueAt } = told(noteItem, item);
  const { data } = schema.safeParse(JSON.parse(note));
  if (data === undefined) throw new BadItem(`The item at ${item['sk']} is not what the house writes there.`);
  return { note: data, dueAt, version };
};
