import type { Grouping, Place } from '../../domain/scoreboard/coded-case.ts';
import { type Counters, sumOf } from '../../domain/scoreboard/measures.ts';
import type { Cell } from '../_ports/tally-ports.ts';

/**
 * The lists in which cases and processes are counted. What every case counts in is cut into shards, so that cases which change at the
 * same time do not wait for one another; who reads it adds the shards up.
 */
export const TALLY_SHARDS = 8;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a of a key: the same for ever and everywhere. */
const shardOf = (key: string): number => {
  const hash = Buffer.from(key, 'utf8').reduce((sum, byte) => Math.imul(sum ^ byte, FNV_PRIME), FNV_OFFSET);
  return (hash >>> 0) % TALLY_SHARDS;
};

const shards = (list: string): readonly string[] => Array.from({ length: TALLY_SHARDS }, (_, at) => `${list}/${at}`);

/** There are as many authorities as there are: each has few cases, and one list holds them all. */
const isSharded = (grouping: Grouping): boolean => grouping !== 'authority';

/** The lists that hold the groups of a scoreboard between them. */
export const groupLists = (grouping: Grouping): readonly string[] =>
  isSharded(grouping) ? shards(`group/${grouping}`) : [`group/${grouping}`];

/** The lists that hold the months of an authority, or of all together, between them. */
export const monthLists = (authority: string | undefined): readonly string[] =>
  authority === undefined ? shards('months/all') : [`months/of/${authority}`];

/** Every authority with what it counts for over all time. */
export const AUTHORITIES_LIST = 'authorities';

const inShard = (lists: readonly string[], key: string): string => lists[shardOf(key) % lists.length] ?? '';

/** Of an authority: its key, and how the official data call it. */
export interface NamedAuthority {
  readonly authority: string;
  readonly name?: string;
}

const called = (name: string | undefined): { readonly name?: string } => (name === undefined ? {} : { name });

/** Where the score of a case counts: under its instrument, its authority and its territory. */
export const scoreCells = (key: string, place: Place & NamedAuthority, score: Counters): readonly Cell[] => {
  const { instrument, authority, territory, name } = place;
  return [
    { list: inShard(groupLists('instrument'), key), place: instrument, counters: score },
    { list: inShard(groupLists('authority'), key), place: authority, counters: score, ...called(name) },
    { list: inShard(groupLists('territory'), key), place: territory, counters: score },
  ];
};

/** Where what happened month by month counts: under the authority, and under all together. */
export const monthCells = (
  key: string,
  { authority, name }: NamedAuthority,
  months: Readonly<Record<string, Counters>>,
): readonly Cell[] => {
  const total = Object.values(months).reduce<Counters>(sumOf, {});
  const all = inShard(monthLists(undefined), key);
  const own = inShard(monthLists(authority), key);
  return [
    ...Object.entries(months).flatMap(([month, counters]) => [
      { list: all, place: month, counters },
      { list: own, place: month, counters },
    ]),
    { list: AUTHORITIES_LIST, place: authority, counters: total, ...called(name) },
  ];
};
