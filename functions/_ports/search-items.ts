import * as z from 'zod/mini';
import { canonicalJson } from '../../events/record.ts';
import type { Key, Stretch } from './aws/table-keys.ts';
import { BadItem } from './ports.ts';
import { type DirectoryEntry, POSTINGS_PER_SAVE_MAX, type Posting, type SearchStore } from './search-ports.ts';
import type { Item, WrittenItem } from './written-items.ts';

/** Where the directory stands in the table: a partition for each case, and one for each list, in the order of its places. */
export const DIRECTORY_FAMILY = 'SEARCH#';
const CASES = 'SEARCH#CASE#';
export const SEARCH_LISTS = 'SEARCH#LIST#';
const ENTRY = 'ENTRY';
const PLACE = 'AT#';

export const directoryPartition = (caseId: string): string => `${CASES}${caseId}`;
export const entryKey = (caseId: string): Key => ({ pk: directoryPartition(caseId), sk: ENTRY });
export const postingPartition = (term: string): string => `${SEARCH_LISTS}${term}`;
const postingKey = ({ term, place }: Pick<Posting, 'term' | 'place'>): Key => ({
  pk: postingPartition(term),
  sk: `${PLACE}${place}`,
});
/** Greater than every character that a place can hold. */
export const EVERY_POSTING: Stretch = { first: PLACE, last: `${PLACE}\u{10FFFF}` };
export const placeAfter = (after: string | undefined): string | undefined =>
  after === undefined ? undefined : `${PLACE}${after}`;

const entryShape = z.object({
  case: z.string(),
  version: z.int().check(z.positive()),
  seen: z.int(),
  state: z.string(),
  terms: z.string(),
});
const termsShape = z.array(z.string());
const postingShape = z.object({ pk: z.string(), sk: z.string(), id: z.string() });

/** What is read is checked again. Throws `BadItem`. */
const checked = <T>(schema: z.ZodMiniType<T>, item: Item): T => {
  const { data } = schema.safeParse(item);
  if (data === undefined) throw new BadItem(`The item at ${item['sk']} is not what the house writes there.`);
  return data;
};

export const entryItem = ({ terms, ...entry }: DirectoryEntry): WrittenItem => ({
  ...entryKey(entry.case),
  ...entry,
  terms: canonicalJson(terms),
});

export const readEntry = (item: Item): DirectoryEntry => {
  const { terms, ...entry } = checked(entryShape, item);
  return { ...entry, terms: termsShape.parse(JSON.parse(terms)) };
};

export const postingItem = (posting: Posting): WrittenItem => ({ ...postingKey(posting), id: posting.id });

export const readPosting = (item: Item): Posting => {
  const { pk, sk, id } = checked(postingShape, item);
  return { term: pk.slice(SEARCH_LISTS.length), place: sk.slice(PLACE.length), id };
};

/** Throws for more than one transaction takes: a bug. */
export const assertDirectorySave = ({ posted, removed }: Parameters<SearchStore['save']>[0]): void => {
  if (posted.length + removed.length > POSTINGS_PER_SAVE_MAX) throw new Error('Too many postings for one transaction.');
};
