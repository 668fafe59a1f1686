import { describe, expect, it } from 'vitest';
import { breachesOf } from './habits.ts';
import { filesOf, readOurs } from './tree.ts';

/** The reader itself and this test name what they look for. */
const OWN_EXAMPLES = /^test\/architecture\/habits\./;

/** Written by stories, each of which is a file of its own: nobody reads it but from top to bottom. */
const WRITTEN_BY_US = 'docs/api-tutorial.md';

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

interface LockFile {
  readonly packages: Readonly<
    Record<string, { readonly resolved?: string; readonly optionalDependencies?: Readonly<Record<string, string>> }>
  >;
}

const manifest = JSON.parse(readOurs('package.json')) as Manifest;
const lock = JSON.parse(readOurs('package-lock.json')) as LockFile;

describe('a file of ours', () => {
  it('keeps the habits that no linter checks', () => {
    const files = filesOf(['.ts', '.mjs', '.md']).filter((path) => !OWN_EXAMPLES.test(path) && path !== WRITTEN_BY_US);
    expect(files.length).toBeGreaterThan(10);
    const breaches = files.flatMap((path) =>
      breachesOf({ path, text: readOurs(path) }).map((breach) => `${path}: ${breach}`),
    );
    expect(breaches).toEqual([]);
  });
});

describe('the reader of habits', () => {
  it.each([
    ['domain/a.ts', '401 lines: at most 400', 'const a = 1;\n'.repeat(401)],
    ['domain/utils/a.ts', 'folder utils: named for a kind of code, not for what the business does', ''],
    ['domain/a.ts', 'class A: only constructs, errors and adapters with a lifetime are classes', 'export class A {}'],
    ['domain/a.ts', 'line 1: a marker names its issue', '// TODO later'],
    ['domain/a.ts', 'line 2: a marker names its issue', '\n// @TODO: later'],
    ['domain/a.test.ts', 'line 1: no test is left out', "it.only('x', f);"],
    ['domain/a.test.ts', 'line 1: no test is left out', "describe.skip('x', f);"],
    ['domain/a.test.ts', 'line 1: no test is left out', "it.concurrent.skip('x', f);"],
    ['local/a.ts', 'line 1: a path of one machine, or the host of a registry', "const path = '/home/me/veedor';"],
  ])('finds in %s: %s', (path, breach, text) => {
    expect(breachesOf({ path, text })).toEqual([breach]);
  });

  it.each([
    ['a marker with its issue', 'domain/a.ts', '// @TODO #12: see the issue.'],
    ['an error', 'domain/a.ts', 'export class StaleHead extends Error {}'],
    ['a construct', 'infra/constructs/a.ts', 'export class Bucket extends Construct {}'],
    ['an adapter', 'functions/_ports/aws/a.ts', 'export class Table {}'],
    ['a file as long as it may be', 'domain/a.ts', 'const a = 1;\n'.repeat(400)],
  ])('lets pass %s', (_, path, text) => {
    expect(breachesOf({ path, text })).toEqual([]);
  });
});

describe('the suite', () => {
  it('runs far from UTC, so that no answer leans on the zone of the machine', () => {
    expect([-765, -825]).toContain(new Date().getTimezoneOffset());
  });
});

describe('package.json', () => {
  it('names every version exactly', () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(all.filter(([, version]) => !/^(npm:[@\w/-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('lets every script install what is missing first', () => {
    const scripts = Object.keys(manifest.scripts).filter(
      (name) => !(name.startsWith('pre') && name.slice(3) in manifest.scripts),
    );
    const without = scripts.filter((name) => manifest.scripts[`pre${name}`] !== 'node local/install-when-missing.mjs');
    expect(without).toEqual([]);
  });
});

describe('package-lock.json', () => {
  it('names every optional package of every platform, or `npm ci` refuses it', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`node_modules/${name}` in lock.packages || `${path}/node_modules/${name}` in lock.packages),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('names no registry', () => {
    expect(Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });
});
