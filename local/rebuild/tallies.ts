import {
  type CountedProcess,
  countedProcessSchema,
  NOT_COUNTED,
  toldOf,
} from '../../domain/coverage/counted-process.ts';
import { isNothing, sumOf } from '../../domain/scoreboard/measures.ts';
import type { Key } from '../../functions/_ports/aws/table-keys.ts';
import { memoryTallyStore } from '../../functions/_ports/memory/memory-tally-store.ts';
import type { RawItem } from '../../functions/_ports/ports.ts';
import { type ProcessRegistry, type RegisteredProcess, UNDATED_AT } from '../../functions/_ports/process-registry.ts';
import { authorityOfKey, processOfKey } from '../../functions/_ports/process-registry-store.ts';
import { cellItem, cellKey, readTallyBook, tallyBookItem, tallyBookKey } from '../../functions/_ports/tally-items.ts';
import type { Cell, TallyBook } from '../../functions/_ports/tally-ports.ts';
import type { WrittenItem } from '../../functions/_ports/written-items.ts';
import { isWritten, versionOf } from '../../functions/_record/same-item.ts';
import { processBookKey, recountedProcess } from '../../functions/_tallies/count-process.ts';
import { recount } from '../../functions/_tallies/recount.ts';
import { caseBookKey, watchedCaseSchema } from '../../functions/_tallies/watched-case.ts';

/** Everything that stands under the counts of scoreboard and coverage, as items. */
export interface TallyShelf {
  /** A page of all of it, in an order that stays, after a place. A page may be empty and not the last. */
  page(after: Key | undefined): Promise<{ readonly items: readonly RawItem[]; readonly next?: Key }>;
  /** Items by key, at most `SHELF_ITEMS_MAX`; what is not there is left out. */
  at(keys: readonly Key[]): Promise<readonly RawItem[]>;
  /** Writes and removes, any number, some at a time: a kill may leave some of it undone. */
  write(change: { readonly puts: readonly WrittenItem[]; readonly removed: readonly Key[] }): Promise<void>;
}

export const SHELF_ITEMS_MAX = 100;

/** What the keeper of the scoreboard makes of the whole stream of a case. */
export interface CountedCase {
  readonly book: TallyBook;
  readonly processes: readonly { readonly ocid: string; readonly cases: CountedProcess['cases'] }[];
}

export interface TallyOptions {
  readonly shelf: TallyShelf;
  /** Compares, and writes nothing. */
  readonly compareOnly: boolean;
  readonly tell: (difference: { readonly place: string; readonly was: 'missing' | 'wrong' | 'foreign' }) => void;
}

/** The end of time, as far as a process can be dated. */
const UNTIL = '9999-12-31T23:59:59.999Z';

/** What is counted so far. */
interface TallyCount {
  readonly options: TallyOptions;
  readonly cells: Map<string, Cell>;
  readonly books: Set<string>;
  /** What cases tell of processes that were not counted yet. */
  readonly told: Map<string, CountedProcess['cases']>;
  /** Of a process, the cases whose record cannot be read: what was counted of them stays. */
  readonly unread: Map<string, readonly string[]>;
  /** Processes whose item in the registry cannot be read: what was counted of it stays. */
  readonly damaged: Set<string>;
  readonly unreadable: string[];
  processes: number;
  tidied: number;
}

export interface CountedAnew {
  /** Contracting processes, registered or only watched. */
  readonly processes: number;
  /** Cells that nothing counts in any more and that were taken away, and names that are now as the data have them. */
  readonly tidied: number;
  /** Where items of the registry stand that cannot be read. */
  readonly unreadable: readonly string[];
}

export interface TallyRebuild {
  readonly countCase: (counted: CountedCase) => Promise<void>;
  /** Of a case whose record cannot be read everything stays as it was counted. */
  readonly leaveCase: (caseId: string) => Promise<void>;
  /** Once every case is counted or left. */
  readonly finish: (registry: ProcessRegistry, progress: (processes: number) => void) => Promise<CountedAnew>;
}

/**
 * Counts everything anew: each case as its stream tells it, each process as the registry and those cases tell it, and every cell as the
 * sum of their books. What stands on the shelf is replaced where it differs, and goes where nothing counts in it; nothing is asked of
 * what stood there. How often an item was written is a matter of delivery and is left. A run that is killed is completed by the next.
 */
