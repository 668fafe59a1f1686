import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { ProjectByProject } from './test/support/project-by-project.ts';

/** Far from every office of the field, 12:45 or 13:45 ahead of UTC: what leans on the machine's time zone fails here. */
process.env.TZ = 'Pacific/Chatham';

/** What Node has compiled once, our own programs that tests start included, is not compiled again by the next process. */
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('node_modules/.cache/node', import.meta.url));

/** Where `.ci/run` wants the runner's own numbers as JSON. */
const report = process.env.VEEDOR_TEST_REPORT;

const outside = ['**/node_modules/**', 'cdk.out/**', 'coverage/**', '.veedor/**', '.mutation/**'];
const rules = ['domain/**/*.test.ts', 'events/**/*.test.ts'];
const house = ['functions/**/*.test.ts', 'test/{conformance,contract,features,stories}/**/*.test.ts'];
const cloud = ['infra/**/*.test.ts'];
const browser = ['test/browser/**/*.test.ts'];

/** For what reads pages: Node reads no markup. */
const setupFiles = ['test/support/read-markup.ts'];

export default defineConfig({
  test: {
    pool: 'forks',
    // Node reads TypeScript itself, and keeps what it compiled: nothing is bundled, patched or mocked for a test.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // Reading the house costs more than most tests do with it: the files of a project share what was read.
    isolate: false,
    maxWorkers: Math.max(2, availableParallelism()),
    // Long enough for a busy machine: what takes this long hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A new order each time; the seed is printed, and `npm test -- --sequence.seed=N` repeats the order.
    sequence: { shuffle: { tests: true }, sequencer: ProjectByProject },
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
    globalSetup: 'test/support/own-temporary-folder.ts',
    coverage: { include: ['{domain,events,functions}/**/*.ts'], exclude: ['**/*.test.ts'] },
    projects: [
      // Pure rules share a process: they hold no state that a neighbour could see.
      { extends: true, test: { name: 'rules', include: rules, pool: 'threads' } },
      // The description of the cloud shares one too: reading the CDK takes longer than all that is done with it.
      { extends: true, test: { name: 'cloud', include: cloud } },
      // So do the functions over memory: whoever patches a client or sets a variable puts it back.
      { extends: true, test: { name: 'house', include: house, setupFiles } },
      // One browser and one world for all that is looked at: both get ready while other tests run.
      { extends: true, test: { name: 'browser', include: browser, setupFiles, globalSetup: 'test/browser/hold.ts' } },
      // What starts servers, programs and folders of its own ends them with the test.
      {
        extends: true,
        test: {
          name: 'machine',
          setupFiles,
          include: ['**/*.test.ts'],
          exclude: [...outside, ...rules, ...house, ...cloud, ...browser],
        },
      },
    ],
  },
});
