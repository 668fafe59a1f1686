import * as z from 'zod/mini';
import { type Counters, sumOf } from '../../domain/scoreboard/measures.ts';
import { canonicalJson } from '../../events/record.ts';
import type { Key, Stretch } from './aws/table-keys.ts';
import { BadItem } from './ports.ts';
import type { Cell, CellPlace, TallyBook } from './tally-ports.ts';
import type { Item, WrittenItem } from './written-items.ts';

/** Where counts stand in the table: a partition for each book, and one for each list of cells. */
export const TALLIES = 'TALLY#';
export const TALLY_BOOK = 'BOOK';
export const tallyBookKey = (key: string): Key => ({ pk: `${TALLIES}BOOK#${key}`, sk: TALLY_BOOK });
export const listPartition = (list: string): string => `${TALLIES}LIST#${list}`;
const CELL = 'CELL#';
export const cellKey = ({ list, place }: CellPlace): Key => ({ pk: listPartition(list), sk: `${CELL}${place}` });

/** Greater than every character that a place can hold. */
const LAST = '\u{10FFFF}';

export const cellStretch = ({
  first = '',
  last,
}: {
  first?: string | undefined;
  last?: string | undefined;
}): Stretch => ({
  first: `${CELL}${first}`,
  last: `${CELL}${last ?? LAST}`,
});

const whole = z.int().check(z.positive());
const counters = z.record(z.string(), z.int());
const bookShape = z.object({ key: z.string(), version: whole, seen: z.int(), state: z.string(), counted: z.string() });
const countedShape = z.array(
  z.strictObject({ list: z.string(), place: z.string(), counters, name: z.exactOptional(z.string()) }),
);
const cellShape = z.object({
  list: z.string(),
  place: z.string(),
  version: whole,
  counters: z.string(),
  name: z.exactOptional(z.string()),
});

/** What is read is checked again. Throws `BadItem`. */
const checked = <T>(schema: z.ZodMiniType<T>, item: Item): T => {
  const { data } = schema.safeParse(item);
  if (data === undefined) throw new BadItem(`The item at ${item['sk']} is not what the house writes there.`);
  return data;
};

export const tallyBookItem = ({ counted, ...book }: TallyBook): WrittenItem => ({
  ...tallyBookKey(book.key),
  ...book,
  counted: canonicalJson(counted),
});

export const readTallyBook = (item: Item): TallyBook => {
  const { counted, ...book } = checked(bookShape, item);
  return { ...book, counted: countedShape.parse(JSON.parse(counted)) };
};

/** A cell with how often it was written. */
export interface StoredCell extends Cell {
  readonly version: number;
}

export const readCell = (item: Item): StoredCell => {
  const cell = checked(cellShape, item);
  return { ...cell, counters: counters.parse(JSON.parse(cell.counters)) };
};

export const cellItem = ({ counters: counts, ...cell }: StoredCell): WrittenItem => ({
  ...cellKey(cell),
  ...cell,
  counters: canonicalJson(counts),
});

/** A cell once a change is added to it. */
export const changedCell = (before: StoredCell | undefined, { list, place, counters: by, name }: Cell): StoredCell => {
  const known: Counters = before?.counters ?? {};
  const called = [before?.name, name].filter((each) => each !== undefined).toSorted()[0];
  return {
    list,
    place,
    version: (before?.version ?? 0) + 1,
    counters: sumOf(known, by),
    ...(called === undefined ? {} : { name: called }),
  };
};
