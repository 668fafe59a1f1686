import { execFile } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('install-when-missing.mjs', import.meta.url));

const LOCK = {
  packages: {
    '': { name: 'house' },
    'node_modules/brick': { version: '1.0.0', integrity: 'sha512-brick' },
    'node_modules/roof': { version: '2.0.0', optional: true, os: [process.platform], cpu: [process.arch] },
    'node_modules/igloo': { version: '3.0.0', optional: true, os: ['plan9'], cpu: [process.arch] },
  },
};

const { brick, roof } = { brick: LOCK.packages['node_modules/brick'], roof: LOCK.packages['node_modules/roof'] };
const WHOLE = { 'node_modules/brick': brick, 'node_modules/roof': roof };

/** Stands in for npm: counts its calls, and installs what it is told to, or fails as it is told to. */
const FAKE_NPM = `
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n');
const { failsWith, installs, takesMs } = JSON.parse(readFileSync('npm.json', 'utf8'));
await new Promise((resolve) => setTimeout(resolve, takesMs));
if (failsWith !== '') {
  console.error(failsWith);
  process.exit(1);
}
for (const path of Object.keys(installs)) {
  mkdirSync(path, { recursive: true });
  writeFileSync(path + '/package.json', '{}');
}
writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: installs }));
`;

describe('what runs before every npm script', () => {
  let folder: string;

  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  const npmWill = (does: { failsWith?: string; installs?: object; takesMs?: number }) =>
    write('npm.json', JSON.stringify({ failsWith: '', installs: WHOLE, takesMs: 0, ...does }));

  const holdsAlready = (packages: object) => {
    for (const path of Object.keys(packages)) write(`${path}/package.json`, '{}');
    write('node_modules/.package-lock.json', JSON.stringify({ packages }));
  };

  const calls = () =>
    existsSync(join(folder, 'calls')) ? readFileSync(join(folder, 'calls'), 'utf8').split('\n').length - 1 : 0;

  const run = () =>
    new Promise<{ status: number; said: string }>((resolve) => {
      const env = { ...process.env, npm_execpath: join(folder, 'npm-cli.js'), npm_node_execpath: process.execPath };
      execFile(process.execPath, [join(folder, 'local/install-when-missing.mjs')], { env }, (error, stdout, stderr) =>
        resolve({ status: error === null ? 0 : Number(error.code), said: stdout + stderr }),
      );
    });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'veedor-install-test-'));
    mkdirSync(join(folder, 'local'));
    copyFileSync(SCRIPT, join(folder, 'local/install-when-missing.mjs'));
    write('package.json', JSON.stringify({ type: 'module' }));
    write('package-lock.json', JSON.stringify(LOCK));
    write('npm-cli.js', FAKE_NPM);
    npmWill({});
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('does nothing and says nothing when everything is there', async () => {
    holdsAlready(WHOLE);
    expect(await run()).toEqual({ status: 0, said: '' });
    expect(calls()).toBe(0);
  });

  it('installs on a bare clone, as the lock file says and without running install scripts', async () => {
    expect(await run()).toEqual({ status: 0, said: expect.stringMatching(/^Installing .*\nInstalled in \d+ s\.\n$/) });
    expect(readFileSync(join(folder, 'calls'), 'utf8')).toMatch(/^ci --ignore-scripts .*--include=dev/);
  });

  it.each([
    ['another version', { ...WHOLE, 'node_modules/brick': { ...brick, version: '0.9.0' } }],
    ['other contents', { ...WHOLE, 'node_modules/brick': { ...brick, integrity: 'sha512-straw' } }],
    ['a package less', { 'node_modules/roof': roof }],
    ['a package less that only this platform needs', { 'node_modules/brick': brick }],
    ['a package more', { ...WHOLE, 'node_modules/chimney': { version: '1.0.0' } }],
  ])('installs when node_modules holds %s', async (_, packages) => {
    holdsAlready(packages);
    expect((await run()).status).toBe(0);
    expect(calls()).toBe(1);
  });

  it('installs when the folder of a package was deleted', async () => {
    holdsAlready(WHOLE);
    rmSync(join(folder, 'node_modules/brick'), { recursive: true });
    expect((await run()).status).toBe(0);
    expect(calls()).toBe(1);
  });

  it.each([
    ['npm error code ENOTFOUND', 'The package registry cannot be reached.'],
    ['npm error code EROFS', 'A folder cannot be written'],
    ['npm error code ENOSPC', 'The disk is full.'],
    ['npm error code EUSAGE', 'package-lock.json does not match package.json.'],
    ['npm error something else', 'npm ci ended with status 1.'],
  ])('explains %j, shows it, and stops', async (failsWith, cause) => {
    npmWill({ failsWith });
    const { status, said } = await run();
    expect(status).toBe(1);
    expect(said).toContain(cause);
    expect(said).toContain(failsWith);
  });

  it('stops when npm says that all is well and a package is missing all the same', async () => {
    npmWill({ installs: { 'node_modules/roof': roof } });
    expect(await run()).toEqual({ status: 1, said: expect.stringContaining('node_modules/brick') });
  });

  it('goes on without what is not available for this machine, and names it', async () => {
    npmWill({ installs: { 'node_modules/brick': brick } });
    expect(await run()).toEqual({ status: 0, said: expect.stringContaining('going on without: node_modules/roof') });
  });

  it('installs once when two commands start at the same time', async () => {
    npmWill({ takesMs: 500 });
    const [one, other] = await Promise.all([run(), run()]);
    expect([one.status, other.status]).toEqual([0, 0]);
    expect(calls()).toBe(1);
  });

  it('names the version that is needed when an older Node would run what comes next', async () => {
    write('node_modules/.bin/node', '#!/bin/sh\necho v20.0.0\n');
    chmodSync(join(folder, 'node_modules/.bin/node'), 0o755);
    expect(await run()).toEqual({
      status: 1,
      said: expect.stringContaining('Veedor needs Node 24 or later. This is Node 20.0.0'),
    });
  });
});
