import { BEACONS, DEPARTURE_CAUSES, INTEREST_KINDS, OFFICES } from '../../../events/vocabulary.ts';
import type { Act, Ask } from './act.ts';
import { hasCome } from './calendar.ts';

const REASON = { name: 'reason', kind: 'text' } as const satisfies Ask;

const isAccepted = ({ standing }: Readonly<Record<string, unknown>>): boolean => standing === 'accepted';

/** Who watches a case and who speaks for the institutions: how they come, declare, and go. */
export const TEAM_ACTS = {
  'propose-member': {
    path: '/cases/{case}/team',
    on: 'case',
    part: 'team',
    asks: [
      { name: 'person', kind: 'person', from: 'candidates' },
      { name: 'sector', kind: 'line', optional: true },
      REASON,
      { name: 'replaces', kind: 'person', optional: true },
      { name: 'despiteDeparture', kind: 'text', optional: true },
    ],
  },
  'accept-appointment': { path: '/cases/{case}/team/acceptance', on: 'case', part: 'team', asks: [] },
  'decline-appointment': {
    path: '/cases/{case}/team/decline',
    on: 'case',
    part: 'team',
    isFinal: true,
    asks: [{ ...REASON, optional: true }],
  },
  'sign-declaration': {
    path: '/cases/{case}/team/declaration',
    on: 'case',
    part: 'team',
    fits: ({ iDeclared }) => iDeclared !== true,
    asks: [
      { name: 'answers', kind: 'questions' },
      { name: 'explanation', kind: 'text', optional: true, word: 'answersExplained' },
      {
        name: 'interests',
        kind: 'rows',
        optional: true,
        asks: [
          { name: 'kind', kind: 'choice', of: INTEREST_KINDS, words: 'interestKinds', word: 'interestKind' },
          { name: 'name', kind: 'line', word: 'interestName' },
          {
            name: 'identifier',
            kind: 'group',
            optional: true,
            asks: [
              { name: 'scheme', kind: 'line', optional: true },
              { name: 'id', kind: 'line', word: 'identifierNumber' },
            ],
          },
        ],
      },
    ],
  },
  'rule-on-impediment': {
    path: '/cases/{case}/team/{person}/ruling',
    on: 'member',
    fits: ({ impeded }) => impeded === true,
    asks: [{ name: 'stands', kind: 'yes-no' }, REASON],
  },
  'elect-officer': {
    path: '/cases/{case}/team/officers',
    on: 'member',
    fits: isAccepted,
    asks: [
      { name: 'person', kind: 'given' },
      { name: 'office', kind: 'choice', of: OFFICES, words: 'offices' },
    ],
  },
  'leave-team': {
    path: '/cases/{case}/team/{person}/departure',
    on: 'member',
    fits: (member) => isAccepted(member) && (member['isMe'] === true || member['byCoordinator'] === true),
    isFinal: true,
    asks: [
      {
        name: 'cause',
        kind: 'choice',
        of: DEPARTURE_CAUSES,
        words: 'departureCauses',
        word: 'departureCause',
        optional: true,
      },
      { ...REASON, optional: true },
    ],
  },
  'accredit-liaison': {
    path: '/cases/{case}/liaisons',
    on: 'case',
    part: 'team',
    asks: [
      { name: 'person', kind: 'person' },
      {
        name: 'kind',
        kind: 'either',
        inline: true,
        word: 'liaisonKind',
        words: 'liaisonKinds',
        forms: {
          'contracting-authority': [{ name: 'kind', kind: 'fixed', value: 'contracting-authority' }],
          bidder: [
            { name: 'kind', kind: 'fixed', value: 'bidder' },
            { name: 'bidder', kind: 'one-of', from: 'bidders', insists: true },
          ],
          'control-authority': [
            { name: 'kind', kind: 'fixed', value: 'control-authority' },
            { name: 'controlAuthority', kind: 'one-of', from: 'control-authorities', insists: true },
          ],
        },
      },
    ],
  },
  'withdraw-liaison': {
    path: '/cases/{case}/liaisons/{person}/withdrawal',
    on: 'liaison',
    isFinal: true,
    asks: [
      { name: 'kind', kind: 'given' },
      { name: 'bidder', kind: 'given', optional: true },
      { name: 'controlAuthority', kind: 'given', optional: true },
      REASON,
    ],
  },
} as const satisfies Readonly<Record<string, Act>>;

const VALUE_OF_BEACON = [
  { name: 'beacon', kind: 'choice', of: BEACONS, words: 'beacons' },
  { name: 'publishedAfter', kind: 'instant' },
] as const satisfies readonly Ask[];

/** Appointments by lot. */
export const DRAW_ACTS = {
  'announce-draw': {
    path: '/cases/{case}/draws',
    on: 'case',
    part: 'draws',
    // One at a time: whoever could announce several would choose.
    fits: ({ drawUnderWay }) => drawUnderWay === undefined,
    asks: [
      { name: 'candidates', kind: 'lines', from: 'candidates' },
      { name: 'places', kind: 'number' },
      { name: 'alternates', kind: 'number', optional: true },
      { name: 'sector', kind: 'line', optional: true },
      {
        name: 'source',
        kind: 'either',
        word: 'drawSource',
        words: 'drawSources',
        forms: {
          beacon: [{ name: 'kind', kind: 'fixed', value: 'beacon' }, ...VALUE_OF_BEACON],
          'commit-reveal': [
            { name: 'kind', kind: 'fixed', value: 'commit-reveal' },
            { name: 'parties', kind: 'lines' },
            { name: 'revealBefore', kind: 'instant' },
            ...VALUE_OF_BEACON,
          ],
        },
      },
    ],
  },
  'commit-to-draw': {
    path: '/cases/{case}/draws/{draw}/commitment',
    on: 'draw',
    fits: ({ owes }) => owes === 'commitment',
    asks: [{ name: 'commitment', kind: 'line' }],
  },
  'reveal-for-draw': {
    path: '/cases/{case}/draws/{draw}/reveal',
    on: 'draw',
    fits: ({ owes }) => owes === 'value',
    asks: [{ name: 'value', kind: 'line', word: 'secretValue' }],
  },
  'record-beacon-value': {
    path: '/cases/{case}/draws/{draw}/public-value',
    on: 'draw',
    fits: ({ state, publishedAfter }) => state === 'value-awaited' && hasCome(publishedAfter),
    asks: [{ name: 'value', kind: 'line', word: 'beaconValue' }],
  },
  'draw-lots': {
    path: '/cases/{case}/draws/{draw}/lots',
    on: 'draw',
    fits: ({ state }) => state === 'drawing-awaited',
    isFinal: true,
    asks: [],
  },
  'call-alternate': {
    path: '/cases/{case}/draws/{draw}/alternates',
    on: 'draw',
    fits: ({ state }) => state === 'drawn',
    asks: [{ name: 'replaces', kind: 'person', optional: true }],
  },
} as const satisfies Readonly<Record<string, Act>>;
