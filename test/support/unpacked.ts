import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

const isInstalled = (program: string): boolean => spawnSync(program, ['--help']).error === undefined;

/** Unpacks with the programs that an official has. Undefined where they are not installed. */
export const checkedByTools = (zip: Uint8Array): string | undefined => {
  if (!['unzip', 'sha256sum'].every(isInstalled)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'veedor-bundle-'));
  try {
    writeFileSync(join(folder, 'b.zip'), zip);
    execFileSync('unzip', ['-q', 'b.zip', '-d', 'out'], { cwd: folder });
    return execFileSync('sh', ['-c', 'cd out/* && sha256sum -c SHA256SUMS'], { cwd: folder, encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** The files of a ZIP by their paths in its folder, as text. */
export const filesIn = (zip: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name.replace(/^[^/]+\//, ''), strFromU8(bytes)]));

/** Each line as JSON. */
export const linesOf = (text = ''): readonly Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
