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
  // Every specification goes through what stands in domain/ itself: how a command is decided, and how a case is folded.
  domain: ['domain/*/*.test.ts'],
  // Interests are matched where somebody declares, a bidder is registered and an award is recorded: one test tells it whole.
  'domain/appointment': ['domain/interests/impediments.test.ts'],
  'domain/award': ['domain/interests/impediments.test.ts'],
  'domain/pact': ['domain/interests/impediments.test.ts'],
  // A sealed finding is escalated, and a withdrawn one is not: the specifications of observations tell it.
  'domain/escalations': ['domain/observations/*.test.ts'],
  // Which stage follows is seen where a case advances.
  'domain/instruments': ['domain/lifecycle/*.test.ts', 'domain/requirements/*.test.ts'],
  // Parties are told apart where official data are read anew and where they name who won.
  'domain/interests': [
    'domain/appointment/declare.test.ts',
    'domain/award/official-award.test.ts',
    'domain/process/refresh-process.test.ts',
  ],
  // What official data tell of the end of a process is looked at where somebody must be accredited until then.
  'domain/lifecycle': [
    'domain/appointment/accreditation.test.ts',
    'domain/interests/impediments.test.ts',
    'domain/requirements/*.test.ts',
  ],
  // A milestone is told beside the rule that changes it, where that rule is the rarer one.
  'domain/milestones': [
    'domain/acts/*.test.ts',
    'domain/dialogue/ask.test.ts',
    'domain/observations/embargo.test.ts',
    'domain/pact/dissolve-committee.test.ts',
    'domain/escalations/what-stays.test.ts',
    'domain/recommendations/follow-up.test.ts',
  ],
  // Who reads a thing is told beside the thing.
  'domain/reading': [
    'domain/appointment/replacement.test.ts',
    'domain/dialogue/ask.test.ts',
    'domain/interests/impediments.test.ts',
    'domain/observations/*.test.ts',
    'domain/pact/pact-breaches.test.ts',
  ],
  // Somebody who leaves may end a vote; and what a report recommends becomes things of the case when it is published.
  'domain/reports': [
    'domain/appointment/replacement.test.ts',
    'domain/pact/dissolve-committee.test.ts',
    'domain/recommendations/follow-up.test.ts',
  ],
  // Only a case asks for an accreditation.
  'domain/roster': ['domain/appointment/accreditation.test.ts'],
};

/** Where a property is looked at in hundreds of documents, each of thousands of changes would ask for half a minute. */
const WITHOUT_PROPERTIES: readonly string[] = ['domain/process'];

/** Files that hold nothing but what is told to people, in three languages. */
const WORDING = ['domain/red-flags/texts.ts', 'domain/observations/categories.ts'];

/** What is changed in a place: its rules, neither their tests nor mere wording. */
export const changedIn = (rules: string): string =>
  [rules, '!domain/**/*.test.ts', ...WORDING.map((file) => `!${file}`)].join(',');

/** The place of a folder or a file of domain/; undefined for what is none. */
export const placeOf = (path: string): Place | undefined => {
  const folder = /^domain(?:\/(?<name>[a-z-]+))?(?:\/.*)?$/.exec(path.replace(/\/[^/]+\.ts$/, ''));
  if (folder === null) return undefined;
  const name = folder.groups?.name === undefined ? 'domain' : `domain/${folder.groups.name}`;
  if (!PLACES.includes(name)) return undefined;
  const width = name === 'domain' ? '*' : '**/*';
  const own = WITHOUT_PROPERTIES.includes(name) ? `${name}/!(*.property).test.ts` : `${name}/${width}.test.ts`;
  return { name, rules: `${name}/${width}.ts`, tests: [own, ...(ALSO_HELD_BY[name] ?? [])] };
};

/** Every place of domain/, in the order of the alphabet. */
export const PLACES: readonly string[] = [
  'domain',
  ...readdirSync('domain', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `domain/${entry.name}`)
    .toSorted(),
];
