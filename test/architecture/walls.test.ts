import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesOf, folderWith, ROOT, remove } from './tree.ts';

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly ruleSetUsed: { readonly forbidden: ReadonlyArray<{ readonly name: string }> };
    readonly violations: readonly { readonly from: string; readonly to: string; readonly rule: { name: string } }[];
  };
}

const TOOL = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const CONFIG = join(ROOT, '.dependency-cruiser.mjs');

const cruise = (folder: string) =>
  new Promise<Cruise>((resolve, reject) => {
    const args = [TOOL, '--config', CONFIG, '--output-type', 'json', '.'];
    const options = { cwd: folder, maxBuffer: 256 * 1024 * 1024 };
    // The tool's exit status counts the violations; without JSON it did not run at all.
    execFile(process.execPath, args, options, (error, stdout) => {
      if (stdout.startsWith('{')) resolve(JSON.parse(stdout) as Cruise);
      else reject(error ?? new Error(`No result: ${stdout}`));
    });
  });

const sentences = ({ summary }: Cruise) =>
  summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);

const npmPackage = (name: string, file = 'index.js') => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', type: 'module' }),
  [`node_modules/${name}/${file}`]: 'export const thing = 1;\n',
});

const dependencies = ['zod', 'canonicalize', '@aws-sdk/client-dynamodb', 'jose', '@middy/core'];
const devDependencies = ['vitest', 'aws-cdk-lib', 'constructs', 'cdk-nag', 'esbuild'];

/** A small house in good order: every import that the walls allow stands in it once. */
const HOUSE = {
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: Object.fromEntries(dependencies.map((name) => [name, '1.0.0'])),
    devDependencies: Object.fromEntries(devDependencies.map((name) => [name, '1.0.0'])),
  }),
  ...Object.assign({}, ...[...dependencies, ...devDependencies].map((name) => npmPackage(name))),
  'node_modules/zod/mini/index.js': 'export const thing = 1;\n',
  'events/vocabulary.ts': 'export const WORDS = [1] as const;\n',
  'events/shapes.ts': "import 'zod/mini';\nexport const instant = 1;\n",
  'events/record.ts':
    "import 'canonicalize';\nimport './shapes.ts';\nexport interface Entry { a: 1 }\nexport const seal = 1;\n",
  'domain/decide.ts':
    "import 'zod/mini';\nimport type { Entry } from '../events/record.ts';\nimport { WORDS } from '../events/vocabulary.ts';\n" +
    "import { instant } from '../events/shapes.ts';\nexport const decide = (entry: Entry) => [entry, WORDS, instant];\n",
  'domain/instrument.ts': "import './requirement.ts';\nexport interface Instrument { a: 1 }\n",
  'domain/requirement.ts':
    "import type { Instrument } from './instrument.ts';\nexport type Requirement = Instrument;\n",
  'domain/decide.test.ts':
    "import 'vitest';\nimport 'node:fs';\nimport '../test/support/cast.ts';\nimport './decide.ts';\n",
  'functions/_ports/ports.ts': "import '../../events/record.ts';\nexport interface Clock { a: 1 }\n",
  'functions/_ports/aws/table.ts':
    "import '@aws-sdk/client-dynamodb';\nimport '../ports.ts';\nexport const table = 1;\n",
  'functions/_http/answer.ts': "import '../_ports/ports.ts';\nimport 'jose';\nexport const answer = 1;\n",
  'charts/chart.ts': "import '../domain/decide.ts';\nimport '../events/vocabulary.ts';\nexport const chart = 1;\n",
  'functions/one/one.ts':
    "import '../../domain/decide.ts';\nimport '../../charts/chart.ts';\nimport '../_http/answer.ts';\nexport const one = 1;\n",
  'functions/one/handler.ts':
    "import '@aws-sdk/client-dynamodb';\nimport '@middy/core';\nimport '../_ports/aws/table.ts';\nimport './one.ts';\nexport const handler = 1;\n",
  'functions/two/two.ts': 'export const two = 1;\n',
  'infra/app.ts':
    "import 'aws-cdk-lib';\nimport 'constructs';\nimport 'cdk-nag';\nimport 'esbuild';\nimport 'node:fs';\nimport '../events/vocabulary.ts';\n",
  'local/start.ts': "import '../functions/one/handler.ts';\nimport 'node:sqlite';\nexport const start = 1;\n",
  'docs/generate.ts': "import '../domain/decide.ts';\nimport '../functions/one/one.ts';\n",
  'test/support/cast.ts':
    "import '../../local/start.ts';\nimport '../../functions/one/handler.ts';\nexport const cast = 1;\n",
  'web/page.ts': "import '../domain/decide.ts';\nexport const page = 1;\n",
};

