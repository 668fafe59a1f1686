import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:fs';
import { access, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod/mini';
import { CannotStart, systemCodeOf } from './cannot-start.ts';
import { type DataFolder, whyNotWritable } from './data-folder.ts';
import { freePort } from './free-port.ts';
import { indexStreamRecords } from './stream-upkeep.ts';

const PACKAGE = '@dynoxide/linux-x64';
/** Attempts to find a port that nobody takes before the server does. */
const PORT_ATTEMPTS_MAX = 5;
const START_TIMEOUT_MILLISECONDS = 15_000;
/** How long the server may take to close its file before it is killed; its file survives that too. */
const STOP_TIMEOUT_MILLISECONDS = 3_000;
const STALE_TIMEOUT_MILLISECONDS = 5_000;
const LOOK_AGAIN_MILLISECONDS = 10;
/** What the server last said that goes into an error's message, in characters. */
const COMPLAINT_LENGTH_MAX = 400;

const PROCESS_FILE = 'dynamodb.pid';
const DATABASE_FILE = 'dynamodb.db';

/** A DynamoDB on this machine that lives and dies with this process. */
export interface EmbeddedDynamodb {
  readonly endpoint: string;
  readonly pid: number;
  readonly databaseFile: string;
  /** Resolves when the server has ended, asked to or not. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the embedded DynamoDB on a free port of the loopback, with its data in the folder. Whoever calls holds the folder, so a server
 * that still runs on it is a leftover of a process that was killed: it is ended first. Throws `CannotStart` where there is none for
 * the platform or it does not come up.
 */
export const startEmbeddedDynamodb = async (folder: DataFolder, binary?: string): Promise<EmbeddedDynamodb> => {
  const program = binary ?? (await embeddedBinary());
  const databaseFile = folder.file(DATABASE_FILE);
  await endLeftover(folder, databaseFile);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const outcome = await launch({ program, port, databaseFile, folder });
    if (typeof outcome !== 'string') return outcome;
    if (attempt === PORT_ATTEMPTS_MAX || !outcome.includes('in use')) throw whyNotStarted(folder, outcome);
  }
};

/** Where the server's program is. Throws `CannotStart` on a platform for which there is none. */
export const embeddedBinary = async (
  find: (name: string) => string = createRequire(import.meta.url).resolve,
): Promise<string> => {
  try {
    const program = join(dirname(find(`${PACKAGE}/package.json`)), 'dynoxide');
    await access(program, constants.X_OK);
    return program;
  } catch (error) {
    throw new CannotStart(
      'no-embedded-dynamodb',
      `There is no embedded DynamoDB for ${process.platform}-${process.arch} here (${systemCodeOf(error) ?? 'unknown error'}): it exists for linux-x64 only.\n` +
        'Run any DynamoDB-compatible server and set DYNAMODB_ENDPOINT to its URL, for example\n' +
        '  DYNAMODB_ENDPOINT=http://127.0.0.1:8000 npm start\n' +
        'On linux-x64 itself, "npm install" without --omit=optional brings the embedded one.',
    );
  }
};

/** Starts the server once. A text is what it complained about before it ended. */
const launch = async (options: {
  program: string;
  port: number;
  databaseFile: string;
  folder: DataFolder;
}): Promise<EmbeddedDynamodb | string> => {
  const { program, port, databaseFile, folder } = options;
  const command = [
    ...dyingWithParent(),
    program,
    'serve',
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--db-path',
    databaseFile,
  ];
  // A group of its own: Ctrl-C in the terminal must reach us alone, so that we end it after the last request.
  const child = spawn(command[0] ?? program, command.slice(1), {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    env: { PATH: process.env['PATH'] ?? '' },
  });
  const ended = new Promise<void>((resolve) => {
    // Not `exit`: what it said last may still be on its way then.
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  const kill = () => void child.kill('SIGKILL');
  // First of all that is done at the exit: whoever clears the folder away then clears it for good.
  process.prependOnceListener('exit', kill);
  void ended.then(() => process.removeListener('exit', kill));
  if (child.pid === undefined) return 'it could not be started';
  const listening = whenListening(child, ended);
  await folder.replace(PROCESS_FILE, JSON.stringify({ pid: child.pid, endpoint: `http://127.0.0.1:${port}` }));
  const complaint = await listening;
  if (complaint !== undefined) return complaint;
  indexStreamRecords(databaseFile);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    pid: child.pid,
    databaseFile,
    ended,
    stop: () => stop(child, ended, folder),
  };
};

const runningServer = z.object({ endpoint: z.url() });

/** Where the embedded DynamoDB of a folder answers while a system runs on it; undefined where none was started. */
export const endpointOfRunning = async (folder: string): Promise<string | undefined> => {
  const text = await readFile(join(folder, PROCESS_FILE), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : runningServer.parse(JSON.parse(text)).endpoint;
};

/**
 * The words in front of a command that make the kernel kill it when we die, however we die. Where util-linux is missing, a leftover
 * is ended at the next start instead.
 */
const dyingWithParent = (): readonly string[] => {
  const prefix = ['setpriv', '--pdeathsig', 'KILL'];
  return spawnSync(prefix[0] ?? '', [...prefix.slice(1), 'true'], { stdio: 'ignore' }).status === 0 ? prefix : [];
};

/** Waits for the server to say that it listens. A text is what it said instead. */
const whenListening = async (child: ChildProcess, ended: Promise<void>): Promise<string | undefined> => {
  let said = '';
  const ready = new Promise<void>((resolve) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-COMPLAINT_LENGTH_MAX);
      if (said.includes('listening on http')) resolve();
    });
  });
  const timeout = new AbortController();
  const late = wait(START_TIMEOUT_MILLISECONDS, 'late' as const, { signal: timeout.signal }).catch(
    () => 'late' as const,
  );
  const first = await Promise.race([ready.then(() => 'ready' as const), ended.then(() => 'ended' as const), late]);
  timeout.abort();
  if (first === 'ready') return undefined;
  child.kill('SIGKILL');
  return said.trim() || `it did not answer within ${START_TIMEOUT_MILLISECONDS / 1_000} s`;
};

