import { LANGUAGES } from '../../../domain/languages.ts';
import { FINDING_CATEGORIES, OBSERVATION_TYPES, SEVERITIES, STAGES, VISIBILITIES } from '../../../events/vocabulary.ts';
import { isRecord, textIn } from '../../app/kept-text.ts';
import type { Act, Ask } from './act.ts';
import { writtenOf } from './written-of.ts';

type Thing = Readonly<Record<string, unknown>>;

export const LANGUAGE = { name: 'language', kind: 'choice', of: LANGUAGES, words: 'languages' } as const satisfies Ask;

const REASON = { name: 'reason', kind: 'text' } as const satisfies Ask;

const FINDING = { field: 'type', is: ['finding'] };

/** What an author writes of what was seen, whether it is filed or corrected. */
const SEEN = [
  { name: 'observedAt', kind: 'instant' },
  { name: 'title', kind: 'line', word: 'observationTitle' },
  { name: 'narrative', kind: 'text' },
  LANGUAGE,
  {
    name: 'category',
    kind: 'choice',
    of: FINDING_CATEGORIES,
    words: 'categories',
    insists: true,
    when: FINDING,
  },
  {
    name: 'categoryText',
    kind: 'line',
    insists: true,
    when: { field: 'category', is: ['other'] },
  },
  { name: 'severity', kind: 'choice', of: SEVERITIES, words: 'severities', insists: true, when: FINDING },
  { name: 'legalBasis', kind: 'text', optional: true },
  {
    name: 'provisions',
    kind: 'rows',
    optional: true,
    asks: [
      { name: 'law', kind: 'line' },
      { name: 'provision', kind: 'line' },
    ],
  },
  { name: 'noLegalBasisReason', kind: 'text', optional: true, when: FINDING },
  { name: 'act', kind: 'one-of', from: 'acts', optional: true, word: 'actSeen' },
  { name: 'place', kind: 'line', optional: true, word: 'placeSeen' },
  {
    name: 'coordinates',
    kind: 'group',
    optional: true,
    asks: [
      { name: 'latitude', kind: 'number' },
      { name: 'longitude', kind: 'number' },
      { name: 'accuracyMetres', kind: 'number', optional: true },
    ],
  },
  { name: 'redFlags', kind: 'some-of', from: 'flags', optional: true },
  { name: 'pointers', kind: 'lines', optional: true },
  { name: 'files', kind: 'announced', purpose: 'observation-evidence', optional: true, word: 'evidence' },
  { name: 'sanitised', kind: 'tick' },
] as const satisfies readonly Ask[];

/** With hashes of papers that nobody uploads: a correction keeps those that stood there. */
const CORRECTED: readonly Ask[] = [...SEEN, { name: 'documentHashes', kind: 'lines', optional: true }];

const stateOf = ({ state }: Thing): Thing => (isRecord(state) ? state : {});
const contentOf = ({ content }: Thing): Thing => (isRecord(content) ? content : {});
const stands = ({ withdrawnAt }: Thing): boolean => withdrawnAt === undefined;
const isMine = (thing: Thing): boolean => stateOf(thing)['by'] === thing['me'];
const isFinding = (thing: Thing): boolean => stateOf(thing)['type'] === 'finding';
const isCoordinators = ({ roles }: Thing): boolean => Array.isArray(roles) && roles.includes('coordinator');
/** Whoever filed it and is no longer in the team speaks for nobody there. */
const isAuthorGone = (thing: Thing): boolean =>
  Array.isArray(thing['inOffice']) && !thing['inOffice'].includes(stateOf(thing)['by']);
const isRestricted = ({ seal }: Thing): boolean => seal === 'restricted';

/** What is done with what was seen. */
export const OBSERVATIONS = {
  'file-observation': {
    path: '/cases/{case}/observations',
    on: 'case',
    first: ({ shown, language }) => ({ stage: textIn(shown['stage']), language }),
    asks: [
      { name: 'type', kind: 'choice', of: OBSERVATION_TYPES, words: 'types', word: 'observationType' },
      ...SEEN,
      { name: 'visibility', kind: 'choice', of: VISIBILITIES, words: 'visibilities' },
      { name: 'stage', kind: 'choice', of: STAGES, words: 'stages', word: 'stageSeen' },
    ],
  },
  'correct-observation': {
    path: '/cases/{case}/observations/{observation}/versions',
    on: 'observation',
    fits: (thing) => stands(thing) && isMine(thing),
    first: ({ thing, zone }) => ({
      type: textIn(stateOf(thing)['type']),
      ...writtenOf(CORRECTED, contentOf(thing), { zone }),
    }),
    asks: [
      REASON,
      ...CORRECTED,
      {
        name: 'visibility',
        kind: 'choice',
        of: VISIBILITIES,
        words: 'visibilities',
        optional: true,
        word: 'narrowed',
      },
    ],
  },
  'withdraw-observation': {
    path: '/cases/{case}/observations/{observation}/withdrawal',
    on: 'observation',
    isFinal: true,
    fits: (thing) => stands(thing) && isMine(thing),
    asks: [REASON],
  },
  'notify-finding': {
    path: '/cases/{case}/observations/{observation}/notification',
    on: 'observation',
    isFinal: true,
    fits: (thing) => stands(thing) && isFinding(thing) && stateOf(thing)['notifiedAt'] === undefined,
    asks: [],
  },
  'reply-to-finding': {
    path: '/cases/{case}/observations/{observation}/reply',
    on: 'observation',
    isFinal: true,
    fits: (thing) => stateOf(thing)['notifiedAt'] !== undefined && stateOf(thing)['repliedIn'] === undefined,
    asks: [{ name: 'reply', kind: 'text' }],
  },
  'reason-non-escalation': {
    path: '/cases/{case}/observations/{observation}/non-escalation',
    on: 'observation',
    fits: (thing) =>
      stands(thing) && stateOf(thing)['severity'] === 'grave' && stateOf(thing)['escalationAccounted'] !== true,
    asks: [REASON],
  },
  'extend-embargo': {
    path: '/cases/{case}/observations/{observation}/embargo',
    on: 'observation',
    fits: (thing) =>
      ['until-award', 'embargo-extended'].includes(textIn(thing['seal'])) && (isMine(thing) || isCoordinators(thing)),
    asks: [{ name: 'until', kind: 'instant' }, REASON],
  },
  'propose-release': {
    path: '/cases/{case}/observations/{observation}/release-proposal',
    on: 'observation',
    fits: (thing) =>
      isRestricted(thing) &&
      stands(thing) &&
      stateOf(thing)['releaseProposedBy'] === undefined &&
      (isMine(thing) || isAuthorGone(thing)),
    asks: [REASON],
  },
  'release-observation': {
    path: '/cases/{case}/observations/{observation}/release',
    on: 'observation',
    isFinal: true,
    fits: (thing) =>
      isRestricted(thing) &&
      stands(thing) &&
      (thing['state'] === undefined || stateOf(thing)['releaseProposedBy'] !== undefined),
    asks: [REASON],
  },
} as const satisfies Readonly<Record<string, Act>>;