/** For every rule, what breaks it: file and import. Each is planted alone in its file. */
const PLANTED: Readonly<Record<string, ReadonlyArray<readonly [file: string, specifier: string]>>> = {
  'events-know-only-themselves': [
    ['events/a.ts', '../domain/decide.ts'],
    ['events/b.ts', 'node:fs'],
    ['events/c.ts', '@aws-sdk/client-dynamodb'],
    ['events/d.ts', 'jose'],
  ],
  'domain-knows-only-the-rules': [
    ['domain/a.ts', 'node:crypto'],
    ['domain/b.ts', '@aws-sdk/client-dynamodb'],
    ['domain/c.ts', '../functions/_ports/ports.ts'],
    ['domain/d.ts', 'canonicalize'],
    ['domain/e.ts', 'zod'],
  ],
  'domain-takes-only-types-words-and-shapes-from-events': [['domain/f.ts', '../events/record.ts']],
  'charts-know-only-the-rules': [
    ['charts/a.ts', '../functions/one/one.ts'],
    ['charts/b.ts', 'node:crypto'],
    ['charts/c.ts', '../events/record.ts'],
  ],
  'a-function-knows-no-other-function': [
    ['functions/two/a.ts', '../one/one.ts'],
    ['functions/_http/a.ts', '../one/one.ts'],
  ],
  'functions-know-no-other-room': [
    ['functions/two/b.ts', '../../infra/app.ts'],
    ['functions/_http/b.ts', '../../local/start.ts'],
  ],
  'infra-knows-no-code-of-ours': [
    ['infra/a.ts', '../domain/decide.ts'],
    ['infra/b.ts', '../functions/one/one.ts'],
    ['infra/c.ts', '../local/start.ts'],
    ['infra/d.ts', '@aws-sdk/client-dynamodb'],
  ],
  'only-pages-are-drawn-from-web': [['functions/two/c.ts', '../../web/page.ts']],
  'web-knows-no-backstage': [['web/a.ts', '../functions/one/one.ts']],
  'web-runs-nowhere-of-its-own': [
    ['web/b.ts', '../infra/app.ts'],
    ['web/c.ts', '../local/start.ts'],
  ],
  'local-is-imported-by-nobody': [['docs/a.ts', '../local/start.ts']],
  'tests-are-imported-by-nobody': [
    ['local/a.ts', '../test/support/cast.ts'],
    ['domain/g.ts', './decide.test.ts'],
  ],
  'only-handlers-and-adapters-know-aws': [
    ['functions/one/a.ts', '@aws-sdk/client-dynamodb'],
    ['functions/_ports/a.ts', '@aws-sdk/client-dynamodb'],
  ],
  'only-handlers-wire-adapters': [
    ['functions/one/b.ts', '../_ports/aws/table.ts'],
    ['functions/_http/c.ts', '../_ports/aws/table.ts'],
  ],
  'handlers-are-called-not-imported': [['functions/one/c.ts', './handler.ts']],
  'no-circle': [['domain/h.ts', './back.ts']],
  'no-unresolvable-import': [['events/e.ts', './nowhere.ts']],
  'no-development-package-in-what-ships': [['functions/two/d.ts', 'vitest']],
};

const planted = Object.entries(PLANTED).flatMap(([rule, plants]) => plants.map(([file, to]) => ({ rule, file, to })));

describe('the house', () => {
  it('keeps its walls, and every file of ours was looked at', { timeout: 60_000 }, async () => {
    const result = await cruise(ROOT);

    expect(sentences(result)).toEqual([]);
    const seen = result.modules.map(({ source }) => source).filter((source) => !source.startsWith('node_modules/'));
    expect(seen).toEqual(expect.arrayContaining([...filesOf(['.ts', '.mjs'])]));
  });
});

describe('a wall', () => {
  const inOrder = folderWith(HOUSE);
  const broken = folderWith({
    ...HOUSE,
    'domain/back.ts': "import './h.ts';\n",
    ...Object.fromEntries(planted.map(({ file, to }) => [file, `import '${to}';\nexport const planted = 1;\n`])),
  });
  let found: Cruise;
  beforeAll(async () => {
    found = await cruise(broken);
  });
  afterAll(() => {
    remove(inOrder);
    remove(broken);
  });

  it('lets pass what the rooms may import', async () => {
    expect(sentences(await cruise(inOrder))).toEqual([]);
  });

  it('is never without a planted violation', () => {
    expect(found.summary.ruleSetUsed.forbidden.map(({ name }) => name).toSorted()).toEqual(
      Object.keys(PLANTED).toSorted(),
    );
  });

  it.each(planted)('$rule / stops $file from importing $to', ({ rule, file }) => {
    const ofFile = found.summary.violations.filter(({ from, to }) => from === file || to === file);
    expect(ofFile.map((violation) => violation.rule.name)).toContain(rule);
  });
});
