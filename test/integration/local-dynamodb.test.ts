import { spawn } from 'node:child_process';
import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { dynamodbCaseStore } from '../../functions/_ports/aws/case-store.ts';
import { openTable } from '../../functions/_ports/aws/table.ts';
import type { Append } from '../../functions/_ports/ports.ts';
import { CannotStart } from '../../local/cannot-start.ts';
import { type DataFolder, openDataFolder, whyNotWritable } from '../../local/data-folder.ts';
import { openDatabase } from '../../local/database.ts';
import { embeddedBinary, startEmbeddedDynamodb } from '../../local/embedded-dynamodb.ts';
import { startedParts } from '../../local/started-parts.ts';
import { forgetStreamRecords } from '../../local/stream-upkeep.ts';
import { tableDefinition } from '../../local/table.ts';
import { appendTo } from '../contract/cast.ts';
import { temporaryFolder } from './embedded-table.ts';
import { runProgram, runs, until } from './processes.ts';

const HOLD = 'test/integration/hold-dynamodb.ts';

const obstacleOf = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof CannotStart ? error.obstacle : `no obstacle: ${String(error)}`;
};

const held = async (path: string): Promise<DataFolder> => {
  const folder = await openDataFolder(path);
  onTestFinished(() => folder.release());
  return folder;
};

const pidIn = async (path: string): Promise<number> =>
  JSON.parse(await readFile(join(path, 'dynamodb.pid'), 'utf8')).pid;

describe('the data folder', () => {
  test('is made for its owner alone, with everything above it', async () => {
    const path = join(await temporaryFolder(), 'a', 'b');
    const folder = await held(path);
    expect((await stat(path)).mode & 0o777).toBe(0o700);
    await folder.replace('key', 'secret');
    expect((await stat(join(path, 'key'))).mode & 0o777).toBe(0o600);
    expect(await readFile(folder.file('key'), 'utf8')).toBe('secret');
  });

  test('is held by one at a time, and free again once it is let go', async () => {
    const path = await temporaryFolder();
    const folder = await openDataFolder(path);
    expect(await obstacleOf(openDataFolder(path))).toBe('another-instance');
    folder.release();
    (await openDataFolder(path)).release();
  });

  test('is held against other processes, until they end, however they end', async () => {
    const path = await temporaryFolder();
    const other = runProgram(HOLD, { args: [path] });
    await other.says('holds');
    await expect(openDataFolder(path)).rejects.toThrow(
      /Another Veedor is running on .*\nStop it first, or set VEEDOR_FOLDER/,
    );
    other.child.kill('SIGKILL');
    await other.ended;
    await held(path);
  });

  test('that cannot be written is refused with the reason', async () => {
    expect(await obstacleOf(openDataFolder('/dev/null/veedor'))).toBe('folder-not-writable');
    expect(await obstacleOf(openDataFolder('/proc/veedor'))).toBe('folder-not-writable');
  });

  test.each([
    ['EROFS', 'folder-not-writable', 'the disk is read-only (EROFS)'],
    ['EACCES', 'folder-not-writable', 'the folder cannot be written (EACCES)'],
    ['ENOSPC', 'disk-full', 'is full (ENOSPC)'],
  ])('says %s in words, and what to do', (code, obstacle, words) => {
    const why = whyNotWritable('/data', code);
    expect(why.obstacle).toBe(obstacle);
    expect(why.message).toContain(words);
    expect(why.message).toMatch(/set VEEDOR_FOLDER to a folder/i);
  });
});