export const tallyRebuild = (options: TallyOptions): TallyRebuild => {
  const count: TallyCount = {
    options,
    cells: new Map(),
    books: new Set(),
    told: new Map(),
    unread: new Map(),
    damaged: new Set(),
    unreadable: [],
    processes: 0,
    tidied: 0,
  };
  return {
    countCase: async ({ book, processes }) => {
      await compareBooks(count, [{ key: book.key, book: async () => book }]);
      for (const { ocid, cases } of processes) count.told.set(ocid, { ...count.told.get(ocid), ...cases });
    },
    leaveCase: (caseId) => leaveCase(count, caseId),
    finish: async (registry, progress) => {
      await countProcesses(count, registry, progress);
      await countCells(count);
      return { processes: count.processes, tidied: count.tidied, unreadable: count.unreadable };
    },
  };
};

const leaveCase = async (count: TallyCount, caseId: string): Promise<void> => {
  const [item] = await count.options.shelf.at([tallyBookKey(caseBookKey(caseId))]);
  const standing = bookIn(item);
  if (standing === undefined) return;
  count.books.add(standing.key);
  add(count, standing.counted);
  const ocid = watchedCaseSchema.safeParse(JSON.parse(standing.state)).data?.watch.ocid;
  if (ocid !== undefined) count.unread.set(ocid, [...(count.unread.get(ocid) ?? []), caseId]);
};

const countProcesses = async (
  count: TallyCount,
  registry: ProcessRegistry,
  progress: (processes: number) => void,
): Promise<void> => {
  const some = async (processes: ReadonlyMap<string, CountedProcess>): Promise<void> => {
    await compareBooks(
      count,
      [...processes].map(([ocid, process]) => wantedOf(count, ocid, process)),
    );
    count.processes += processes.size;
    progress(count.processes);
  };
  for await (const page of registeredIn(count, registry)) {
    const counted = page.map(({ facts, version }) => {
      const cases = count.told.get(facts.ocid) ?? {};
      return [facts.ocid, { registered: toldOf(facts, version), cases }] as const;
    });
    for (const [ocid] of counted) count.told.delete(ocid);
    await some(new Map(counted));
  }
  const others = [...new Set([...count.told.keys(), ...count.unread.keys(), ...count.damaged])].filter(
    (ocid) => !count.books.has(processBookKey(ocid)),
  );
  for (let start = 0; start < others.length; start += SHELF_ITEMS_MAX) {
    const page = others.slice(start, start + SHELF_ITEMS_MAX);
    await some(new Map(page.map((ocid) => [ocid, { cases: count.told.get(ocid) ?? {} }])));
  }
};

/** Every process of the registry that can be read, in pages; where the others stand is noted. */
async function* registeredIn(
  count: TallyCount,
  registry: ProcessRegistry,
): AsyncGenerator<readonly RegisteredProcess[]> {
  let after: string | undefined;
  do {
    const { authorities, unreadable, next } = await registry.authorities({ after, limit: SHELF_ITEMS_MAX });
    count.unreadable.push(...unreadable.map(placeOf));
    // The key of an item names its authority, whatever the item has become.
    const named = [
      ...authorities.map(({ authority }) => authority),
      ...unreadable.map((key) => authorityOfKey({ ...key })),
    ];
    for (const authority of named) yield* processesUnder(count, registry, authority);
    after = next;
  } while (after !== undefined);
}

async function* processesUnder(
  count: TallyCount,
  registry: ProcessRegistry,
  authority: string,
): AsyncGenerator<readonly RegisteredProcess[]> {
  let after: string | undefined;
  do {
    const asked = { authority, since: UNDATED_AT, until: UNTIL, after, limit: SHELF_ITEMS_MAX };
    const { processes, unreadable, next } = await registry.processes(asked);
    count.unreadable.push(...unreadable.map(placeOf));
    for (const key of unreadable) count.damaged.add(processOfKey(key));
    yield processes.map(({ process }) => process);
    after = next;
  } while (after !== undefined);
}

/** A book that must stand. What is in it depends on what stands there only as to what cannot be read; undefined where nothing tells of it. */
interface Wanted {
  readonly key: string;
  readonly book: (standing: TallyBook | undefined) => Promise<TallyBook | undefined>;
}

const wantedOf = ({ unread, damaged }: TallyCount, ocid: string, process: CountedProcess): Wanted => ({
  key: processBookKey(ocid),
  book: async (standing) => {
    const stood = countedIn(standing);
    const cases = { ...only(stood.cases, unread.get(ocid) ?? []), ...process.cases };
    const registered = process.registered ?? (damaged.has(ocid) ? stood.registered : undefined);
    const tellings = Object.keys(cases).length + (registered === undefined ? 0 : 1);
    if (tellings === 0 && damaged.has(ocid)) return undefined;
    // How many tellings came before those that count is a matter of delivery.
    const seen = Math.max(standing?.seen ?? 0, tellings);
    const scratch = memoryTallyStore();
    await recount(scratch, undefined, recountedProcess(ocid, { ...(registered && { registered }), cases }, seen));
    const counted = await scratch.book(processBookKey(ocid));
    if (counted === undefined) throw new Error('What was counted stands in its book.');
    return counted;
  },
});

