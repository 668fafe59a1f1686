import * as z from 'zod/mini';
import type { Json, JsonObject } from '../../events/shapes.ts';
import { type Identifier, identifierKey, isSameIdentifier } from '../interests/identifier-key.ts';
import { nameKey } from '../interests/name-key.ts';

/** One operation of a JSON Patch (RFC 6902). Keys of a process need no escape in a pointer. */
export type Operation =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: Json }
  | { readonly op: 'remove'; readonly path: string };

/** An operation with what it changes: what stood there, and the entry of the list (an award, a bidder) in which it stood. */
export interface Change {
  readonly operation: Operation;
  readonly was?: Json;
  readonly entry?: Json;
}

/** A value with its lists in the order of the older one, and what leads to it from there. */
interface Compared {
  readonly value: Json;
  readonly changes: readonly Change[];
}

/** So many changes in one list are told as one: the list as it is now. An event must stay readable, and within its item. */
export const LIST_CHANGES_MAX = 100;

/**
 * The difference between two versions of a process, and the later one with the entries of its lists in the order of the earlier one: what
 * publishers change most is the order, which says nothing.
 */
export const compareProcesses = (was: JsonObject, is: JsonObject): Compared => compareObjects('', was, is);

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

const compare = (path: string, was: Json, is: Json): Compared => {
  if (isObject(was) && isObject(is)) return compareObjects(path, was, is);
  if (isList(was) && isList(is)) return compareLists(path, was, is);
  return was === is
    ? { value: is, changes: [] }
    : { value: is, changes: [{ operation: { op: 'replace', path, value: is }, was }] };
};

const compareObjects = (path: string, was: JsonObject, is: JsonObject): Compared => {
  const value: Record<string, Json> = {};
  const changes: Change[] = [];
  for (const [key, before] of Object.entries(was)) {
    if (!Object.hasOwn(is, key)) changes.push({ operation: { op: 'remove', path: `${path}/${key}` }, was: before });
  }
  for (const [key, after] of Object.entries(is)) {
    const before = Object.hasOwn(was, key) ? was[key] : undefined;
    if (before === undefined) {
      value[key] = after;
      changes.push({ operation: { op: 'add', path: `${path}/${key}`, value: after } });
    } else {
      const compared = compare(`${path}/${key}`, before, after);
      value[key] = compared.value;
      changes.push(...compared.changes);
    }
  }
  return { value, changes };
};

/** Entries that were there come first, each compared with what it was; then the new ones. */
const compareLists = (path: string, was: readonly Json[], is: readonly Json[]): Compared => {
  const pairs = pairsOf(path.slice(path.lastIndexOf('/') + 1), was, is);
  const kept = was.flatMap((before, index) => {
    const at = pairs.get(index);
    const after = at === undefined ? undefined : is[at];
    return after === undefined ? [] : [{ before, after }];
  });
  const gone = [...was.entries()].filter(([index]) => !pairs.has(index)).toReversed();
  const paired = new Set(pairs.values());
  const added = is.filter((_, index) => !paired.has(index));
  const compared = kept.map(({ before, after }, index) => ({ before, ...compare(`${path}/${index}`, before, after) }));
  const value = [...compared.map((each) => each.value), ...added];
  const changes: readonly Change[] = [
    ...gone.map(
      ([index, entry]): Change => ({ operation: { op: 'remove', path: `${path}/${index}` }, was: entry, entry }),
    ),
    ...compared.flatMap(({ before, changes: inner }) => inner.map((change) => ({ ...change, entry: before }))),
    ...added.map(
      (entry, index): Change => ({
        operation: { op: 'add', path: `${path}/${kept.length + index}`, value: entry },
      }),
    ),
  ];
  if (changes.length <= LIST_CHANGES_MAX) return { value, changes };
  return { value, changes: [{ operation: { op: 'replace', path, value }, was }] };
};

const organisation = z.looseObject({
  name: z.string(),
  identifier: z.optional(z.looseObject({ scheme: z.optional(z.string()), id: z.string() })),
});
const identified = z.looseObject({ id: z.string() });

/** What tells an entry of a list from the others. */
interface Entry {
  readonly name: string | undefined;
  readonly identifier: Identifier | undefined;
}

const ORGANISATIONS: readonly string[] = ['bidders', 'parties', 'suppliers'];

const entryOf = (list: string, entry: Json): Entry => {
  if (ORGANISATIONS.includes(list)) {
    const { name, identifier } = organisation.parse(entry);
    return { name: nameKey(name), identifier: identifier && identifierKey(identifier) };
  }
  const { data } = identified.safeParse(entry);
  return { name: data?.id ?? JSON.stringify(entry), identifier: undefined };
};

const sameIdentifier = (one: Entry, other: Entry): boolean =>
  one.identifier !== undefined && other.identifier !== undefined && isSameIdentifier(one.identifier, other.identifier);

/** The same name, unless two identifiers of one scheme say that these are two. */
const sameName = (one: Entry, other: Entry): boolean =>
  one.name === other.name &&
  (one.identifier === undefined ||
    other.identifier === undefined ||
    one.identifier.scheme !== other.identifier.scheme ||
    one.identifier.id === other.identifier.id);

/** Which entry of the older list became which of the newer one, by their places. Identifiers go before names. */
const pairsOf = (list: string, was: readonly Json[], is: readonly Json[]): ReadonlyMap<number, number> => {
  const olds = was.map((entry) => entryOf(list, entry));
  const news = is.map((entry) => entryOf(list, entry));
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const isSame of [sameIdentifier, sameName]) {
    for (const [index, old] of olds.entries()) {
      if (pairs.has(index)) continue;
      const at = news.findIndex((candidate, place) => !taken.has(place) && isSame(old, candidate));
      if (at < 0) continue;
      pairs.set(index, at);
      taken.add(at);
    }
  }
  return pairs;
};
