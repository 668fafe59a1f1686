import { AGENDA_SHARDS } from '../../functions/_ports/agenda-ports.ts';
import { partitionOf, reminderPartition } from '../../functions/_ports/agenda-rows.ts';
import { dynamodbItemStore } from '../../functions/_ports/aws/item-store.ts';
import { rawFromWire } from '../../functions/_ports/aws/items.ts';
import { batchGetWire, selectWire, type Table, TRANSACTION_ITEMS_MAX } from '../../functions/_ports/aws/table.ts';
import {
  appointmentsPartition,
  DUE,
  deadlineBookKey,
  PEOPLE_PARTITION,
  TABLE,
} from '../../functions/_ports/aws/table-keys.ts';
import { put, remove, transact } from '../../functions/_ports/aws/transaction.ts';
import type { CaseStore, RawItem } from '../../functions/_ports/ports.ts';
import { processRegistry } from '../../functions/_ports/process-registry-store.ts';
import { DIRECTORY_FAMILY } from '../../functions/_ports/search-items.ts';
import { TALLIES } from '../../functions/_ports/tally-items.ts';
import type { WrittenItem } from '../../functions/_ports/written-items.ts';
import { isWritten } from '../../functions/_record/same-item.ts';
import { type DirectoryRebuild, directoryRebuild } from './directory.ts';
import { type Expected, expectedOf, type Projection } from './expected.ts';
import { tableShelf } from './table-shelf.ts';
import { type TallyRebuild, tallyRebuild } from './tallies.ts';

/** How an item of a projection stood beside what the record makes of it. */
export interface Difference {
  readonly projection: Projection | 'unknown';
  /** Where it stands: `MILESTONES#ip-… CHANGE#000000004`. */
  readonly place: string;
  readonly was: 'missing' | 'wrong' | 'foreign';
}

export interface Rebuilt {
  readonly cases: number;
  readonly events: number;
  readonly items: number;
  /** Contracting processes that count for the coverage. */
  readonly processes: number;
  /** Cells without a count that were taken away, and names of authorities that are now as the data have them. */
  readonly tidied: number;
  readonly differences: readonly Difference[];
  /** Terms that were put back: a sweep had taken them away, or somebody else. Where nothing is left to lapse, it does so again. */
  readonly termsPutBack: number;
  /** Cases whose record cannot be read, and whose projections were left as they are. */
  readonly unreadable: readonly string[];
  /** Items of the registry of processes that cannot be read, by where they stand: what was counted of them was left. */
  readonly damaged: readonly string[];
}

export interface RebuildOptions {
  readonly table: Table;
  readonly cases: CaseStore;
  /** Compares, and writes nothing. */
  readonly compareOnly: boolean;
  readonly progress: (done: number, all: number) => void;
  /** Contracting processes that are counted: how many there are is known at their end. */
  readonly countedProcesses?: (done: number) => void;
}

const PAGE = 500;
/** Cases that are worked on at the same time: while the store answers for one of them, another is computed. */
const CASES_AT_ONCE = 4;
const placeOf = ({ pk, sk }: { pk: string; sk: string }): string => `${pk} ${sk}`;

interface Found {
  readonly differences: Difference[];
  /** Every place in a list of several cases where something must stand; some hundred bytes for each. */
  readonly listed: Set<string>;
  readonly people: Set<string>;
  readonly unreadable: string[];
  termsPutBack: number;
  events: number;
  items: number;
}

/**
 * Throws away what was projected, and makes it anew from the streams: case by case, each from its first event, by the projectors
 * themselves. What stands in the table is compared with that and replaced where it differs; nothing is asked of what stood there. It can
 * be killed at any moment: whatever is left is found by the next run.
 */
