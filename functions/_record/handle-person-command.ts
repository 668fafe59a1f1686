import type { InvalidInput } from '../../domain/command.ts';
import {
  decidePerson,
  evolvePerson,
  PERSON_COMMANDS,
  type PersonStanding,
  type UnderstoodOfPerson,
} from '../../domain/people/people.ts';
import type { PersonRecord } from '../../domain/people/person-record.ts';
import type { PersonOperation } from '../../domain/permissions.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { PersonFact } from '../../events/catalogue.ts';
import { canonicalJson, type PersonEntry, sealForPerson } from '../../events/record.ts';
import type { Accounts } from '../_ports/accounts.ts';
import { ACCESS } from '../_ports/aws/table-keys.ts';
import type { Clock, Entropy, PeopleStore } from '../_ports/ports.ts';
import { personRecordFrom, storedPersonHead } from './person-codec.ts';
import { type Recorded, recordedOf } from './recorded.ts';
import { type Aggregate, type Asking, chainAt, type Recording, type SettleFailure, settle } from './settle.ts';

export interface PeoplePorts {
  readonly people: PeopleStore;
  readonly accounts: Pick<Accounts, 'invite'>;
  readonly clock: Clock;
  readonly entropy: Entropy;
}

/** What a command about who may sign in answers, where it took effect: made of what it recorded, and nothing else. */
export interface PersonAnswer {
  readonly person: string;
  readonly version: number;
  /** The person, where the command put them on record. */
  readonly created?: string;
  readonly recorded: readonly Recorded[];
}

export type PersonResult =
  | { readonly answer: PersonAnswer; readonly replayed: boolean }
  | { readonly refusal: Refusal }
  | InvalidInput
  | SettleFailure;

const streamOf = (person: string): string => `${ACCESS.streams}${person}`;

/** Whom a stream is about. */
export const personOfAccess = (stream: string): string => stream.slice(ACCESS.streams.length);

/**
 * Handles a command about somebody who may sign in. Whoever is added gets an account first, without any role: nobody is more than the
 * public by it, the same address always has the same account, and so whoever sends again after a crash goes on where it stopped.
 */
export const handlePersonCommand = async (
  { people, accounts, clock, entropy }: PeoplePorts,
  { name, input, ...asking }: Asking & { name: PersonOperation; input: unknown },
): Promise<PersonResult> => {
  const understood = PERSON_COMMANDS[name].understand(input);
  if ('invalid' in understood) return understood;
  const invited = await idOf(accounts, { name, understood }, asking);
  if ('refusal' in invited) return invited;
  const { person } = invited;
  const aggregate = personAggregate(people, { person, by: asking.petitioner.person });
  const settled = await settle<PersonStanding, PersonFact, PersonEntry, never>({ aggregate, clock, entropy }, asking, {
    asked: canonicalJson({ name, input }),
    decide: async (standing) => decidePerson({ name, understood, person }, standing, asking.petitioner),
  });
  return 'entries' in settled ? { answer: answerOf(settled.entries), replayed: settled.replayed } : settled;
};

/** Nobody is invited by a command that is refused anyway, whomever it is about. */
const idOf = async (
  accounts: Pick<Accounts, 'invite'>,
  { name, understood }: { name: PersonOperation; understood: UnderstoodOfPerson },
  { petitioner }: Pick<Asking, 'petitioner'>,
): Promise<{ readonly person: string } | { readonly refusal: Refusal }> => {
  const { about } = understood;
  if ('person' in about) return about;
  const foreseen = decidePerson({ name, understood, person: '' }, { known: undefined, asker: undefined }, petitioner);
  return 'refusal' in foreseen ? foreseen : { person: await accounts.invite(about.email) };
};

const answerOf = (entries: readonly PersonEntry[]): PersonAnswer => {
  const last = entries.at(-1);
  if (last === undefined) throw new Error('A command that took effect recorded something.');
  const created = entries.find(({ type }) => type === 'person.added.v1');
  return {
    person: personOfAccess(last.stream),
    version: last.version,
    ...(created === undefined ? {} : { created: personOfAccess(created.stream) }),
    recorded: recordedOf(entries),
  };
};

/** Somebody who may sign in as the engine knows them, beside whoever asks: the decision stands on both. */
const personAggregate = (
  store: PeopleStore,
  { person, by }: { person: string; by: string },
): Aggregate<PersonStanding, PersonFact, PersonEntry> => ({
  stream: streamOf(person),
  read: async (command) => {
    const found = await store.read({ person, command, by });
    const [known, asker] = [found.head, found.by].map((head) =>
      head === undefined ? undefined : personRecordFrom(head),
    );
    return {
      state: { known, asker },
      ...chainAt(found.head),
      receipt: found.receipt,
      append: (recording) =>
        append(
          store,
          { person, known, version: found.head?.version ?? 0, by: { person: by, version: found.by?.version ?? 0 } },
          recording,
        ),
    };
  },
  seal: (envelope, { content: _, observedAt: __, withoutName: ___, ...fact }) =>
    sealForPerson({ ...envelope, ...fact }),
  entriesOf: async ({ case: stream, first, last }) => {
    const about = personOfAccess(stream);
    return (await store.entries({ person: about, after: first - 1, limit: last - first + 1 })).items;
  },
});

interface Before {
  readonly person: string;
  readonly known: PersonRecord | undefined;
  readonly version: number;
  /** Whoever asks: what is written stands only if nothing was decided about them meanwhile. */
  readonly by: { readonly person: string; readonly version: number };
}

const append = (
  store: PeopleStore,
  { person, known, version, by }: Before,
  { sealed, last, receipt }: Recording<PersonEntry>,
): Promise<boolean> => {
  const after = sealed.reduce(
    (folded: PersonRecord | undefined, { entry, content }) =>
      evolvePerson(folded, content === undefined ? entry : { ...entry, content: content.body }),
    known,
  );
  if (after === undefined) throw new Error('A person about whom something was recorded has a state.');
  return store.append({
    person,
    expectedVersion: version,
    head: storedPersonHead(after, last),
    addedAt: after.addedAt,
    entries: sealed.map(({ entry }) => entry),
    contents: sealed.flatMap(({ content }) => (content === undefined ? [] : [content])),
    receipt,
    by,
  });
};
