import { OutsideFailure } from '../ports.ts';
import {
  cellItem,
  cellKey,
  cellStretch,
  changedCell,
  listPartition,
  readCell,
  readTallyBook,
  tallyBookItem,
  tallyBookKey,
} from '../tally-items.ts';
import type { TallyStore } from '../tally-ports.ts';
import { pauseBefore } from './pause.ts';
import { batchGet, getItem, select, type Table } from './table.ts';
import { TABLE } from './table-keys.ts';
import { putOver, transact } from './transaction.ts';

/** How often a cell that others count in at the same time is read anew before the event is left to a retry. */
const RACES_MAX = 8;

/** Counts in DynamoDB. A cell is added to by a put over the version that was read: the table lets nobody update in place. */
export const dynamodbTallyStore = (table: Table): TallyStore => ({
  book: async (key) => {
    const item = await getItem(table, tallyBookKey(key));
    return item === undefined ? undefined : readTallyBook(item);
  },
  save: (change) => save(table, change),
  cells: async ({ list, after, limit, ...stretch }) => {
    const sort = cellStretch(stretch);
    const start = after === undefined ? undefined : cellKey({ list, place: after });
    if (sort.first > sort.last || (start !== undefined && start.sk >= sort.last)) return { cells: [], more: false };
    const partition = { name: TABLE.partitionKey, value: listPartition(list) };
    // A place before the stretch is none of it: the stretch begins at its own beginning.
    const from = start === undefined || start.sk < sort.first ? undefined : { ...start };
    const found = await select(table, { partition, sort: { name: TABLE.sortKey, ...sort } }, { start: from, limit });
    return { cells: found.items.map(readCell), more: found.more };
  },
});

const save = async (table: Table, { book, changes }: Parameters<TallyStore['save']>[0]): Promise<boolean> => {
  const expected = book.version === 1 ? undefined : book.version - 1;
  for (let race = 1; race <= RACES_MAX; race += 1) {
    const keys = [tallyBookKey(book.key), ...changes.map(cellKey)];
    const [bookItems, cells] = apart(await batchGet(table, keys));
    if (bookItems[0]?.['version'] !== expected) return false;
    const known = new Map(cells.map(readCell).map((cell) => [JSON.stringify([cell.list, cell.place]), cell]));
    const writes = changes.map((change) => {
      const before = known.get(JSON.stringify([change.list, change.place]));
      return putOver(table, before?.version, cellItem(changedCell(before, change)));
    });
    if (await transact(table, [putOver(table, expected, tallyBookItem(book)), ...writes])) return true;
    await pauseBefore(race);
  }
  throw new OutsideFailure('DynamoDB: others counted in the same cells every time');
};

type Items = Awaited<ReturnType<typeof batchGet>>;

const apart = (items: Items): readonly [Items, Items] => [
  items.filter(({ sk }) => sk === 'BOOK'),
  items.filter(({ sk }) => sk !== 'BOOK'),
];
