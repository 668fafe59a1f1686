import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const USAGE =
  'npm run mutate -- FOLDER [--all]   (a folder of domain/, such as domain/clocks; --all lets the tests of every rule notice, and takes hours)';

/** `npm run mutate -- domain/clocks`: runs Stryker on the rules of one folder, against the tests that stand beside them. */
const [place, width, ...others] = process.argv.slice(2);
const isAll = width === '--all';
if (place === undefined || others.length > 0 || (width !== undefined && !isAll) || !isFolderOfRules(place)) {
  console.error(USAGE);
  process.exitCode = 1;
} else {
  const { status } = spawnSync('stryker', ['run', '--mutate', `${place}/**/*.ts,!${place}/**/*.test.ts`], {
    stdio: 'inherit',
    env: { ...process.env, VEEDOR_MUTATED: isAll ? 'domain' : place },
  });
  process.exitCode = status ?? 1;
}

function isFolderOfRules(path: string): boolean {
  return /^domain(\/[a-z-]+)*$/.test(path) && existsSync(path);
}
