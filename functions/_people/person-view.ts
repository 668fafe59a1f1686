import * as z from 'zod/mini';
import type { PersonRecord } from '../../domain/people/person-record.ts';
import type { PersonEntry } from '../../events/record.ts';
import { instant } from '../../events/shapes.ts';
import { GIVEN_ROLES } from '../../events/vocabulary.ts';
import type { Account } from '../_ports/accounts.ts';

/** In what the sign-in can differ from the record. Whatever was not done by a command of ours was done by hand. */
export const DIFFERENCES = [
  'not-on-record',
  'no-account',
  'role-by-hand',
  'role-missing',
  'signs-in-although-suspended',
  'kept-out-by-hand',
] as const;
export type Difference = (typeof DIFFERENCES)[number];

/** Somebody as the record has them, and beside it what the sign-in has; either can be missing. */
export const personView = z.strictObject({
  person: z.string(),
  onRecord: z.optional(
    z.strictObject({
      email: z.string(),
      roles: z.array(z.enum(GIVEN_ROLES)),
      suspended: z.boolean(),
      addedAt: instant,
    }),
  ),
  signIn: z.optional(
    z.strictObject({ roles: z.array(z.string()), enabled: z.boolean(), email: z.optional(z.string()) }),
  ),
  /** What the sign-in says otherwise. For some seconds after an act it is the way there; what stays was done by hand. */
  differences: z.array(z.enum(DIFFERENCES)),
});
export type PersonView = z.infer<typeof personView>;

/** One thing that was done, by whom and why. */
const deed = z.strictObject({
  version: z.int(),
  type: z.string(),
  recordedAt: instant,
  by: z.string(),
  roles: z.array(z.string()),
  reason: z.optional(z.string()),
});

export const personWithHistory = z.extend(personView, {
  /** What was done about them, newest first: the latest of it. */
  history: z.array(deed),
});
export type PersonWithHistory = z.infer<typeof personWithHistory>;

export const viewOf = (person: string, known: PersonRecord | undefined, account: Account | undefined): PersonView => ({
  person,
  ...(known === undefined ? {} : { onRecord: onRecord(known) }),
  ...(account === undefined ? {} : { signIn: inSignIn(account) }),
  differences: differencesOf(known, account),
});

const onRecord = ({ email, roles, suspended, addedAt }: PersonRecord) => ({ email, roles, suspended, addedAt });

const inSignIn = ({ roles, enabled, email }: Account) => ({
  roles: [...roles],
  enabled,
  ...(email === undefined ? {} : { email }),
});

const differencesOf = (known: PersonRecord | undefined, account: Account | undefined): Difference[] => {
  if (known === undefined) return account === undefined ? [] : ['not-on-record'];
  if (account === undefined) return ['no-account'];
  const { roles, enabled } = account;
  const recorded: readonly string[] = known.roles;
  return [
    ...(roles.some((role) => !recorded.includes(role)) ? (['role-by-hand'] as const) : []),
    ...(recorded.some((role) => !roles.includes(role)) ? (['role-missing'] as const) : []),
    ...(known.suspended && enabled ? (['signs-in-although-suspended'] as const) : []),
    ...(!known.suspended && !enabled ? (['kept-out-by-hand'] as const) : []),
  ];
};

export const deedOf = (entry: PersonEntry, reason: string | undefined): z.infer<typeof deed> => ({
  version: entry.version,
  type: entry.type,
  recordedAt: entry.recordedAt,
  by: entry.actor.person,
  roles: rolesIn(entry),
  ...(reason === undefined ? {} : { reason }),
});

const rolesIn = (entry: PersonEntry): string[] => {
  switch (entry.type) {
    case 'person.added.v1':
      return [...entry.data.roles];
    case 'role.given.v1':
    case 'role.taken.v1':
      return [entry.data.role];
    case 'person.suspended.v1':
    case 'person.restored.v1':
      return [];
  }
};
