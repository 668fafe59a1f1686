import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from './embedded-table.ts';
import { type RunningProgram, runProgram, runs, until } from './processes.ts';

const DEMO = 'local/demo.ts';

/** A demo that makes its folder in a folder of its own. */
const demoIn = async (): Promise<{ program: RunningProgram; made: () => Promise<readonly string[]> }> => {
  const folder = await temporaryFolder();
  const program = runProgram(DEMO, { env: { TMPDIR: folder } });
  const made = async () =>
    (await readdir(folder)).filter((name) => name.startsWith('veedor-demo-')).map((name) => join(folder, name));
  return { program, made };
};

/** The processes whose command line names a folder: the embedded DynamoDB that keeps its data there. */
const processesOn = async (folder: string): Promise<readonly number[]> => {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return pids.filter((_, index) => lines[index]?.includes(folder));
};

/** Waits for the moment, sends the signals, and gives what is left once the demo is over. */
const leftAfter = async (
  moment: (folder: string) => Promise<boolean>,
  ...signals: readonly NodeJS.Signals[]
): Promise<{ end: unknown; folders: readonly string[]; running: readonly boolean[] }> => {
  const { program, made } = await demoIn();
  await until('the demo has come to the moment', async () => {
    const [folder] = await made();
    return folder !== undefined && (await moment(folder));
  });
  const [folder = ''] = await made();
  const servers = await processesOn(folder);
  for (const signal of signals) program.child.kill(signal);
  const end = await program.ended;
  return {
    end,
    folders: await made(),
    running: await Promise.all([...servers, ...(await processesOn(folder))].map(runs)),
  };
};

const asSoonAsItHasAFolder = async () => true;
/** The server has written the table: the walk has begun, or is about to. */
const whileItWalks = async (folder: string) =>
  (await readFile(join(folder, 'stream-checkpoint.json'), 'utf8').catch(() => '')) !== '';

const INTERRUPTED = { end: { code: 130, signal: null }, folders: [] };

describe('npm run demo', () => {
  test('leaves nothing behind on SIGINT, while it starts', async () => {
    const { running, ...left } = await leftAfter(asSoonAsItHasAFolder, 'SIGINT');
    expect(left).toEqual(INTERRUPTED);
    expect(running).not.toContain(true);
  });

  test('leaves nothing behind on SIGTERM, while it walks', async () => {
    const { running, ...left } = await leftAfter(whileItWalks, 'SIGTERM');
    expect(left).toEqual(INTERRUPTED);
    expect(running.length).toBeGreaterThan(0);
    expect(running).not.toContain(true);
  });

  test('leaves nothing behind when it is told twice, and ends at once', async () => {
    const { running, ...left } = await leftAfter(whileItWalks, 'SIGHUP', 'SIGTERM');
    expect(left).toEqual(INTERRUPTED);
    expect(running).not.toContain(true);
  });
});
