import * as z from 'zod/mini';
import type { Instant } from '../../events/shapes.ts';
import type { ItemStore } from '../_ports/item-store.ts';
import { type Shelf, shelfOf } from './shelf.ts';

/**
 * How the files are written. Whoever changes what a file says of the same record raises it: all files are written anew then, case by
 * case, without anybody asking.
 */
export const FORMAT = 1;

const file = z.object({ path: z.string(), bytes: z.int(), sha256: z.string() });

const bookShape = z.object({
  /** The number of the last change, among those of all cases, that is noted. */
  changesRead: z.int(),
  /** The format for which the directory of cases was gone through, or is being. */
  format: z.int(),
  /** Where the next page of the directory begins: absent when it is gone through; empty at its beginning. */
  seeding: z.optional(z.string()),
});
export type Book = z.infer<typeof bookShape>;

const caseShape = z.object({
  /** The last event that was heard of. */
  heard: z.int(),
  /** The last event that its file tells of; 0 where there is none. */
  published: z.int(),
  format: z.int(),
  /** The place that it was given, once it was asked for: its own where the list of that month says so. */
  month: z.optional(z.string()),
  position: z.optional(z.int()),
});
export type CaseNote = z.infer<typeof caseShape>;

const partShape = z.object({
  month: z.string(),
  number: z.int(),
  cases: z.int(),
  files: z.array(file),
  writtenAt: z.optional(z.string()),
});
export type PartNote = z.infer<typeof partShape>;

const indexShape = z.object({
  /** The format of the schemas that stand beside the tables. */
  format: z.int(),
});
type IndexNote = z.infer<typeof indexShape>;

/** The one book, and the one index. */
export const ONLY = 'ONLY';

/** What is known of the files, and which of them are out of date. */
export interface Ledger {
  readonly book: Shelf<Book>;
  readonly cases: Shelf<CaseNote>;
  readonly parts: Shelf<PartNote>;
  readonly index: Shelf<IndexNote>;
}

const PARTS = 'OPENDATA#PARTS';

export const ledgerOn = (items: ItemStore): Ledger => ({
  book: shelfOf(items, {
    schema: () => bookShape,
    keyOf: () => ({ pk: 'OPENDATA#BOOK', sk: 'BOOK' }),
    shard: 'OPENDATA#BOOK',
  }),
  cases: shelfOf(items, {
    schema: () => caseShape,
    keyOf: (id) => ({ pk: `OPENDATA#CASE#${id}`, sk: 'CASE' }),
    shard: 'OPENDATA#CASES',
  }),
  parts: shelfOf(items, {
    schema: () => partShape,
    keyOf: (name) => ({ pk: PARTS, sk: name }),
    shard: PARTS,
  }),
  index: shelfOf(items, {
    schema: () => indexShape,
    keyOf: () => ({ pk: 'OPENDATA#INDEX', sk: 'INDEX' }),
    shard: 'OPENDATA#INDEX',
  }),
});

const PARTS_READ = 50;
const namedItem = z.object({ sk: z.string() });

/** The names of all parts, in their order. */
export async function* partNames(items: ItemStore): AsyncGenerator<string> {
  for (let after: string | undefined; ; ) {
    const page = await items.page({ partition: PARTS, stretch: { first: '0', last: '9~' }, after, limit: PARTS_READ });
    for (const item of page.items) {
      after = namedItem.parse(item).sk;
      yield after;
    }
    if (!page.more) return;
  }
}

/** The month of an instant, by UTC. */
export const monthOf = (at: Instant): string => at.slice(0, 7);

const POSITION_DIGITS = 6;
const PART_DIGITS = 3;
const placeKey = (month: string, position: number) => ({
  pk: `OPENDATA#MONTH#${month}`,
  sk: `PLACE#${String(position).padStart(POSITION_DIGITS, '0')}`,
});

export const partName = (month: string, number: number): string =>
  `${month}-${String(number).padStart(PART_DIGITS, '0')}`;

const placeItem = z.object({ case: z.string(), position: z.int() });

/** Takes a place in the list of a month for a case. False where it is another’s. A place is never given back or away. */
export const takePlace = async (
  items: ItemStore,
  { case: caseId, month, position }: { case: string; month: string; position: number },
): Promise<boolean> => {
  const key = placeKey(month, position);
  if (await items.putOver({ ...key, version: 1, case: caseId, position }, undefined)) return true;
  const stands = await items.get(key);
  return stands !== undefined && placeItem.parse(stands).case === caseId;
};

/** The first place of a month that nobody has taken yet. */
export const nextPlace = async (items: ItemStore, month: string): Promise<number> => {
  const { items: last } = await items.page({
    partition: placeKey(month, 0).pk,
    stretch: { first: placeKey(month, 0).sk, last: 'PLACE#~' },
    newestFirst: true,
    limit: 1,
  });
  const [found] = last;
  return found === undefined ? 1 : placeItem.parse(found).position + 1;
};

/** The cases between two places of a month, in the order of their ids: who came first changes no file. */
export const casesBetween = async (
  items: ItemStore,
  { month, first, last }: { month: string; first: number; last: number },
): Promise<readonly string[]> => {
  const { items: found } = await items.page({
    partition: placeKey(month, first).pk,
    stretch: { first: placeKey(month, first).sk, last: placeKey(month, last).sk },
    limit: last - first + 1,
  });
  return found.map((item) => placeItem.parse(item).case).toSorted();
};
