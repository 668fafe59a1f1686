import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { openTable, type Table } from '../../functions/_ports/aws/table.ts';
import { openDataFolder } from '../../local/data-folder.ts';
import { type Database, openDatabase } from '../../local/database.ts';
import { startedParts } from '../../local/started-parts.ts';

/** A folder of its own for one test, gone after everything that the test ends. */
export const temporaryFolder = async (): Promise<string> => {
  const folder = await newFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'veedor-test-'));

/** The real embedded DynamoDB with its table, for the tests of a file. */
export const embeddedTable = async (): Promise<{ table: Table; database: Database }> => {
  const started = startedParts();
  const path = await newFolder();
  const folder = await openDataFolder(path);
  started.add(folder.release);
  const database = await openDatabase({ folder, table: 'veedor', endpoint: undefined, started });
  const table = openTable({ name: database.table, endpoint: database.endpoint });
  afterAll(async () => {
    await started.end();
    await rm(path, { recursive: true, force: true });
  });
  return { table, database };
};
