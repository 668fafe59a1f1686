import * as z from 'zod/mini';
import type { PersonFact } from '../../events/catalogue.ts';
import type { PersonEntry } from '../../events/record.ts';
import { type JsonObject, once, personId } from '../../events/shapes.ts';
import { GIVEN_ROLES, type GivenRole, type Role } from '../../events/vocabulary.ts';
import type { InvalidInput, Proposed } from '../command.ts';
import { authorise, type PersonOperation, type Petitioner } from '../permissions.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { mailAddress, reason } from '../shapes.ts';
import { type PersonRecord, writtenPerson } from './person-record.ts';
import { incompatibility, inOrder } from './separation.ts';

/** All that a decision on somebody who may sign in may look at. */
export interface PersonSituation {
  /** Who it is about. */
  readonly person: string;
  /** Undefined while nobody is on record under this id. */
  readonly known: PersonRecord | undefined;
  readonly petitioner: string;
}

export type PersonDecision = { readonly facts: readonly Proposed<PersonFact>[] } | { readonly refusal: Refusal };

/** A command that was understood: whose it is, by id or by the address under which the sign-in has an id for them; and the rule. */
export interface UnderstoodOfPerson {
  readonly about: { readonly person: string } | { readonly email: string };
  readonly decide: (situation: PersonSituation) => PersonDecision;
}

export interface PersonCommand {
  readonly name: PersonOperation;
  readonly input: () => z.core.$ZodType;
  readonly understand: (input: unknown) => UnderstoodOfPerson | InvalidInput;
}

const record = (fact: Proposed<PersonFact>): PersonDecision => ({ facts: [fact] });

const command = <Schema extends z.core.$ZodType>(definition: {
  readonly name: PersonOperation;
  readonly input: () => Schema;
  readonly about: (input: z.core.output<Schema>) => UnderstoodOfPerson['about'];
  readonly decide: (input: z.core.output<Schema>, situation: PersonSituation) => PersonDecision;
}): PersonCommand => {
  const schema = once(definition.input);
  const understand = (input: unknown): UnderstoodOfPerson | InvalidInput => {
    const parsed = z.safeParse(schema(), input);
    if (!parsed.success) return { invalid: parsed.error.issues.map(({ path, message }) => ({ path, message })) };
    const { data } = parsed;
    return { about: definition.about(data), decide: (situation) => definition.decide(data, situation) };
  };
  return { name: definition.name, input: schema, understand };
};

const isOnlyAdministrator = (roles: readonly GivenRole[]): boolean =>
  roles.length === 1 && roles[0] === 'administrator';

const areDistinct = (list: readonly string[]): boolean => new Set(list).size === list.length;

/**
 * Lets somebody sign in, in some roles. The first administrator came into the sign-in by hand: they can put themself on record, as what
 * they are and as nothing else.
 */
const addPerson = command({
  name: 'add-person',
  input: () =>
    z.strictObject({
      email: mailAddress,
      roles: z
        .array(z.enum(GIVEN_ROLES))
        .check(z.minLength(1), z.refine(areDistinct, { error: 'must name each once' })),
      reason,
    }),
  about: ({ email }) => ({ email }),
  decide: ({ email, roles, reason: why }, { person, known, petitioner }) => {
    if (known !== undefined) return refuse('person-exists', { person });
    if (person === petitioner && !isOnlyAdministrator(roles)) return refuse('own-access');
    return (
      incompatibility(roles) ??
      record({
        type: 'person.added.v1',
        data: { person, roles: inOrder(roles) },
        content: { email, reason: why },
      })
    );
  },
});

/** What is done to somebody on record, by somebody else. */
const onOther = (
  { person, known, petitioner }: PersonSituation,
  decide: (known: PersonRecord) => PersonDecision,
): PersonDecision => {
  if (person === petitioner) return refuse('own-access');
  return known === undefined ? refuse('person-unknown', { person }) : decide(known);
};

const roleInput = () => z.strictObject({ person: personId, role: z.enum(GIVEN_ROLES), reason });
const aboutPerson = ({ person }: { readonly person: string }) => ({ person });