export const rebuild = async (options: RebuildOptions): Promise<Rebuilt> => {
  const ids = await everyCase(options.cases);
  const found: Found = {
    differences: [],
    listed: new Set(),
    people: new Set(),
    unreadable: [],
    termsPutBack: 0,
    events: 0,
    items: 0,
  };
  const tallies = tallyRebuild({
    shelf: tableShelf(options.table, TALLIES),
    compareOnly: options.compareOnly,
    tell: (difference) => found.differences.push({ projection: 'tallies', ...difference }),
  });
  const directory = directoryRebuild({
    shelf: tableShelf(options.table, DIRECTORY_FAMILY),
    compareOnly: options.compareOnly,
    tell: (difference) => found.differences.push({ projection: 'directory', ...difference }),
  });
  let done = 0;
  await severalAtOnce(ids, async (id) => {
    await rebuildCase({ ...options, tallies, directory }, found, id);
    done += 1;
    options.progress(done, ids.length);
  });
  await sweepLists(options, found);
  await directory.finish();
  const registry = processRegistry(dynamodbItemStore(options.table));
  const { unreadable: damaged, ...counted } = await tallies.finish(
    registry,
    options.countedProcesses ?? (() => undefined),
  );
  const { termsPutBack, events, items } = found;
  const differences = found.differences.toSorted((one, other) => (one.place < other.place ? -1 : 1));
  const unreadable = found.unreadable.toSorted();
  return { cases: ids.length, events, items, ...counted, differences, termsPutBack, unreadable, damaged };
};

/** Ends with the first that fails: none is begun after it, and what was begun is waited for. */
const severalAtOnce = async (ids: readonly string[], work: (id: string) => Promise<void>): Promise<void> => {
  const rest = ids.values();
  let isStopped = false;
  const hand = async (): Promise<void> => {
    for (const id of rest) {
      if (isStopped) return;
      await work(id).catch((error: unknown) => {
        isStopped = true;
        throw error;
      });
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: CASES_AT_ONCE }, hand));
  for (const each of ended) if (each.status === 'rejected') throw each.reason;
};

/** Ids alone: a million of them take some tens of megabytes. */
const everyCase = async (cases: CaseStore): Promise<readonly string[]> => {
  const ids: string[] = [];
  let from: string | undefined;
  do {
    const page = await cases.list({ limit: PAGE, ...(from === undefined ? {} : { from }) });
    ids.push(...page.items.map((listing) => listing.case));
    from = page.next;
  } while (from !== undefined);
  return ids;
};

const rebuildCase = async (
  options: RebuildOptions & { readonly tallies: TallyRebuild; readonly directory: DirectoryRebuild },
  found: Found,
  caseId: string,
): Promise<void> => {
  const expected = await readableOf(options.cases, caseId);
  if (expected === undefined) {
    found.unreadable.push(caseId);
    options.directory.leaveCase(caseId);
    return options.tallies.leaveCase(caseId);
  }
  const { own, items, events } = expected;
  const isOwn = ({ item }: Expected): boolean => own.includes(item.pk);
  const standing = new Map<string, RawItem>();
  for (const partition of own) {
    for await (const item of itemsOf(options.table, partition)) standing.set(placeOf(item), item);
  }
  const shared = items.filter((each) => !isOwn(each));
  for (const item of await itemsAt(options.table, shared)) standing.set(placeOf(item), item);
  const wanted = new Set(items.map(({ item }) => placeOf(item)));
  const puts = items.filter((each) => differs(each, standing.get(placeOf(each.item)), found));
  const foreign = [...standing.values()].filter((item) => !wanted.has(placeOf(item)));
  for (const item of foreign) found.differences.push({ projection: 'unknown', place: placeOf(item), was: 'foreign' });
  for (const { item } of shared) remember(found, item);
  found.events += events;
  found.items += items.length + expected.directory.length;
  if (!options.compareOnly) await write(options.table, { puts: puts.map(({ item }) => item), removed: foreign });
  await options.directory.keepCase(caseId, expected.directory);
  await options.tallies.countCase(expected.counted);
};

/** What is on record may have been changed by another hand: `npm run verify` says which event. */
const readableOf = async (cases: CaseStore, caseId: string) => {
  try {
    return await expectedOf(cases, caseId);
  } catch (error) {
    if (error instanceof Error && error.name !== 'OutsideFailure') return undefined;
    throw error;
  }
};