describe('the embedded DynamoDB', () => {
  test('is missing on other platforms, which is said with a way out', async () => {
    const nowhere = () => {
      throw Object.assign(new Error('gone'), { code: 'MODULE_NOT_FOUND' });
    };
    await expect(embeddedBinary(nowhere)).rejects.toThrow(/DYNAMODB_ENDPOINT=http:/);
    expect(await obstacleOf(embeddedBinary(nowhere))).toBe('no-embedded-dynamodb');
  });

  test('keeps what was written when it is stopped and started again', async () => {
    const folder = await held(await temporaryFolder());
    const change = await appendTo('ip-1', 0);
    for (const expected of [true, false]) {
      const started = startedParts();
      const { endpoint } = await openDatabase({ folder, table: 'veedor', endpoint: undefined, started });
      const store = dynamodbCaseStore(openTable({ name: 'veedor', endpoint }));
      expect(await store.append(change)).toBe(expected);
      expect((await store.read({ case: 'ip-1', subjects: [] })).head).toEqual(change.head);
      await started.end();
    }
  });

  test('dies with the process that started it, even when that is killed', async () => {
    const path = await temporaryFolder();
    const holder = runProgram(HOLD, { args: [path] });
    await holder.says('holds');
    const pid = await pidIn(path);
    expect(await runs(pid)).toBe(true);
    holder.child.kill('SIGKILL');
    await until('the server is gone', async () => !(await runs(pid)));
  });

  test('that was left running on the folder is ended before a new one starts', async () => {
    const folder = await held(await temporaryFolder());
    const program = await embeddedBinary();
    const leftover = spawn(program, ['--port', '0', '--db-path', folder.file('dynamodb.db')], { stdio: 'ignore' });
    onTestFinished(() => void leftover.kill('SIGKILL'));
    await writeFile(folder.file('dynamodb.pid'), JSON.stringify({ pid: leftover.pid, endpoint: 'http://127.0.0.1:1' }));
    const server = await startEmbeddedDynamodb(folder);
    expect(await runs(leftover.pid!)).toBe(false);
    expect(await runs(server.pid)).toBe(true);
    await server.stop();
    expect(await runs(server.pid)).toBe(false);
  });

  test('leaves a process alone that merely has the number of an old server', async () => {
    const folder = await held(await temporaryFolder());
    const bystander = spawn('sleep', ['60'], { stdio: 'ignore' });
    onTestFinished(() => void bystander.kill('SIGKILL'));
    await writeFile(
      folder.file('dynamodb.pid'),
      JSON.stringify({ pid: bystander.pid, endpoint: 'http://127.0.0.1:1' }),
    );
    await (await startEmbeddedDynamodb(folder)).stop();
    expect(await runs(bystander.pid!)).toBe(true);
  });

  test.each(['', 'rubbish', '{"pid":"1"}', '{"pid":-1}', '{"pid":99999999999999999999}'])(
    'starts whatever stands in the file of its number: %j',
    async (text) => {
      const folder = await held(await temporaryFolder());
      await writeFile(folder.file('dynamodb.pid'), text);
      await (await startEmbeddedDynamodb(folder)).stop();
    },
  );

  test('that does not come up is said with what it complained about', async () => {
    const folder = await held(await temporaryFolder());
    await writeFile(
      folder.file('dynamodb.db'),
      'this is no database, and long enough to be looked at as one'.repeat(40),
    );
    const start = startEmbeddedDynamodb(folder);
    await expect(start).rejects.toThrow(/The embedded DynamoDB did not start: .*\nIts data is in .*set VEEDOR_FOLDER/s);
    expect(await obstacleOf(start)).toBe('dynamodb-failed');
  });

  test('whose program cannot run is said too', async () => {
    const folder = await held(await temporaryFolder());
    const broken = folder.file('broken');
    await writeFile(broken, '#!/bin/sh\necho "no space: database or disk is full" >&2\nexit 1\n');
    await chmod(broken, 0o700);
    expect(await obstacleOf(startEmbeddedDynamodb(folder, broken))).toBe('disk-full');
    await chmod(broken, 0o600);
    expect(await obstacleOf(startEmbeddedDynamodb(folder, broken))).toBe('dynamodb-failed');
  });

  test('tells when it ends by itself', async () => {
    const folder = await held(await temporaryFolder());
    const started = startedParts();
    const { broken } = await openDatabase({ folder, table: 'veedor', endpoint: undefined, started });
    process.kill(await pidIn(folder.path), 'SIGKILL');
    await broken;
    await started.end();
  });
});

