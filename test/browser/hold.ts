import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder in which the browser tests find where their browser and their world are. */
    heldFolder: string;
  }
}

const PROGRAM = fileURLToPath(new URL('hold-world.ts', import.meta.url));

/** Starts what the browser tests share, without waiting for it: whoever needs it does. */
export const setup = async (project: TestProject) => {
  const folder = await mkdtemp(join(tmpdir(), 'veedor-browser-'));
  project.provide('heldFolder', folder);
  // What the browser's package unpacks goes with the run too: another version would take an old one for its own.
  const env = { ...process.env, TMPDIR: folder };
  const held = spawn(process.execPath, [PROGRAM, folder], { env, stdio: ['pipe', 'ignore', 'inherit'] });
  return async () => {
    const exited = held.exitCode === null ? once(held, 'exit') : undefined;
    held.stdin.end();
    await exited;
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
};
