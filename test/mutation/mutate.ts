import { spawnSync } from 'node:child_process';
import { changedIn, PLACES, type Place, placeOf } from './places.ts';
import { scoreIn, tableOf } from './score.ts';

const USAGE = `npm run mutate [-- PLACE …] [-- --table]
  PLACE    a folder of domain/ (domain/clocks), a file of it for a second look (domain/clocks/term.ts), or domain: the files in it.
           Without any: every folder, one after the other.
  --table  runs nothing, and prints the scores that are on hand.`;

const given = process.argv.slice(2);
const options = given.filter((argument) => argument.startsWith('--'));
const paths = given.filter((argument) => !argument.startsWith('--'));
const asked = (paths.length === 0 ? PLACES : paths).flatMap((path) => {
  const place = placeOf(path);
  return place === undefined ? [] : [{ path, place }];
});

if (asked.length < paths.length || options.some((option) => option !== '--table')) {
  console.error(USAGE);
  process.exitCode = 1;
} else {
  if (!options.includes('--table')) for (const { path, place } of asked) run(path, place);
  console.info(tableOf(PLACES.map((name) => [name, scoreIn(keptAt(name))])));
}

/** What Stryker found in a place: a run that was interrupted loses one place and not all. */
function keptAt(name: string): string {
  return `.mutation/${name.replace('/', '-')}.json`;
}

function run(path: string, { name, rules, tests }: Place): void {
  const isWhole = !path.endsWith('.ts');
  const { status } = spawnSync('stryker', ['run', '--mutate', changedIn(isWhole ? rules : path)], {
    stdio: 'inherit',
    env: {
      ...process.env,
      VEEDOR_MUTATION_TESTS: tests.join(','),
      VEEDOR_MUTATION_REPORT: isWhole ? keptAt(name) : '.mutation/look.json',
    },
  });
  if (status !== 0) process.exitCode = status ?? 1;
}