describe('the table on one machine', () => {
  test('must be ours: one of another shape is refused', async () => {
    const folder = await held(await temporaryFolder());
    const server = await startEmbeddedDynamodb(folder);
    onTestFinished(server.stop);
    const { client } = openTable({ name: 'veedor', endpoint: server.endpoint });
    const { CreateTableCommand } = await import('@aws-sdk/client-dynamodb');
    const { GlobalSecondaryIndexes, ...definition } = tableDefinition('veedor');
    await client.send(
      new CreateTableCommand({
        ...definition,
        GlobalSecondaryIndexes: GlobalSecondaryIndexes.slice(0, 1),
        AttributeDefinitions: definition.AttributeDefinitions.slice(0, 4),
      }),
    );
    const open = (table: string) => openDatabase({ folder, table, endpoint: server.endpoint, started: startedParts() });
    expect(await obstacleOf(open('veedor'))).toBe('foreign-table');
    expect((await open('veedor-2')).endpoint).toBe(server.endpoint);
  });

  test.each([
    ['nobody listens', 'http://127.0.0.1:9', 'dynamodb-unreachable'],
    ['is no URL', '127.0.0.1:8000', 'bad-setting'],
    ['is no address of the web', 'file:///etc/passwd', 'bad-setting'],
  ])('cannot be on a server where %s', async (_, endpoint, obstacle) => {
    const folder = await held(await temporaryFolder());
    expect(await obstacleOf(openDatabase({ folder, table: 'veedor', endpoint, started: startedParts() }))).toBe(
      obstacle,
    );
  });
});

/** An append that does not change how the case stands in lists, as most do not. */
const unlisted = ({ listing, ...change }: Append, isSame: boolean): Append =>
  isSame || listing === undefined ? change : { ...change, listing };

describe('the stream’s records on disk', () => {
  test('are found by indexes, and those delivered are gone after a start, except the newest', async () => {
    const folder = await held(await temporaryFolder());
    const started = startedParts();
    onTestFinished(() => started.end());
    const { endpoint } = await openDatabase({ folder, table: 'veedor', endpoint: undefined, started });
    const store = dynamodbCaseStore(openTable({ name: 'veedor', endpoint }));
    for (const version of [0, 1, 2]) await store.append(unlisted(await appendTo('ip-1', version), version > 0));
    const database = new DatabaseSync(folder.file('dynamodb.db'));
    onTestFinished(() => database.close());
    const numbers = () =>
      database
        .prepare('SELECT CAST(sequence_number AS INTEGER) AS number FROM _stream_records ORDER BY 1')
        .all()
        .map((row) => row['number']);
    const plan = (sql: string) => JSON.stringify(database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all());
    // The two questions that the server asks for each write and each reading, word for word.
    expect(
      plan(
        "SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1 FROM _stream_records WHERE table_name = 'veedor'",
      ),
    ).toContain('INDEX veedor_stream_by_number');
    expect(
      plan(
        "SELECT event_name FROM _stream_records WHERE table_name = 'veedor' AND shard_id = 's' AND CAST(sequence_number AS INTEGER) > 3 ORDER BY CAST(sequence_number AS INTEGER) ASC LIMIT 100",
      ),
    ).toContain('INDEX veedor_stream_by_shard');
    expect(numbers()).toHaveLength(13);
    forgetStreamRecords(folder.file('dynamodb.db'), { table: 'veedor', upTo: '10' });
    expect(numbers()).toEqual([11, 12, 13]);
    forgetStreamRecords(folder.file('dynamodb.db'), { table: 'veedor', upTo: '13' });
    expect(numbers()).toEqual([13]);
    await store.append(unlisted(await appendTo('ip-1', 3), true));
    expect(numbers()).toEqual([13, 14, 15, 16, 17]);
  });
});
