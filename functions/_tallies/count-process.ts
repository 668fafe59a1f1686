import {
  type CountedProcess,
  countedProcessSchema,
  countersOf,
  NOT_COUNTED,
  standingOf,
  toldOf,
  withTold,
} from '../../domain/coverage/counted-process.ts';
import { authorityOf, type RegisteredFacts } from '../../domain/registry/registered-facts.ts';
import { canonicalJson } from '../../events/record.ts';
import type { ProcessRegistry, RegisteredProcess } from '../_ports/process-registry.ts';
import type { TallyStore } from '../_ports/tally-ports.ts';
import { monthCells } from './lists.ts';
import { type Recounted, recount } from './recount.ts';

/** How often a process that several tell of at once is looked at anew. */
const RACES_MAX = 5;

const BOOK = 'PROCESS#';
export const processBookKey = (ocid: string): string => `${BOOK}${ocid}`;
/** The process whose book has this key; undefined where it is a book of something else. */
export const processOfBook = (key: string): string | undefined =>
  key.startsWith(BOOK) ? key.slice(BOOK.length) : undefined;

/** What a process comes to, as all who told of it tell it; `seen` counts the tellings. */
export const recountedProcess = (ocid: string, process: CountedProcess, seen: number): Recounted => {
  const key = processBookKey(ocid);
  const standing = standingOf(process);
  const counts = standing === undefined ? [] : monthCells(key, standing, { [standing.month]: countersOf(process) });
  return { key, seen, state: canonicalJson(process), counts };
};

interface Telling {
  readonly by: 'registry' | { readonly case: string };
  readonly facts: RegisteredFacts;
  /** Of the registry, or of the event of the case: what is as old or older is left. */
  readonly version: number;
}

/** Counts a contracting process as one source tells it now. Idempotent by (source, version), indifferent to order. */
export const countProcess = async (tallies: TallyStore, { by, facts, version }: Telling): Promise<void> => {
  const key = processBookKey(facts.ocid);
  for (let race = 0; race < RACES_MAX; race += 1) {
    const book = await tallies.book(key);
    const known =
      book === undefined || book.seen === 0 ? NOT_COUNTED : countedProcessSchema.parse(JSON.parse(book.state));
    const after = withTold(known, by, toldOf(facts, version));
    if (after === undefined) return;
    if (await recount(tallies, book, recountedProcess(facts.ocid, after, (book?.seen ?? 0) + 1))) return;
  }
  throw new Error('The count of a process lost every race.');
};

/** The version of the registry that is counted of a process; 0 where none is. */
const countedVersion = async (tallies: TallyStore, ocid: string): Promise<number> => {
  const book = await tallies.book(processBookKey(ocid));
  if (book === undefined || book.seen === 0) return 0;
  return countedProcessSchema.parse(JSON.parse(book.state)).registered?.version ?? 0;
};

/** Processes of one authority count in the same cells: one after the other they are done sooner than by racing. */
const authorityLanes = () => {
  const last = new Map<string, Promise<unknown>>();
  return async (authority: string, work: () => Promise<void>): Promise<void> => {
    const turn = (last.get(authority) ?? Promise.resolve()).then(work);
    const ended = turn.catch(() => undefined);
    last.set(authority, ended);
    try {
      await turn;
    } finally {
      if (last.get(authority) === ended) last.delete(authority);
    }
  };
};

/**
 * The registry, with each process counted once it is saved. Whoever imports looks a process up before saving it: one that was saved and
 * not counted, because the importer died in between, is counted then.
 */
export const countingRegistry = (registry: ProcessRegistry, tallies: TallyStore): ProcessRegistry => {
  const lanes = authorityLanes();
  const count = ({ facts, version }: RegisteredProcess) =>
    lanes(authorityOf(facts).authority, () => countProcess(tallies, { by: 'registry', facts, version }));
  return {
    ...registry,
    find: async (ocid) => {
      const found = await registry.find(ocid);
      if (found !== undefined && (await countedVersion(tallies, ocid)) < found.version) await count(found);
      return found;
    },
    save: async (process) => {
      const saved = await registry.save(process);
      if (saved) await count(process);
      return saved;
    },
  };
};
