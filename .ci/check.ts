/**
 * `npm run check`: every habit in one command. All steps run even when one fails, each shows what it says, and the
 * last lines sum up. With VEEDOR_CHECK_REPORT each result is also written there: `passed format`.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

const STEPS: readonly Step[] = [
  { name: 'format', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'lint', command: ['oxlint'] },
  { name: 'types', command: ['tsc'] },
  { name: 'walls', command: ['depcruise', '.'] },
  { name: 'dead code', command: ['knip', '--treat-config-hints-as-errors'] },
  { name: 'generated documents', command: ['node', 'docs/generate.ts', '--check'] },
  { name: 'tests', command: ['npm', 'test'] },
];

const report = process.env['VEEDOR_CHECK_REPORT'];

const run = ({ name, command: [program, ...args] }: Step) => {
  console.log(`\n── ${name}: ${[program, ...args].join(' ')}`);
  const startedAt = performance.now();
  const { status, error } = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (error !== undefined) console.error(error.message);
  const passed = status === 0;
  if (report !== undefined) appendFileSync(report, `${passed ? 'passed' : 'failed'} ${name}\n`);
  return { name, passed, seconds: (performance.now() - startedAt) / 1000 };
};

const results = STEPS.map(run);

console.log('');
for (const { name, passed, seconds } of results) {
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`);
}

process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
