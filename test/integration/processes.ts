import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LOOK_AGAIN_MILLISECONDS = 5;
/** Long enough for a machine with other work: what takes longer never happens. */
const PATIENCE_MILLISECONDS = 50_000;

/** Waits until a condition holds. Throws with its name when it never does. */
export const until = async (what: string, holds: () => boolean | Promise<boolean>): Promise<void> => {
  const deadline = performance.now() + PATIENCE_MILLISECONDS;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`It never happened that ${what}.`);
    await wait(LOOK_AGAIN_MILLISECONDS);
  }
};

export interface RunningProgram {
  readonly pid: number;
  readonly child: ChildProcess;
  /** Everything that it has said so far, on both channels. */
  said(): string;
  /** Waits for a text to be said; gives everything said so far. Throws when the program ends before. */
  says(text: string): Promise<string>;
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Runs a program of ours with this Node. It is ended with the test. */
export const runProgram = (
  file: string,
  options: { args?: readonly string[]; env?: Record<string, string> } = {},
): RunningProgram => {
  const child = spawn(process.execPath, [file, ...(options.args ?? [])], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'], ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const channel of [child.stdout, child.stderr]) {
    channel.setEncoding('utf8').on('data', (text: string) => void (said += text));
  }
  let isOver = false;
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, signal) => {
      isOver = true;
      resolve({ code, signal });
    });
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const says = async (text: string) => {
    await until(`the program says «${text}»`, () => {
      if (isOver && !said.includes(text)) throw new Error(`The program ended without saying «${text}»:\n${said}`);
      return said.includes(text);
    });
    return said;
  };
  return { pid: child.pid ?? 0, child, said: () => said, says, ended };
};

/** Whether a process runs: one that ended and waits to be collected does not. */
export const runs = async (pid: number): Promise<boolean> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat !== '' && !/\) [ZX] /.test(stat);
};
