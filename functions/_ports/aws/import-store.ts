import type { ImportStore } from '../ports.ts';
import { importChunkItem, importItem } from '../written-items.ts';
import { readImport, readImportChunk } from './items.ts';
import { putOneOver } from './single-write.ts';
import { getItem, select, type Table } from './table.ts';
import { importChunkKey, importKey, TABLE } from './table-keys.ts';

/** The imports of the roster in DynamoDB: an item for each, and one for each chunk of results, in a partition of its own. */
export const dynamodbImportStore = (table: Table): ImportStore => ({
  read: async (id) => {
    const item = await getItem(table, importKey(id));
    return item === undefined ? undefined : readImport(item);
  },
  begin: (started) => putOneOver(table, undefined, importItem(started)),
  chunks: async ({ import: id, first, limit }) => {
    const selection = {
      partition: { name: TABLE.partitionKey, value: importKey(id).pk },
      sort: {
        name: TABLE.sortKey,
        first: importChunkKey(id, first).sk,
        last: importChunkKey(id, first + limit - 1).sk,
      },
    };
    const { items } = await select(table, selection, { limit });
    return items.map(readImportChunk);
  },
  saveChunk: ({ import: id, ...chunk }) => putOneOver(table, undefined, importChunkItem(id, chunk)),
});
