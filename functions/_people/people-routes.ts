import * as z from 'zod/mini';
import type { PersonOperation } from '../../domain/permissions.ts';
import type { PersonOperationRoute, QueryDescription } from '../_http/operation.ts';
import { nothingAsked, paging } from '../_http/paging.ts';
import { personView, personWithHistory } from './person-view.ts';

/** Where each command about who may sign in stands in the API. */
const ROUTES: Readonly<Record<PersonOperation, readonly [`/people${string}`, string]>> = {
  'add-person': ['/people', 'Let somebody sign in, in some roles: they are invited by mail'],
  'give-role': ['/people/{person}/roles', 'Give somebody one more role'],
  'take-role': ['/people/{person}/roles/removal', 'Take a role from somebody: tokens say it until they end'],
  'suspend-person': ['/people/{person}/suspension', 'Keep somebody out: they cannot sign in until they are restored'],
  'restore-person': ['/people/{person}/restoration', 'Let somebody sign in again who was suspended'],
};

const isRouted = (name: string): name is PersonOperation => Object.hasOwn(ROUTES, name);

export const PERSON_COMMAND_OPERATIONS: readonly PersonOperationRoute[] = Object.keys(ROUTES)
  .filter(isRouted)
  .map((name) => {
    const [path, summary] = ROUTES[name];
    return { kind: 'person-command', name, method: 'POST', path, function: 'people-api', summary };
  });

/** A user pool says where its list goes on, and says it at length. */
const CURSOR_LENGTH_MAX = 4_096;

const ASKED = { kind: 'query', method: 'GET', function: 'people-api' } as const;

export const LIST_PEOPLE = {
  ...ASKED,
  name: 'list-people',
  path: '/people',
  summary:
    'List who may sign in: first those on record, newest first, then whoever has an account that no record knows; a page may hold fewer than asked for, and still go on',
  query: z.extend(paging, { cursor: z.optional(z.string().check(z.minLength(1), z.maxLength(CURSOR_LENGTH_MAX))) }),
  answers: z.strictObject({ items: z.array(personView) }),
} as const satisfies QueryDescription;

export const READ_PERSON = {
  ...ASKED,
  name: 'read-person',
  path: '/people/{person}',
  summary: 'Read who may sign in and in which roles, by record and in the sign-in, and what was done about them',
  query: nothingAsked,
  answers: personWithHistory,
} as const satisfies QueryDescription;
