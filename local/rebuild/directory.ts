import type { Key } from '../../functions/_ports/aws/table-keys.ts';
import type { RawItem } from '../../functions/_ports/ports.ts';
import { entryKey, postingItem, readEntry, readPosting, SEARCH_LISTS } from '../../functions/_ports/search-items.ts';
import type { DirectoryEntry, Posting } from '../../functions/_ports/search-ports.ts';
import type { Item, WrittenItem } from '../../functions/_ports/written-items.ts';
import { isWritten, versionOf } from '../../functions/_record/same-item.ts';
import { cardStateIn, postingOf } from '../../functions/_search/directory-entry.ts';
import { SHELF_ITEMS_MAX, type TallyOptions } from './tallies.ts';

/** The lists of names of authorities. */
const NAMES = `${SEARCH_LISTS}name:`;

export interface DirectoryRebuild {
  /** Compares what the keeper of the directory makes of a case with what stands there, and puts it right. */
  readonly keepCase: (caseId: string, items: readonly WrittenItem[]) => Promise<void>;
  /** Of a case whose record cannot be read everything stays as it is. */
  readonly leaveCase: (caseId: string) => void;
  /** Once every case is kept or left: what belongs to none of them goes. */
  readonly finish: () => Promise<void>;
}

interface Directory {
  readonly options: TallyOptions;
  readonly cases: Set<string>;
  readonly unread: Set<string>;
  /** Where names of authorities must stand: some hundred bytes for each word of each authority that has a case. */
  readonly names: Set<string>;
}

/** Makes the cards of cases and their lists anew. A run that is killed is completed by the next. */
export const directoryRebuild = (options: TallyOptions): DirectoryRebuild => {
  const directory: Directory = { options, cases: new Set(), unread: new Set(), names: new Set() };
  return {
    keepCase: (caseId, items) => keepCase(directory, caseId, items),
    leaveCase: (caseId) => void directory.unread.add(caseId),
    finish: () => finish(directory),
  };
};

const keepCase = async (directory: Directory, caseId: string, items: readonly WrittenItem[]): Promise<void> => {
  const { shelf, tell } = directory.options;
  directory.cases.add(caseId);
  const wanted = new Map(items.map((item) => [placeOf(item), item]));
  const [entry] = await shelf.at([entryKey(caseId)]);
  const standing = new Map<string, RawItem>();
  const keys = [...items, ...listedBefore(entryIn(entry))].map(({ pk, sk }) => ({ pk, sk }));
  const places = [...new Map(keys.map((key) => [placeOf(key), key])).values()];
  for (let start = 0; start < places.length; start += SHELF_ITEMS_MAX) {
    const some = await shelf.at(places.slice(start, start + SHELF_ITEMS_MAX));
    for (const item of some) standing.set(placeOf(item), item);
  }
  const puts: WrittenItem[] = [];
  for (const [place, item] of wanted) {
    const stands = standing.get(place);
    if (item.pk.startsWith(NAMES)) {
      // Several cases name one authority: it is looked at with the first of them.
      if (directory.names.has(place)) continue;
      directory.names.add(place);
    }
    const is = item['version'] === undefined ? item : { ...item, version: versionOf(stands) + 1 };
    if (isSame(stands, is)) continue;
    tell({ place, was: stands === undefined ? 'missing' : 'wrong' });
    puts.push(is);
  }
  const removed = [...standing.values()].filter((item) => !wanted.has(placeOf(item)));
  for (const item of removed) tell({ place: placeOf(item), was: 'foreign' });
  await write(directory, { puts, removed: removed.map(keyOf) });
};

/** Where the case stands in lists by what its entry says, as far as that can be read. */
const listedBefore = (entry: DirectoryEntry | undefined): readonly WrittenItem[] => {
  const state = readable(() => cardStateIn(entry));
  return state === undefined ? [] : (entry?.terms ?? []).map((term) => postingItem(postingOf(state, term)));
};

/** What stands in the directory and belongs to no case as it is now goes. */
const finish = async (directory: Directory): Promise<void> => {
  const { shelf, tell } = directory.options;
  let after: Key | undefined;
  do {
    const { items, next } = await shelf.page(after);
    const entries = await entriesBehind(directory, items);
    const removed = items.filter((item) => isForeign(directory, item, entries));
    for (const item of removed) tell({ place: placeOf(item), was: 'foreign' });
    await write(directory, { puts: [], removed: removed.map(keyOf) });
    after = next;
  } while (after !== undefined);
};

const entriesBehind = async (
  { options: { shelf }, cases }: Directory,
  items: readonly RawItem[],
): Promise<ReadonlyMap<string, DirectoryEntry>> => {
  const ids = [...new Set(items.flatMap((item) => postingIn(item)?.id ?? []))].filter((id) => cases.has(id));
  const found = new Map<string, DirectoryEntry>();
  for (let start = 0; start < ids.length; start += SHELF_ITEMS_MAX) {
    const some = await shelf.at(ids.slice(start, start + SHELF_ITEMS_MAX).map(entryKey));
    for (const entry of some.flatMap((item) => entryIn(item) ?? [])) found.set(entry.case, entry);
  }
  return found;
};

const isForeign = (
  { options, cases, unread, names }: Directory,
  item: RawItem,
  entries: ReadonlyMap<string, DirectoryEntry>,
): boolean => {
  const posting = postingIn(item);
  if (posting === undefined) {
    const id = entryIn(item)?.case ?? '';
    return placeOf(entryKey(id)) !== placeOf(item) || !(cases.has(id) || unread.has(id));
  }
  // Under which authority a case stands that cannot be read is not known.
  if (item.pk.startsWith(NAMES)) return !names.has(placeOf(item)) && unread.size === 0;
  if (unread.has(posting.id)) return false;
  const entry = entries.get(posting.id);
  // Nothing was written, so an entry that is missing was not put back.
  if (entry === undefined) return !(options.compareOnly && cases.has(posting.id));
  return !listedBefore(entry).some((each) => placeOf(each) === placeOf(item));
};

const itemOf = ({ pk, sk, attributes }: RawItem): Item => {
  const known = Object.entries(attributes).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  return { ...Object.fromEntries(known), pk, sk };
};

const readable = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch {
    // It is not what the house writes, so nothing is taken from it.
    return undefined;
  }
};

const entryIn = (item: RawItem | undefined): DirectoryEntry | undefined =>
  item === undefined ? undefined : readable(() => readEntry(itemOf(item)));

const postingIn = (item: RawItem): Posting | undefined =>
  item.pk.startsWith(SEARCH_LISTS) ? readable(() => readPosting(itemOf(item))) : undefined;

const placeOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;
const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk });

/** Whether an item stands as it must, however often it was written. */
const isSame = (standing: RawItem | undefined, item: WrittenItem): boolean =>
  isWritten(standing, item['version'] === undefined ? item : { ...item, version: versionOf(standing) });

const write = async (
  { options }: Directory,
  change: { readonly puts: readonly WrittenItem[]; readonly removed: readonly Key[] },
): Promise<void> => {
  if (options.compareOnly || change.puts.length + change.removed.length === 0) return;
  await options.shelf.write(change);
};