const stop = async (child: ChildProcess, ended: Promise<void>, folder: DataFolder): Promise<void> => {
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MILLISECONDS);
  await ended;
  clearTimeout(patience);
  await rm(folder.file(PROCESS_FILE), { force: true });
};

const whyNotStarted = (folder: DataFolder, complaint: string): CannotStart => {
  if (/disk is full|No space left/i.test(complaint)) return whyNotWritable(folder.path, 'ENOSPC');
  return new CannotStart(
    'dynamodb-failed',
    `The embedded DynamoDB did not start: ${complaint.slice(0, COMPLAINT_LENGTH_MAX)}\nIts data is in ${folder.path}; set VEEDOR_FOLDER to start with another folder.`,
  );
};

/** Ends a server that a killed process left running on this folder. A process that merely has the same number is left alone. */
const endLeftover = async (folder: DataFolder, databaseFile: string): Promise<void> => {
  const pid = pidIn(await readFile(folder.file(PROCESS_FILE), 'utf8').catch(() => ''));
  if (pid === undefined || !(await isServerOf(pid, databaseFile))) return;
  endProcess(pid);
  const deadline = performance.now() + STALE_TIMEOUT_MILLISECONDS;
  while (await isServerOf(pid, databaseFile)) {
    if (performance.now() > deadline) {
      throw new CannotStart(
        'dynamodb-failed',
        `An embedded DynamoDB of an earlier start (process ${pid}) does not end.`,
      );
    }
    await wait(LOOK_AGAIN_MILLISECONDS);
  }
};

const endProcess = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (systemCodeOf(error) !== 'ESRCH') throw error;
  }
};

const pidIn = (text: string): number | undefined => {
  const pid = /^\{"pid":(\d{1,10})[,}]/.exec(text)?.[1];
  return pid === undefined ? undefined : Number(pid);
};

/** A process that has ended but was not collected yet has no command line any more. */
const isServerOf = async (pid: number, databaseFile: string): Promise<boolean> => {
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return commandLine.split('\0').includes(databaseFile) && commandLine.includes('dynoxide');
};