const remember = ({ listed, people }: Found, item: RawItem): void => {
  listed.add(placeOf(item));
  const person = item.attributes['person'];
  const persons = item.attributes['persons'];
  if (typeof person === 'string') people.add(person);
  if (typeof persons === 'string' && persons !== '') for (const each of persons.split(' ')) people.add(each);
};

/** Whether an item must be written; what is not as the record says is noted. */
const differs = ({ projection, item }: Expected, standing: RawItem | undefined, found: Found): boolean => {
  const isTerm = projection === 'deadlines' && item.sk !== deadlineBookKey('').sk;
  if (standing === undefined) {
    if (isTerm) found.termsPutBack += 1;
    else found.differences.push({ projection, place: placeOf(item), was: 'missing' });
    return true;
  }
  if (isWritten(standing, written(isTerm ? asPostponed(item, standing) : item))) return false;
  found.differences.push({ projection, place: placeOf(item), was: 'wrong' });
  return true;
};

/** A sweep may have postponed a term: never to an earlier time. */
const asPostponed = (item: RawItem, standing: RawItem): RawItem => {
  const [due, stands] = [item.attributes[DUE.sortKey], standing.attributes[DUE.sortKey]];
  if (typeof due !== 'string' || typeof stands !== 'string' || stands < due) return item;
  return { ...item, attributes: { ...item.attributes, [DUE.sortKey]: stands } };
};

const written = ({ pk, sk, attributes }: RawItem): WrittenItem => {
  const known = Object.entries(attributes).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  return { ...Object.fromEntries(known), pk, sk };
};

/** Lists of several cases: whatever stands in them and belongs to no case as it is now goes. */
const sweepLists = async (options: RebuildOptions, found: Found): Promise<void> => {
  for await (const { sk, attributes } of itemsOf(options.table, PEOPLE_PARTITION)) {
    found.people.add(String(attributes['person'] ?? sk));
  }
  const shards = Array.from({ length: AGENDA_SHARDS }, (_, shard) => shard);
  const lists = [
    ...shards.flatMap((shard) => [partitionOf({ of: 'all', shard }), reminderPartition(shard)]),
    PEOPLE_PARTITION,
    ...[...found.people].flatMap((person) => [partitionOf({ of: 'person', person }), appointmentsPartition(person)]),
  ];
  for (const list of lists) {
    const foreign: RawItem[] = [];
    for await (const item of itemsOf(options.table, list)) {
      // Of a case that could not be read nothing is known, so nothing of it goes.
      if (found.listed.has(placeOf(item)) || found.unreadable.length > 0) continue;
      foreign.push(item);
      found.differences.push({ projection: 'unknown', place: placeOf(item), was: 'foreign' });
    }
    if (!options.compareOnly) await write(options.table, { puts: [], removed: foreign });
  }
};

async function* itemsOf(table: Table, partition: string): AsyncGenerator<RawItem> {
  const selection = { partition: { name: TABLE.partitionKey, value: partition } };
  let start: { pk: string; sk: string } | undefined;
  do {
    const { items, more } = await selectWire(table, selection, { start, limit: PAGE });
    const page = items.map(rawFromWire);
    yield* page;
    const last = page.at(-1);
    start = more && last !== undefined ? { pk: last.pk, sk: last.sk } : undefined;
  } while (start !== undefined);
}

const itemsAt = async (table: Table, expected: readonly Expected[]): Promise<readonly RawItem[]> => {
  const keys = new Map(expected.map(({ item: { pk, sk } }) => [placeOf({ pk, sk }), { pk, sk }]));
  return (await batchGetWire(table, [...keys.values()])).map(rawFromWire);
};

const write = async (
  table: Table,
  { puts, removed }: { puts: readonly RawItem[]; removed: readonly RawItem[] },
): Promise<void> => {
  const writes = [
    ...puts.map((item) => put(table, written(item))),
    ...removed.map(({ pk, sk }) => remove(table, { pk, sk })),
  ];
  for (let start = 0; start < writes.length; start += TRANSACTION_ITEMS_MAX) {
    const some = writes.slice(start, start + TRANSACTION_ITEMS_MAX);
    if (!(await transact(table, some))) throw new Error('Somebody else writes to the table: stop the system first.');
  }
};
