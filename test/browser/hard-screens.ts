import { LANGUAGES } from '../../domain/languages.ts';
import type { Screen } from './screens.ts';
import type { Keys } from './world.ts';

/** What goes wrong on a screen, once somebody is signed in. */
export type Trouble = 'failing' | 'forbidden' | 'no-network' | 'ended';

/** A screen under hard conditions: it is pictured for people to look at, and not part of the tests. */
export interface HardScreen extends Omit<Screen, 'house'> {
  /** The house with far too much in it; the one with nothing; the usual one where nothing is said. */
  readonly house?: 'overfull' | 'empty';
  readonly trouble?: Trouble;
}

const LANGUAGE = new RegExp(`^/(?:${LANGUAGES.join('|')})/`);

const CAME_BEFORE = ['/scripts/', '/assets/', '/oauth2/'];

/** Whether a request asks for a page, for what it is made of, or for a token: all of it came before the trouble did. */
export const isOfPage = (path: string): boolean =>
  LANGUAGE.test(path) || CAME_BEFORE.some((begins) => path.startsWith(begins));

/** Views of the desk by who works there. */
const VIEWS: readonly (readonly [person: string, views: readonly string[]])[] = [
  ['coordinator-1', ['board', 'assignments', 'assignments/member-1', 'agenda', 'triage', 'seals', 'processes']],
  ['administrator-1', ['roster', 'endpoints', 'profiles']],
  ['control-1', ['escalations']],
  ['authority-1', ['answers']],
  ['member-1', ['', 'notices', 'search?q=a', 'agenda']],
];

const PARTS = ['', 'observations', 'timeline', 'team', 'documents', 'record', 'acts', 'flags', 'reports'] as const;

const named = (...parts: readonly string[]): string =>
  parts.flatMap((part) => (part === '' ? [] : [part.replaceAll(/[^a-z0-9]+/g, '-')])).join('-');

type How = Pick<HardScreen, 'house' | 'trouble'>;

const viewsUnder = (begins: string, how: How): readonly HardScreen[] =>
  VIEWS.flatMap(([as, views]) =>
    views.map((view) => ({
      name: named(begins, 'desk', view === '' ? 'home' : view, as === 'member-1' ? 'member' : ''),
      at: () => `/desk${view === '' ? '' : `/${view}`}`,
      as,
      isDrawn: true,
      ...how,
    })),
  );

const partsUnder = (begins: string, how: How, idOf: (keys: Keys) => string): readonly HardScreen[] =>
  PARTS.map((part) => ({
    name: named(begins, 'desk-case', part),
    at: (keys) => `/desk/cases/${idOf(keys)}${part === '' ? '' : `/${part}`}`,
    as: 'coordinator-1',
    isDrawn: true,
    ...how,
  }));

const field = (begins: string, how: How): HardScreen => ({
  name: named(begins, 'field'),
  at: () => '/field',
  as: 'member-1',
  isDrawn: true,
  ...how,
});

const NOWHERE = 'oc-00000000000000000000';

const TROUBLES = ['failing', 'forbidden', 'no-network', 'ended'] as const satisfies readonly Trouble[];
/** A trouble looks alike on most views: on these each of the ways in which they read is met. */
const TROUBLED = ['board', 'agenda', 'triage', 'roster', 'escalations', 'home-member', 'search-q-a-member'];
const TROUBLED_PARTS = ['case', 'observations', 'record'];
const isTroubled = ({ name }: HardScreen): boolean =>
  [...TROUBLED, ...TROUBLED_PARTS].some((end) => name.endsWith(`-${end}`));

/** To add a hard screen, add its line; `npm run pictures -- crowded` takes those whose name begins so. */
export const HARD_SCREENS: readonly HardScreen[] = [
  ...viewsUnder('crowded', { house: 'overfull' }),
  ...partsUnder('crowded', { house: 'overfull' }, ({ sealed }) => sealed),
  field('crowded', { house: 'overfull' }),
  ...viewsUnder('empty', { house: 'empty' }),
  field('empty', { house: 'empty' }),
  { name: 'missing-desk-case', at: () => `/desk/cases/${NOWHERE}`, as: 'coordinator-1', isDrawn: true },
  ...TROUBLES.flatMap((trouble) => [
    ...viewsUnder(trouble, { trouble }).filter(isTroubled),
    ...partsUnder(trouble, { trouble }, ({ sealed }) => sealed).filter(isTroubled),
    field(trouble, { trouble }),
  ]),
];
