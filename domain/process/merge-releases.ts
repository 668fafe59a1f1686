import { at, idOf, type Located, type LocatedList, type LocatedObject } from './located.ts';
import type { ProblemList } from './ocds-problems.ts';
import type { Place } from './places.ts';
import { parseDate } from './read-date.ts';

// OCDS replaces these as a whole: `wholeListMerge` in its schema, and the one list whose entries have no id there.
const WHOLE_LISTS: ReadonlySet<string> = new Set(['additionalIdentifiers', 'additionalClassifications', 'changes']);

/**
 * The state of a process after all its releases, as OCDS merges them: in order of date; objects merge by key; lists of objects merge by
 * id; other lists and single values are replaced; `null` removes. `id`, `date` and `tag` of the releases are those of the newest:
 * nothing reads them but the date. Three things differ from the standard's routine, for the sake of dirty data: an id that stands twice
 * in one list is two entries; entries without an id are replaced by later ones without, where the standard would add them up with each
 * release; and a single value never replaces an object or a list.
 */
export const mergeReleases = (releases: readonly LocatedObject[], problems: ProblemList): LocatedObject | undefined => {
  const [oldest, ...later] = inDateOrder(releases, problems);
  if (oldest === undefined) return undefined;
  const draft = draftOf(oldest);
  for (const release of later) mergeInto(draft, release, problems);
  return finishedObject(draft);
};

/** Oldest first; releases of one instant, and those without a date that can be used, keep the order of the document. */
const inDateOrder = (releases: readonly LocatedObject[], problems: ProblemList): readonly LocatedObject[] => {
  if (releases.length < 2) return releases;
  const dated = releases.map((release) => ({ release, date: dateOf(release) }));
  for (const { release, date } of dated) if (date === '') problems.note('date-missing', release.place);
  return dated.toSorted((one, other) => compare(one.date, other.date)).map(({ release }) => release);
};

/** The date of a release as an instant; empty where it has none that can be used. */
export const dateOf = (release: LocatedObject): string => {
  const date = at(release, 'date');
  return date?.kind === 'scalar' && typeof date.value === 'string' ? (parseDate(date.value).instant ?? '') : '';
};

const compare = (one: string, other: string): number => Number(one > other) - Number(one < other);

/**
 * What is being merged. A draft changes in place, so that a release costs what it holds itself, and not what came before it:
 * a thousand small releases of a large process are no burden.
 */
interface ObjectDraft {
  readonly kind: 'object draft';
  place: Place;
  readonly entries: Map<string, Draft>;
}

interface ListDraft {
  readonly kind: 'list draft';
  place: Place;
  readonly items: Map<string, ObjectDraft>;
  /** Entries without an id. */
  loose: readonly LocatedObject[];
}

/** Only what a later release touches becomes a draft; the rest stays as it was located. */
type Draft = ObjectDraft | ListDraft | Located;

const draftOf = ({ place, entries }: LocatedObject): ObjectDraft => ({
  kind: 'object draft',
  place,
  entries: new Map(entries),
});

const mergeInto = (draft: ObjectDraft, later: LocatedObject, problems: ProblemList): ObjectDraft => {
  draft.place = later.place;
  for (const [key, value] of later.entries) {
    const before = draft.entries.get(key);
    if (isNull(value)) draft.entries.delete(key);
    else if (before === undefined || WHOLE_LISTS.has(key)) draft.entries.set(key, value);
    else draft.entries.set(key, mergeValues(before, value, problems));
  }
  return draft;
};

const mergeValues = (before: Draft, later: Located, problems: ProblemList): Draft => {
  if (isObject(before) && later.kind === 'object') return mergeInto(drafted(before), later, problems);
  if (isList(before) && later.kind === 'list') return mergeLists(before, later, problems);
  if (before.kind === later.kind || isNull(before)) return later;
  const kept = later.kind === 'scalar' ? before : later;
  problems.note('type-differs', kept === later ? before.place : later.place);
  return kept;
};

const mergeLists = (before: ListDraft | LocatedList, later: LocatedList, problems: ProblemList): Draft => {
  const draft = before.kind === 'list' ? listDraftOf(before) : before;
  const entries = entriesOf(later);
  if (draft === undefined || entries === undefined) return later;
  draft.place = later.place;
  for (const [id, entry] of entries.byId) {
    const known = draft.items.get(id);
    if (known === undefined) draft.items.set(id, draftOf(entry));
    else mergeInto(known, entry, problems);
  }
  if (entries.loose.length > 0) draft.loose = entries.loose;
  return draft;
};

const isNull = (node: Draft): boolean => node.kind === 'scalar' && node.value === null;
const isObject = (node: Draft): node is ObjectDraft | LocatedObject =>
  node.kind === 'object' || node.kind === 'object draft';
const isList = (node: Draft): node is ListDraft | LocatedList => node.kind === 'list' || node.kind === 'list draft';
const drafted = (node: ObjectDraft | LocatedObject): ObjectDraft => (node.kind === 'object' ? draftOf(node) : node);

const listDraftOf = (list: LocatedList): ListDraft | undefined => {
  const entries = entriesOf(list);
  if (entries === undefined) return undefined;
  const items = new Map([...entries.byId].map(([id, entry]) => [id, draftOf(entry)]));
  return { kind: 'list draft', place: list.place, items, loose: entries.loose };
};

interface Entries {
  /** The second of the same id stands apart from the first. */
  readonly byId: ReadonlyMap<string, LocatedObject>;
  readonly loose: readonly LocatedObject[];
}

/** The entries of a list of objects; undefined where one of them is none, since such a list is a value like any other. */
const entriesOf = (list: LocatedList): Entries | undefined => {
  const seen = new Map<string, number>();
  const byId = new Map<string, LocatedObject>();
  const loose: LocatedObject[] = [];
  for (const item of list.items) {
    if (item.kind !== 'object') return undefined;
    const id = idOf(item);
    if (id === undefined) {
      loose.push(item);
      continue;
    }
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    byId.set(`${times} ${id}`, item);
  }
  return { byId, loose };
};

const finished = (draft: Draft): Located => {
  if (draft.kind === 'object draft') return finishedObject(draft);
  if (draft.kind !== 'list draft') return draft;
  return { kind: 'list', place: draft.place, items: [...draft.items.values()].map(finishedObject).concat(draft.loose) };
};

const finishedObject = ({ place, entries }: ObjectDraft): LocatedObject => ({
  kind: 'object',
  place,
  entries: new Map([...entries].map(([key, value]) => [key, finished(value)])),
});
