/**
 * Runs before every npm script: installs what package-lock.json asks for when node_modules does not hold it, and makes
 * sure that Node 24 runs what comes next. On a bare clone the machine's own Node runs this file, so it is plain
 * JavaScript, needs no package, and works from Node 20 on. When nothing is missing it writes nothing.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NODE_MAJOR_MIN = 24;
const INSTALL_TIMEOUT_MS = 10 * 60_000;
const WAIT_STEP_MS = 200;
const NPM_LINES_SHOWN_MAX = 8;

/** What npm's error codes mean for the person in front of the screen. */
const CAUSES = [
  [/\bEUSAGE\b/, 'package-lock.json does not match package.json. Run `npm install` and commit the lock file.'],
  [/\bEINTEGRITY\b/, 'A package is not the one that package-lock.json names. Nothing of it was installed.'],
  [/\bENOSPC\b/, 'The disk is full. The packages need about 750 MB.'],
  [/\b(EROFS|EACCES|EPERM)\b/, 'A folder cannot be written: this one, or the one where npm keeps its cache.'],
  [
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED)\b/,
    'The package registry cannot be reached. Connect to the network, or tell npm its proxy, and repeat.',
  ],
];

const say = (text) => process.stderr.write(`${text}\n`);

const stop = (text) => {
  say(text);
  process.exit(1);
};

const readPackages = (file) => {
  try {
    return JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages ?? {};
  } catch {
    return undefined;
  }
};

const isForThisMachine = ({ os, cpu, libc }) => {
  const holds = (list, word) => list === undefined || [list].flat().includes(word);
  // Whether the C library fits is npm's to find out: such a package is never demanded here.
  return (os ?? cpu) !== undefined && libc === undefined && holds(os, process.platform) && holds(cpu, process.arch);
};

/** Paths of packages that the lock file demands and node_modules does not hold as demanded, or holds unasked. */
const findGaps = () => {
  const wanted = readPackages('package-lock.json');
  if (wanted === undefined) stop('package-lock.json cannot be read. Restore it: `git checkout package-lock.json`.');
  const held = readPackages('node_modules/.package-lock.json') ?? {};
  const lacks = ([path, { version, integrity, optional, ...entry }]) => {
    if (path === '') return false;
    const found = held[path];
    if (found === undefined) return optional === true ? isForThisMachine(entry) : true;
    const differs = found.version !== version || (integrity !== undefined && found.integrity !== integrity);
    return differs || !existsSync(join(ROOT, path, 'package.json'));
  };
  const lacking = Object.entries(wanted).filter(lacks);
  return {
    demanded: lacking.filter(([, { optional }]) => optional !== true).map(([path]) => path),
    optional: lacking.filter(([, { optional }]) => optional === true).map(([path]) => path),
    unasked: Object.keys(held).filter((path) => !(path in wanted)),
  };
};

const isWhole = (gaps) => gaps.demanded.length + gaps.optional.length + gaps.unasked.length === 0;

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Takes the lock, or waits while a living process holds it. False: somebody else held it and is done by now. */
const takeLock = (lock) => {
  for (let waitedMs = 0; waitedMs < INSTALL_TIMEOUT_MS; waitedMs += WAIT_STEP_MS) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return waitedMs === 0;
    } catch (error) {
      if (error.code !== 'EEXIST') return true; // Nowhere to put a lock: better to install without one than not at all.
    }
    const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
    if (holder !== 0 && !isAlive(holder)) rmSync(lock, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_STEP_MS);
  }
  stop(`Another installation has been running for ten minutes. If that is not so, delete ${lock}.`);
  return false;
};

const NPM_CI = [
  'ci',
  '--ignore-scripts', // Nothing here needs one: esbuild finds its binary without.
  '--no-audit',
  '--no-fund',
  '--no-progress',
  '--loglevel=error',
  '--prefer-offline',
  // Whatever the environment says (NODE_ENV=production), every script needs all of them.
  '--include=dev',
  '--include=optional',
  '--include=peer',
  // Without a network npm would try for minutes.
  '--fetch-retries=2',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=5000',
];

const runNpm = () => {
  const options = { cwd: ROOT, encoding: 'utf8', timeout: INSTALL_TIMEOUT_MS, stdio: ['ignore', 'ignore', 'pipe'] };
  const npm = process.env.npm_execpath ?? '';
  return npm.endsWith('npm-cli.js')
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [npm, ...NPM_CI], options)
    : spawnSync('npm', NPM_CI, { ...options, shell: process.platform === 'win32' });
};

const explain = ({ error, stderr, status }) => {
  const output = [error?.message, stderr].filter(Boolean).join('\n').trim();
  const cause = CAUSES.find(([pattern]) => pattern.test(output))?.[1] ?? `npm ci ended with status ${status}.`;
  const lines = output
    .split('\n')
    .filter((line) => !/^npm error\s+at /.test(line))
    .slice(0, NPM_LINES_SHOWN_MAX);
  say(`\nVeedor could not install its packages. ${cause}\n`);
  stop(lines.map((line) => `    ${line}\n`).join(''));
};

const install = () => {
  try {
    accessSync(ROOT, constants.W_OK);
  } catch {
    stop(`Packages are missing and cannot be installed: ${ROOT} is read-only. Clone to a folder that can be written.`);
  }
  say('Installing what is missing (npm ci, once) ...');
  const startedAt = performance.now();
  const result = runNpm();
  if (result.status !== 0) explain(result);
  const gaps = findGaps();
  if (gaps.demanded.length > 0) stop(`npm ci succeeded, but these are missing: ${gaps.demanded.join(', ')}.`);
  if (gaps.optional.length > 0) say(`Not available for this machine, going on without: ${gaps.optional.join(', ')}.`);
  say(`Installed in ${Math.ceil((performance.now() - startedAt) / 1000)} s.`);
};

/** Two commands started at once on a bare clone must not both rebuild node_modules. */
const installOnce = () => {
  const lock = join(tmpdir(), `veedor-install-${createHash('sha256').update(ROOT).digest('hex').slice(0, 16)}.lock`);
  const isFirst = takeLock(lock);
  process.on('exit', () => rmSync(lock, { force: true }));
  if (isFirst || !isWhole(findGaps())) install();
};

const checkNode = () => {
  const bundled = join(ROOT, 'node_modules', '.bin', 'node');
  const found = existsSync(bundled)
    ? spawnSync(bundled, ['--version'], { encoding: 'utf8' }).stdout?.trim()
    : process.version;
  if (Number(/^v(\d+)\./.exec(found ?? '')?.[1] ?? 0) >= NODE_MAJOR_MIN) return;
  const which = found ? `This is Node ${found.slice(1)}` : 'The packaged Node 24 does not run here';
  const platform = `${process.platform}-${process.arch}`;
  stop(`Veedor needs Node ${NODE_MAJOR_MIN} or later. ${which} (${platform}). Install it from nodejs.org and repeat.`);
};

const startedWhole = isWhole(findGaps());
if (!startedWhole) installOnce();
// The packaged Node was tried when it was installed; afterwards it is what runs this file.
if (!startedWhole || Number(process.versions.node.split('.')[0]) < NODE_MAJOR_MIN) checkNode();
