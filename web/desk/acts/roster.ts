import { INTEREST_KINDS, ROSTER_KINDS } from '../../../events/vocabulary.ts';
import type { Act, Ask } from './act.ts';

const identifier: readonly Ask[] = [
  { name: 'scheme', kind: 'line', optional: true, word: 'identifierScheme' },
  { name: 'id', kind: 'line', word: 'identifierId' },
];

/** What the roster says of somebody, beside their accreditations. */
const details = [
  { name: 'name', kind: 'line', word: 'rosterName' },
  { name: 'namePublic', kind: 'tick', optional: true },
  { name: 'email', kind: 'line', optional: true },
  { name: 'phone', kind: 'line', optional: true },
  { name: 'document', kind: 'group', optional: true, asks: identifier, word: 'identityDocument' },
  {
    name: 'interests',
    kind: 'rows',
    optional: true,
    asks: [
      { name: 'kind', kind: 'choice', of: INTEREST_KINDS, words: 'interests', word: 'interestKind' },
      { name: 'name', kind: 'line', word: 'interestName' },
      { name: 'identifier', kind: 'group', optional: true, asks: identifier, word: 'interestIdentifier' },
    ],
  },
] as const satisfies readonly Ask[];

const accreditation = [
  { name: 'number', kind: 'line', word: 'accreditationNumber' },
  { name: 'issuer', kind: 'line' },
  { name: 'validFrom', kind: 'day' },
  { name: 'validTo', kind: 'day' },
  { name: 'specialities', kind: 'lines', optional: true },
  { name: 'territories', kind: 'lines', optional: true },
] as const satisfies readonly Ask[];

const roles = ['administrator'];
const reason: Ask = { name: 'reason', kind: 'text', word: 'rosterReason' };
const ofAccreditation = '/roster/{person}/accreditations/{accreditation}';

const isNot =
  (...statuses: readonly string[]): NonNullable<Act['fits']> =>
  ({ status }) =>
    typeof status === 'string' && !statuses.includes(status);

/** What is done with the roster. */
export const ROSTER = {
  'add-roster-entry': {
    path: '/roster',
    on: 'roster',
    roles,
    asks: [
      { name: 'person', kind: 'person', word: 'newPseudonym' },
      { name: 'kind', kind: 'choice', of: ROSTER_KINDS, words: 'rosterKinds', word: 'rosterKind' },
      ...details,
      { name: 'accreditation', kind: 'group', optional: true, asks: accreditation, word: 'firstAccreditation' },
    ],
  },
  'correct-roster-entry': { path: '/roster/{person}/correction', on: 'roster-entry', roles, asks: details },
  'grant-accreditation': {
    path: '/roster/{person}/accreditations',
    on: 'roster-entry',
    roles,
    asks: accreditation,
  },
  'renew-accreditation': {
    path: `${ofAccreditation}/renewal`,
    on: 'accreditation',
    roles,
    fits: isNot('removed'),
    asks: [{ name: 'validTo', kind: 'day' }],
  },
  'suspend-accreditation': {
    path: `${ofAccreditation}/suspension`,
    on: 'accreditation',
    // Whoever sees a danger can stop it at once.
    roles: ['administrator', 'coordinator'],
    fits: isNot('removed', 'suspended', 'expired'),
    asks: [reason],
  },
  'reinstate-accreditation': {
    path: `${ofAccreditation}/reinstatement`,
    on: 'accreditation',
    roles,
    fits: ({ status }) => status === 'suspended',
    asks: [reason],
  },
  'remove-accreditation': {
    path: `${ofAccreditation}/removal`,
    on: 'accreditation',
    roles,
    isFinal: true,
    fits: isNot('removed'),
    asks: [reason],
  },
} as const satisfies Readonly<Record<string, Act>>;
