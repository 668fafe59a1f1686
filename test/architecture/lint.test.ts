import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWith, ROOT, readOurs, remove } from './tree.ts';

interface Diagnostic {
  readonly code?: string;
  readonly filename: string;
}

/** One breach of STYLE.md for each rule that guards it: alone in its file. */
const PLANTED = {
  'typescript(no-explicit-any)': 'export const planted = (value: any) => value === 1;',
  'typescript(consistent-type-assertions)': 'export const planted = (value: unknown) => value as string;',
  'typescript(no-non-null-assertion)': 'export const planted = (list: string[]) => list[0]!;',
  'typescript(no-unsafe-assignment)': 'export const planted: string = JSON.parse("1");',
  'typescript(no-floating-promises)': 'export const planted = (act: () => Promise<void>) => { act(); };',
  'typescript(no-misused-promises)': 'export const planted = (list: number[]) => list.forEach(async () => {});',
  'typescript(switch-exhaustiveness-check)':
    "export const planted = (word: 'a' | 'b') => { switch (word) { case 'a': return 1; } return 2; };",
  'import(no-default-export)': 'const planted = 1;\nexport default planted;',
  'eslint(no-console)': 'console.log(1);\nexport const planted = 1;',
  'eslint(no-empty)': 'export const planted = (act: () => void) => { try { act(); } catch {} };',
  'eslint(no-restricted-imports)': "import * as z from 'zod';\nexport const planted = z.string();",
  'eslint(no-restricted-properties)': 'export const planted = () => Math.random();',
  'eslint(max-params)': 'export const planted = (a: 1, b: 1, c: 1, d: 1) => a + b + c + d;',
} as const;

const PLANTED_IN_TESTS = {
  'vitest(no-focused-tests)': "import { it } from 'vitest';\nit.only('x', () => undefined);",
  'vitest(no-disabled-tests)': "import { it } from 'vitest';\nit.skip('x', () => undefined);",
  'eslint(no-restricted-properties)': "import { vi } from 'vitest';\nvi.mock('x');",
} as const;

const IN_ORDER = [
  "export const WORDS = ['a', 'b'] as const;",
  'export const numbers = { one: 1 } satisfies Record<string, number>;',
  "export const exhaustive = (word: 'a' | 'b') => { switch (word) { case 'a': return 1; case 'b': return 2; } };",
  "export const partial = (word: 'a' | 'b') => { switch (word) { case 'a': return 1; default: return 0; } };",
].join('\n');

const named = (plants: Readonly<Record<string, string>>, end: string) =>
  Object.entries(plants).map(([rule, text], index) => ({ rule, text, file: `domain/planted-${index}${end}` }));

const plants = [...named(PLANTED, '.ts'), ...named(PLANTED_IN_TESTS, '.test.ts')];

describe('the linter', () => {
  const folder = folderWith({
    '.oxlintrc.json': readOurs('.oxlintrc.json'),
    'tsconfig.json': readOurs('tsconfig.json'),
    'package.json': readOurs('package.json'),
    'domain/in-order.ts': `${IN_ORDER}\n`,
    ...Object.fromEntries(plants.map(({ file, text }) => [file, `${text}\n`])),
  });
  let found: readonly Diagnostic[];
  const rulesOf = (file: string) => found.filter(({ filename }) => filename === file).map(({ code }) => code);

  beforeAll(() => {
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const oxlint = join(ROOT, 'node_modules/.bin/oxlint');
    const { stdout } = spawnSync(oxlint, ['--format', 'json'], { cwd: folder, encoding: 'utf8' });
    found = (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics;
  });
  afterAll(() => remove(folder));

  it.each(plants)('finds $rule in $file', ({ rule, file }) => {
    expect(rulesOf(file)).toContain(rule);
  });

  it('lets pass `as const`, `satisfies` and a switch that answers for every word', () => {
    expect(rulesOf('domain/in-order.ts')).toEqual([]);
  });
});
