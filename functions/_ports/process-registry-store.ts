import * as z from 'zod/mini';
import {
  authorityOf,
  type RegisteredAuthority,
  registeredFacts,
  standsAt,
} from '../../domain/registry/registered-facts.ts';
import { canonicalJson } from '../../events/record.ts';
import { instant, sha256 } from '../../events/shapes.ts';
import { DUE, type Key } from './aws/table-keys.ts';
import type { DuePlace, ItemStore } from './item-store.ts';
import { BadItem } from './ports.ts';
import { type ProcessRegistry, type RegisteredProcess, UNDATED_AT } from './process-registry.ts';
import type { Item, WrittenItem } from './written-items.ts';

const PROCESS = 'PROCESS';
const AUTHORITIES = 'AUTHORITIES';
const AUTHORITY = 'AUTHORITY#';
/** The character after the mark ends the stretch: whatever a key begins with stands before it. */
const EVERY_AUTHORITY = { first: AUTHORITY, last: 'AUTHORITY$' };

const processKey = (ocid: string): Key => ({ pk: `${PROCESS}#${ocid}`, sk: PROCESS });
const authorityKey = (authority: string): Key => ({ pk: AUTHORITIES, sk: `${AUTHORITY}${authority}` });
/** The authority whose item stands at a key, and the process: both are named there, whatever the item has become. */
export const authorityOfKey = ({ sk }: Item): string => String(sk).slice(AUTHORITY.length);
export const processOfKey = ({ pk }: Key): string => pk.slice(processKey('').pk.length);
const partitionOf = (authority: string): string => `PROCESSES#${authority}`;

const storedProcess = z.object({
  facts: z.string(),
  version: z.int().check(z.positive()),
  hash: sha256,
  previousHash: z.exactOptional(sha256),
  source: z.string(),
  sourceHash: sha256,
  importedAt: instant,
  changedAt: instant,
  request: z.string(),
});
const storedAuthority = z.object({
  authority: z.string(),
  name: z.exactOptional(z.string()),
  scheme: z.exactOptional(z.string()),
  id: z.exactOptional(z.string()),
});

const badItem = ({ pk, sk }: Item): BadItem =>
  new BadItem(`The item at ${sk} of ${pk} is not what the house writes there.`);

/** What is read is checked again, and stands where the house puts it. Throws `BadItem`. */
const processIn = (item: Item): RegisteredProcess => {
  const stored = storedProcess.safeParse(item).data;
  const facts = stored && registeredFacts.safeParse(parsed(stored.facts)).data;
  if (stored === undefined || facts === undefined || item['pk'] !== processKey(facts.ocid).pk) throw badItem(item);
  return { ...stored, facts };
};

const authorityIn = (item: Item): RegisteredAuthority => {
  const { data } = storedAuthority.safeParse(item);
  if (data === undefined || item['sk'] !== authorityKey(data.authority).sk) throw badItem(item);
  return data;
};

/** What can be read of some items, and where the others stand. */
const readable = <T>(items: readonly Item[], read: (item: Item) => T) => {
  const found: T[] = [];
  const unreadable: Key[] = [];
  for (const item of items) {
    try {
      found.push(read(item));
    } catch (error) {
      if (!(error instanceof BadItem)) throw error;
      unreadable.push({ pk: String(item['pk']), sk: String(item['sk']) });
    }
  }
  return { found, unreadable };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // It is no JSON, so it is not what we wrote: the schema says so.
    return undefined;
  }
};

/** One item holds the process, and stands in the sparse index of what has an instant, in the partition of its authority. */
const processItem = ({ facts, ...process }: RegisteredProcess): WrittenItem => ({
  ...processKey(facts.ocid),
  ...process,
  facts: canonicalJson(facts),
  [DUE.partitionKey]: partitionOf(authorityOf(facts).authority),
  [DUE.sortKey]: standsAt(facts) ?? UNDATED_AT,
});

const placeOf = (item: Item): string => JSON.stringify([item['pk'], item['sk'], item[DUE.sortKey]]);
const placeIn = (place: string | undefined): DuePlace | undefined => {
  const { data } = z.tuple([z.string(), z.string(), z.string()]).safeParse(place && parsed(place));
  return data && { pk: data[0], sk: data[1], dueAt: data[2] };
};

const nextOf = (
  { items, more }: { readonly items: readonly Item[]; readonly more: boolean },
  place: (item: Item) => string,
): { readonly next?: string } => {
  const last = items.at(-1);
  return more && last !== undefined ? { next: place(last) } : {};
};

/** Authorities that one instance remembers to have written. */
const AUTHORITIES_KNOWN_MAX = 10_000;

/** The registry on the items of the table, or of memory. */
export const processRegistry = (items: ItemStore): ProcessRegistry => {
  const known = new Set<string>();
  const enter = async (authority: RegisteredAuthority): Promise<void> => {
    if (known.has(authority.authority)) return;
    if (known.size >= AUTHORITIES_KNOWN_MAX) known.clear();
    const key = authorityKey(authority.authority);
    // The name under which it came first stays: names vary from process to process, and none is the right one.
    if ((await items.get(key)) === undefined) await items.putOver({ ...key, ...authority }, undefined);
    known.add(authority.authority);
  };
  return {
    find: async (ocid) => {
      const item = await items.get(processKey(ocid));
      return item && processIn(item);
    },
    save: async (process) => {
      // First, so that no process stands under an authority that no list knows.
      await enter(authorityOf(process.facts));
      return items.putOver(processItem(process), process.version === 1 ? undefined : process.version - 1);
    },
    processes: async ({ authority, since, until, after, limit }) => {
      const asked = { shard: partitionOf(authority), since, until, after: placeIn(after), limit };
      const page = await items.due(asked);
      const { found, unreadable } = readable(page.items, (item) => ({
        place: placeOf(item),
        process: processIn(item),
      }));
      return { processes: found, unreadable, ...nextOf(page, placeOf) };
    },
    authorities: async ({ after, limit }) => {
      const place = after === undefined ? undefined : authorityKey(after).sk;
      const page = await items.page({ partition: AUTHORITIES, stretch: EVERY_AUTHORITY, after: place, limit });
      const { found, unreadable } = readable(page.items, authorityIn);
      return { authorities: found, unreadable, ...nextOf(page, authorityOfKey) };
    },
  };
};
