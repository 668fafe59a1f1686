import { readdirSync } from 'node:fs';

/** Rules that are judged together: a folder of domain/, or the files that stand in domain/ itself. */
export interface Place {
  readonly name: string;
  /** What is changed, as a glob. */
  readonly rules: string;
  /** The tests that must notice, as globs. */
  readonly tests: readonly string[];
}

/** Tests that stand elsewhere for a good reason, and hold the rules of a folder too. */
const ALSO_HELD_BY: Readonly<Record<string, readonly string[]>> = {
  // Interests are matched where somebody declares, a bidder is registered and an award is recorded: one test tells it whole.
  'domain/appointment': ['domain/interests/impediments.test.ts'],
  'domain/award': ['domain/interests/impediments.test.ts'],
  'domain/pact': ['domain/interests/impediments.test.ts'],
};

/** The place of a folder or a file of domain/; undefined for what is none. */
export const placeOf = (path: string): Place | undefined => {
  const folder = /^domain(?:\/(?<name>[a-z-]+))?(?:\/.*)?$/.exec(path.replace(/\/[^/]+\.ts$/, ''));
  if (folder === null) return undefined;
  const name = folder.groups?.name === undefined ? 'domain' : `domain/${folder.groups.name}`;
  if (!PLACES.includes(name)) return undefined;
  const width = name === 'domain' ? '*' : '**/*';
  return { name, rules: `${name}/${width}.ts`, tests: [`${name}/${width}.test.ts`, ...(ALSO_HELD_BY[name] ?? [])] };
};

/** Every place of domain/, in the order of the alphabet. */
export const PLACES: readonly string[] = [
  'domain',
  ...readdirSync('domain', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `domain/${entry.name}`)
    .toSorted(),
];
