import type { ProblemList } from './ocds-problems.ts';
import { below, type Place } from './places.ts';

/**
 * A JSON value that knows where it stood in the document that was given. Releases are merged as located values, so that whatever
 * is wrong in the merged process can still be shown where the publisher wrote it. Objects are maps: no key of theirs can reach a prototype.
 */
export type Located = LocatedScalar | LocatedList | LocatedObject;

export interface LocatedScalar {
  readonly kind: 'scalar';
  readonly place: Place;
  readonly value: null | boolean | number | string;
}

export interface LocatedList {
  readonly kind: 'list';
  readonly place: Place;
  readonly items: readonly Located[];
}

export interface LocatedObject {
  readonly kind: 'object';
  readonly place: Place;
  readonly entries: ReadonlyMap<string, Located>;
}

/** The deepest that anything of a document is looked at. OCDS itself needs 12, in a versioned release. */
export const DEPTH_MAX = 32;

const KEYS_REFUSED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Gives every value of a JSON document its place. What lies deeper than `DEPTH_MAX` is listed and left out. */
export const locate = (value: unknown, place: Place, problems: ProblemList): Located => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return { kind: 'scalar', place, value };
  }
  if (typeof value !== 'object' || value === null) return { kind: 'scalar', place, value: null };
  if (place.depth >= DEPTH_MAX) {
    problems.note('too-deep', place);
    return { kind: 'scalar', place, value: null };
  }
  return Array.isArray(value) ? locateList(value, place, problems) : locateObject(value, place, problems);
};

const locateList = (values: readonly unknown[], place: Place, problems: ProblemList): LocatedList => ({
  kind: 'list',
  place,
  items: values.map((value, index) => locate(value, below(place, index), problems)),
});

const locateObject = (value: object, place: Place, problems: ProblemList): LocatedObject => {
  const entries = new Map<string, Located>();
  const given: ReadonlyArray<readonly [string, unknown]> = Object.entries(value);
  for (const [key, entry] of given) {
    if (KEYS_REFUSED.has(key)) problems.note('key-refused', below(place, key));
    else entries.set(key, locate(entry, below(place, key), problems));
  }
  return { kind: 'object', place, entries };
};

/** What stands under a key; `null` and nothing are the same in OCDS. */
export const at = (node: LocatedObject | undefined, key: string): Located | undefined => {
  const found = node?.entries.get(key);
  return found?.kind === 'scalar' && found.value === null ? undefined : found;
};

/** The object under a key; anything else there is listed and not used. */
export const objectAt = (
  node: LocatedObject | undefined,
  key: string,
  problems: ProblemList,
): LocatedObject | undefined => {
  const found = at(node, key);
  if (found === undefined || found.kind === 'object') return found;
  problems.note('wrong-type', found.place);
  return undefined;
};

/** The entries of the list under a key. A lone entry counts as a list of one, as converters from XML write it. */
export const itemsAt = (node: LocatedObject | undefined, key: string, problems: ProblemList): readonly Located[] => {
  const found = at(node, key);
  if (found === undefined) return [];
  if (found.kind === 'list') return found.items;
  problems.note('not-a-list', found.place);
  return [found];
};

/** The objects of the list under a key; other entries are listed and not used. */
export const objectsAt = (
  node: LocatedObject | undefined,
  key: string,
  problems: ProblemList,
): readonly LocatedObject[] => {
  const found = at(node, key);
  const items = found?.kind === 'scalar' ? [found] : itemsAt(node, key, problems);
  return items.filter((item) => isObject(item, problems));
};

const isObject = (item: Located, problems: ProblemList): item is LocatedObject => {
  if (item.kind === 'object') return true;
  problems.note('wrong-type', item.place);
  return false;
};

/** The id of an entry as text: OCDS allows text and whole numbers, and publishers mix them. */
export const idOf = (node: LocatedObject): string | undefined => {
  const id = at(node, 'id');
  if (id?.kind !== 'scalar' || typeof id.value === 'boolean') return undefined;
  return String(id.value).trim() || undefined;
};