const countedIn = (standing: TallyBook | undefined): CountedProcess =>
  (standing && countedProcessSchema.safeParse(JSON.parse(standing.state)).data) ?? NOT_COUNTED;

const only = (cases: CountedProcess['cases'], ids: readonly string[]): CountedProcess['cases'] =>
  Object.fromEntries(Object.entries(cases).filter(([caseId]) => ids.includes(caseId)));

const compareBooks = async (count: TallyCount, wanted: readonly Wanted[]): Promise<void> => {
  const { shelf, tell } = count.options;
  const found = await shelf.at(wanted.map(({ key }) => tallyBookKey(key)));
  const standing = new Map(found.map((item) => [placeOf(item), item]));
  const puts: WrittenItem[] = [];
  for (const { key, book } of wanted) {
    const stands = standing.get(placeOf(tallyBookKey(key)));
    const is = await book(bookIn(stands));
    if (is === undefined) continue;
    count.books.add(key);
    add(count, is.counted);
    const item = tallyBookItem({ ...is, version: versionOf(stands) + 1 });
    if (isSame(stands, item)) continue;
    tell({ place: placeOf(item), was: stands === undefined ? 'missing' : 'wrong' });
    puts.push(item);
  }
  await write(count, { puts, removed: [] });
};

const add = ({ cells }: TallyCount, counted: readonly Cell[]): void => {
  for (const { list, place, counters, name } of counted) {
    const at = placeOf(cellKey({ list, place }));
    const known = cells.get(at);
    const called = [known?.name, name].filter((each) => each !== undefined).toSorted()[0];
    const sum = sumOf(known?.counters ?? {}, counters);
    cells.set(at, { list, place, counters: sum, ...(called === undefined ? {} : { name: called }) });
  }
};

/** What no book counts in goes, and every cell is the sum of its books. */
const countCells = async (count: TallyCount): Promise<void> => {
  const { shelf, tell } = count.options;
  let after: Key | undefined;
  do {
    const { items, next } = await shelf.page(after);
    const changes = items.map((item) => changeOf(count, item));
    await write(count, {
      puts: changes.flatMap(({ put }) => (put === undefined ? [] : [put])),
      removed: changes.flatMap(({ removed }) => (removed === undefined ? [] : [removed])),
    });
    after = next;
  } while (after !== undefined);
  const missing = [...count.cells.values()]
    .filter(({ counters }) => !isNothing(counters))
    .map((cell) => cellItem({ ...cell, version: 1 }));
  for (const item of missing) tell({ place: placeOf(item), was: 'missing' });
  await write(count, { puts: missing, removed: [] });
};

interface Change {
  readonly put?: WrittenItem;
  readonly removed?: Key;
}

const changeOf = (count: TallyCount, standing: RawItem): Change => {
  const at = placeOf(standing);
  const key = { pk: standing.pk, sk: standing.sk };
  const { tell } = count.options;
  const { key: book, name, counters } = standing.attributes;
  if (typeof book === 'string' && placeOf(tallyBookKey(book)) === at && count.books.has(book)) return {};
  const cell = count.cells.get(at);
  count.cells.delete(at);
  if (cell === undefined || isNothing(cell.counters)) {
    // A group whose last case went elsewhere leaves an empty cell behind.
    if (counters === '{}') count.tidied += 1;
    else tell({ place: at, was: 'foreign' });
    return { removed: key };
  }
  const item = cellItem({ ...cell, version: versionOf(standing) + 1 });
  if (isSame(standing, item)) return {};
  const { name: _, ...unnamed } = item;
  // Of several names that an authority ever had one is shown, and which had come is a matter of time.
  if (isSame(standing, { ...unnamed, ...(typeof name === 'string' ? { name } : {}) })) count.tidied += 1;
  else tell({ place: at, was: 'wrong' });
  return { put: item };
};

const placeOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;

/** Whether an item stands as it must, however often it was written. */
const isSame = (standing: RawItem | undefined, item: WrittenItem): boolean => {
  const version = versionOf(standing);
  return version > 0 && isWritten(standing, { ...item, version });
};

const bookIn = (item: RawItem | undefined): TallyBook | undefined => {
  if (item === undefined) return undefined;
  const known = Object.entries(item.attributes).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  try {
    const book = readTallyBook(Object.fromEntries(known));
    JSON.parse(book.state);
    return book;
  } catch {
    // It is not what the house writes, so nothing is taken from it.
    return undefined;
  }
};

const write = async ({ options }: TallyCount, change: Parameters<TallyShelf['write']>[0]): Promise<void> => {
  if (options.compareOnly || change.puts.length + change.removed.length === 0) return;
  await options.shelf.write(change);
};
