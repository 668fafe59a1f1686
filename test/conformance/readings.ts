import { PROFILES } from '../../domain/profiles/profiles.ts';
import { TERMS } from '../../domain/profiles/terms.ts';
import { PROBLEM_WORDS } from '../../functions/_http/problem-words.ts';
import { OPERATIONS } from '../../functions/describe-api/openapi.ts';

const READ_WITH_GET = ['query', 'page', 'publication'];
/** Pages that are the same whatever happens in a case. */
const TELLS_OF_NO_CASE =
  /\/(components|glossary|data|verify|sign-in|signed-in|signed-out|account|field|field-worker\.js|field\.webmanifest|icons|scripts|assets)(\/|$)/;

/** What the public sees on pages, which are told nothing of who asks. */
const PAGES = OPERATIONS.filter(({ kind, method }) => kind === 'public-page' && method === 'GET')
  .map(({ path }) => path)
  .filter((path) => !TELLS_OF_NO_CASE.test(path));

const READINGS = OPERATIONS.filter(({ kind }) => READ_WITH_GET.includes(kind)).map(({ path }) => path);

const numbered = (kind: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${kind}-${index + 1}`);

const THINGS: Readonly<Record<string, readonly string[]>> = {
  observation: numbered('observation', 10),
  escalation: numbered('escalation', 3),
  report: numbered('report', 5),
  document: numbered('document', 3),
  tip: numbered('tip', 1),
  version: Array.from({ length: 90 }, (_, index) => String(index + 1)),
  profile: [...PROFILES.map(({ id }) => id), 'no-profile'],
  term: [...Object.keys(TERMS), 'no-term'],
  authority: ['unknown', 'no-authority'],
  person: ['witness-1', 'no-person'],
  endpoint: ['ca-internal-control-0123456789abcdef'],
  import: ['0'.repeat(40)],
  file: ['extension.json', 'no-file'],
  language: ['es'],
  view: ['board', 'no-view'],
  id: ['no-id'],
  part: ['acts'],
  codelist: ['severity.csv', 'no-codelist'],
  code: ['0000-0000-0000-0000', 'no-code'],
  problem: [...PROBLEM_WORDS.slice(0, 3), 'no-problem'],
};

/** Every address of the API where something of a case can be read: what is there, and some of what is not. */
export const readingsOf = (caseId: string): readonly string[] =>
  addressesOf(READINGS.filter((path) => path.includes('{case}')).map((path) => path.replace('{case}', caseId)));

/** Every page that shows something of a case, to be looked at as the public. */
export const pagesOf = (caseId: string): readonly string[] =>
  addressesOf(PAGES.map((path) => path.replace('{case}', caseId)));

/** Every address that tells of no case. */
export const READINGS_OF_NO_CASE: readonly string[] = addressesOf(READINGS.filter((path) => !path.includes('{case}')));

function addressesOf(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    const name = /\{(\w+)\}/.exec(path)?.[1];
    if (name === undefined) return [path];
    const things = THINGS[name];
    if (things === undefined) throw new Error(`Nobody said what to read as {${name}}.`);
    return addressesOf(things.map((thing) => path.replace(`{${name}}`, thing)));
  });
}

/** The addresses that are lists in pages. */
export const listsOf = (caseId: string): readonly string[] =>
  OPERATIONS.flatMap((operation) => {
    if (operation.kind !== 'query' || /(bidders|departures)$/.test(operation.path)) return [];
    // What is due in all cases, and what is of one person, is no list for everybody: its own tests read it.
    if (operation.function === 'notices-api' || operation.function === 'people-api') return [];
    if (operation.function === 'agenda-api' && !operation.path.includes('{case}')) return [];
    const isPaged = operation.name.startsWith('list-') && !/^\/(profiles|problems)/.test(operation.path);
    return isPaged ? [operation.path.replace('{case}', caseId)] : [];
  });

/** One reader of each kind: the public, the team of either instrument and strangers to it, and every other role. */
export const READERS: readonly string[] = [
  '',
  'witness-1',
  'witness-3',
  'member-1',
  'member-7',
  'coordinator-1',
  'auditor-1',
  'authority-1',
  'authority-2',
  'control-1',
  'control-2',
  'bidder-1',
  'assessor-1',
  'administrator-1',
];