const giveRole = command({
  name: 'give-role',
  input: roleInput,
  about: aboutPerson,
  decide: ({ role, reason: why }, situation) =>
    onOther(situation, ({ roles }) => {
      if (roles.includes(role)) return refuse('role-held', { roles });
      return (
        incompatibility([...roles, role]) ?? record({ type: 'role.given.v1', data: { role }, content: { reason: why } })
      );
    }),
});

const takeRole = command({
  name: 'take-role',
  input: roleInput,
  about: aboutPerson,
  decide: ({ role, reason: why }, situation) =>
    onOther(situation, ({ roles }) =>
      roles.includes(role)
        ? record({ type: 'role.taken.v1', data: { role }, content: { reason: why } })
        : refuse('role-not-held', { roles }),
    ),
});

const suspensionInput = () => z.strictObject({ person: personId, reason });

const suspendPerson = command({
  name: 'suspend-person',
  input: suspensionInput,
  about: aboutPerson,
  decide: ({ reason: why }, situation) =>
    onOther(situation, ({ suspended }) =>
      suspended
        ? refuse('person-suspended')
        : record({ type: 'person.suspended.v1', data: {}, content: { reason: why } }),
    ),
});

const restorePerson = command({
  name: 'restore-person',
  input: suspensionInput,
  about: aboutPerson,
  decide: ({ reason: why }, situation) =>
    onOther(situation, ({ suspended }) =>
      suspended
        ? record({ type: 'person.restored.v1', data: {}, content: { reason: why } })
        : refuse('person-not-suspended'),
    ),
});

/** Every command about who may sign in, by the name under which the table of permissions knows it. */
export const PERSON_COMMANDS = {
  'add-person': addPerson,
  'give-role': giveRole,
  'take-role': takeRole,
  'suspend-person': suspendPerson,
  'restore-person': restorePerson,
} as const satisfies Record<PersonOperation, PersonCommand>;

/** Who it is about and who asks, as the record has both. */
export interface PersonStanding {
  readonly known: PersonRecord | undefined;
  /** Undefined where no record has them: then their token is all that is known of them. */
  readonly asker: PersonRecord | undefined;
}

const isAdministrator = ({ roles, suspended }: PersonRecord): boolean => !suspended && roles.includes('administrator');

/**
 * Asks the table of permissions, then the record itself: a token goes on saying what was taken from its bearer, and whoever loses the
 * keys of the house must not use that quarter of an hour. Then the rule of the command.
 */
export const decidePerson = (
  { name, understood, person }: { name: PersonOperation; understood: UnderstoodOfPerson; person: string },
  { known, asker }: PersonStanding,
  petitioner: Petitioner,
): { readonly role: Role; readonly decision: PersonDecision } | { readonly refusal: Refusal } => {
  const permitted = authorise(name, petitioner, undefined);
  if ('refusal' in permitted) return permitted;
  if (asker !== undefined && !isAdministrator(asker)) return refuse('administrator-not-on-record');
  const decision = understood.decide({ person, known, petitioner: petitioner.person });
  return 'refusal' in decision ? decision : { role: permitted.role, decision };
};

/** A fact of somebody as the state sees it: recorded, with its content. */
export type PersonEntryWithContent = PersonEntry & { readonly content?: JsonObject };

/** The state after one more fact. It never refuses. Throws only for a stream that does not begin with its first fact. */
export const evolvePerson = (state: PersonRecord | undefined, entry: PersonEntryWithContent): PersonRecord => {
  if (entry.type === 'person.added.v1') {
    const { person, roles } = entry.data;
    const { email } = writtenPerson.parse(entry.content);
    return { person, addedAt: entry.recordedAt, email, roles, suspended: false };
  }
  if (state === undefined) throw new Error('The stream of a person begins with their addition.');
  switch (entry.type) {
    case 'role.given.v1':
      return { ...state, roles: inOrder([...state.roles, entry.data.role]) };
    case 'role.taken.v1':
      return { ...state, roles: state.roles.filter((role) => role !== entry.data.role) };
    case 'person.suspended.v1':
      return { ...state, suspended: true };
    case 'person.restored.v1':
      return { ...state, suspended: false };
  }
};
