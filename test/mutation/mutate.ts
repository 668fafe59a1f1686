import { spawnSync } from 'node:child_process';
import { PLACES, type Place, placeOf } from './places.ts';
import { scoreIn, tableOf } from './score.ts';

const USAGE = `npm run mutate [-- PLACE …] [-- --table] [-- --anew]
  PLACE    a folder of domain/ (domain/clocks), a file of it for a second look (domain/clocks/term.ts), or domain: the files in it.
           Without any: every folder, one after the other.
  --table  runs nothing, and prints the scores that are on hand.
  --anew   asks again about every change. Else only about those that a changed rule or a changed test concerns.`;

const given = process.argv.slice(2);
const options = given.filter((argument) => argument.startsWith('--'));
const paths = given.filter((argument) => !argument.startsWith('--'));
const asked = (paths.length === 0 ? PLACES : paths).flatMap((path) => {
  const place = placeOf(path);
  return place === undefined ? [] : [{ path, place }];
});

if (asked.length < paths.length || options.some((option) => !['--table', '--anew'].includes(option))) {
  console.error(USAGE);
  process.exitCode = 1;
} else {
  if (!options.includes('--table')) for (const { path, place } of asked) run(path, place);
  console.info(tableOf(PLACES.map((name) => [name, scoreIn(keptAt(name))])));
}

/** What Stryker found in a place and goes on from, so that a run that was interrupted loses one place and not all. */
function keptAt(name: string): string {
  return `.mutation/${name.replace('/', '-')}.json`;
}

function run(path: string, { name, rules, tests }: Place): void {
  const changed = path.endsWith('.ts') ? path : rules;
  const { status } = spawnSync(
    'stryker',
    ['run', '--mutate', `${changed},!domain/**/*.test.ts`, '--incremental', '--incrementalFile', keptAt(name)].concat(
      options.includes('--anew') ? ['--force'] : [],
    ),
    { stdio: 'inherit', env: { ...process.env, VEEDOR_MUTATION_TESTS: tests.join(',') } },
  );
  if (status !== 0) process.exitCode = status ?? 1;
}
