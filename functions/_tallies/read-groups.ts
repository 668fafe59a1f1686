import * as z from 'zod/mini';
import type { Grouping } from '../../domain/scoreboard/coded-case.ts';
import { type Counters, sumOf } from '../../domain/scoreboard/measures.ts';
import { decodeCursor, encodeCursor } from '../_ports/cursor.ts';
import { BadCursor } from '../_ports/ports.ts';
import type { Cell, TallyStore } from '../_ports/tally-ports.ts';
import { AUTHORITIES_LIST, groupLists } from './lists.ts';

export interface Group {
  readonly id: string;
  readonly name?: string;
  readonly counters: Counters;
}

interface Asked {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface GroupPage {
  readonly groups: readonly Group[];
  readonly next?: string;
}

const place = z.strictObject({ list: z.string(), after: z.string() });

/** A page of the groups of a scoreboard, in the order of their ids. */
export const readGroups = (tallies: TallyStore, grouping: Grouping, asked: Asked): Promise<GroupPage> =>
  readMerged(tallies, { name: grouping, lists: groupLists(grouping) }, asked);

/** A page of all authorities, in the order of their keys. */
export const readAuthorities = (tallies: TallyStore, asked: Asked): Promise<GroupPage> =>
  readMerged(tallies, { name: AUTHORITIES_LIST, lists: [AUTHORITIES_LIST] }, asked);

/**
 * A page of what several shards hold between them. Each gives as many as the page takes: whatever is among the first so many of all is
 * among the first so many of its shard, so that each sum is whole.
 */
const readMerged = async (
  tallies: TallyStore,
  { name, lists }: { readonly name: string; readonly lists: readonly string[] },
  { limit, cursor }: Asked,
): Promise<GroupPage> => {
  const after = afterIn(name, cursor);
  const pages = await Promise.all(lists.map((list) => tallies.cells({ list, after, limit })));
  const merged = new Map<string, Group>();
  for (const cell of pages.flatMap(({ cells }) => cells)) merged.set(cell.place, joined(merged.get(cell.place), cell));
  const sorted = [...merged.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const groups = sorted.slice(0, limit);
  const last = groups.at(-1);
  const goesOn = sorted.length > limit || pages.some(({ more }) => more);
  return {
    // A group whose last case went elsewhere leaves an empty cell behind.
    groups: groups.filter(({ counters }) => Object.keys(counters).length > 0),
    ...(goesOn && last !== undefined ? { next: encodeCursor({ list: name, after: last.id }) } : {}),
  };
};

const joined = (known: Group | undefined, { place: id, counters, name }: Cell): Group => {
  const called = [known?.name, name].filter((each) => each !== undefined).toSorted()[0];
  return { id, counters: sumOf(known?.counters ?? {}, counters), ...(called === undefined ? {} : { name: called }) };
};

const afterIn = (name: string, cursor: string | undefined): string | undefined => {
  if (cursor === undefined) return undefined;
  const { list, after } = decodeCursor(place, cursor);
  if (list !== name) throw new BadCursor('This cursor was given out for another list.');
  return after;
};
