import { GIVEN_ROLES } from '../../../events/vocabulary.ts';
import type { Act, Ask } from './act.ts';

const roles = ['administrator'];
const reason: Ask = { name: 'reason', kind: 'text', word: 'peopleReason' };

/** Nobody decides about themself: the form is not there for what would be refused. */
const ofOther =
  (fits: NonNullable<Act['fits']> = () => true): NonNullable<Act['fits']> =>
  (thing) =>
    thing['person'] !== thing['me'] && fits(thing);

/** What is done about who may sign in. */
export const PEOPLE = {
  'add-person': {
    path: '/people',
    on: 'people',
    roles,
    asks: [
      { name: 'email', kind: 'line', word: 'personAddress' },
      { name: 'roles', kind: 'choices', of: GIVEN_ROLES, words: 'peopleRoles', word: 'personRoles' },
      reason,
    ],
  },
  'give-role': {
    path: '/people/{person}/roles',
    on: 'person',
    roles,
    fits: ofOther(),
    asks: [{ name: 'role', kind: 'choice', of: GIVEN_ROLES, words: 'peopleRoles', word: 'personRole' }, reason],
  },
  'take-role': {
    path: '/people/{person}/roles/removal',
    on: 'person-role',
    roles,
    fits: ofOther(),
    first: ({ thing }) => ({ role: String(thing['role']) }),
    asks: [{ name: 'role', kind: 'given' }, reason],
  },
  'suspend-person': {
    path: '/people/{person}/suspension',
    on: 'person',
    roles,
    fits: ofOther(({ suspended }) => suspended === false),
    asks: [reason],
  },
  'restore-person': {
    path: '/people/{person}/restoration',
    on: 'person',
    roles,
    fits: ofOther(({ suspended }) => suspended === true),
    asks: [reason],
  },
} as const satisfies Readonly<Record<string, Act>>;
