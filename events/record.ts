import * as z from 'zod/mini';
import { type AnyFact, type CaseFact, caseEvents, everyEvent, type PersonFact, type RosterFact } from './catalogue.ts';
import { canonicalJson, sha256Hex } from './hashes.ts';
import { peopleEvents } from './people.ts';
import { rosterEvents } from './roster.ts';
import { type Instant, instant, type JsonObject, personId, sha256 } from './shapes.ts';
import { ROLES, type Role } from './vocabulary.ts';

export { canonicalJson, GENESIS, hashContent, hashEntry, hashReceipt, sha256Hex } from './hashes.ts';

/** Who acted: a pseudonymous person in one role. The machinery of deadlines acts as `system`. */
export interface Actor {
  readonly person: string;
  readonly role: Role;
}

/** What surrounds a fact before it is closed into the chain. */
export interface OpenEnvelope {
  /** `<case>@<version>`: unique in the deployment. */
  readonly id: string;
  readonly stream: string;
  /** Gapless from 1. */
  readonly version: number;
  readonly recordedAt: Instant;
  readonly observedAt: Instant;
  readonly actor: Actor;
  /** Hash that identifies the command which caused the fact; names its receipt. */
  readonly command: string;
  /** Commits to the receipt of the command: to what was asked, which the salt of the receipt keeps from being guessed. */
  readonly receiptHash: string;
  /** Commits to the content of this version, where there is one. */
  readonly contentHash?: string;
  /** Hash of the entry before, or `GENESIS`. */
  readonly previousHash: string;
}

/** What surrounds a fact in the record. */
export interface Envelope extends OpenEnvelope {
  /** SHA-256 of the canonical JSON (RFC 8785) of everything else in the entry. */
  readonly hash: string;
}

/** One entry of a case's record: a fact in its envelope. */
export type RecordEntry = Envelope & CaseFact;

/** One entry of the stream of somebody in the roster. */
export type RosterEntry = Envelope & RosterFact;

/** One entry of the stream of somebody who may sign in. */
export type PersonEntry = Envelope & PersonFact;

/** One entry of any stream. */
export type AnyEntry = Envelope & AnyFact;

/** What people wrote, apart from the event that commits to it. The salt keeps a short text from being guessed by its hash. */
export interface Content {
  readonly version: number;
  readonly salt: string;
  readonly body: JsonObject;
}

/** The proof that a command took effect: replaying it finds the entries from `first` to `last` and gives the same answer for ever. */
export interface Receipt {
  readonly command: string;
  readonly case: string;
  readonly salt: string;
  /** SHA-256 of what was asked: the same key with another body is not the same command. */
  readonly requestHash: string;
  readonly first: number;
  readonly last: number;
}

const isFactType = (type: unknown): boolean => typeof type === 'string' && Object.hasOwn(everyEvent, type);

const envelope = z.strictObject({
  id: z.string(),
  type: z.custom<AnyFact['type']>(isFactType, { error: 'is not a type of the catalogue' }),
  stream: z.string(),
  version: z.int().check(z.positive()),
  recordedAt: instant,
  observedAt: instant,
  actor: z.strictObject({ person: personId, role: z.enum(ROLES) }),
  command: sha256,
  receiptHash: sha256,
  contentHash: z.optional(sha256),
  previousHash: sha256,
  hash: sha256,
  data: z.unknown(),
});

/** Closes a fact of a case into the chain. What is written is checked: a fact that breaks its schema is a bug and throws. */
export const seal = async (entry: OpenEnvelope & CaseFact): Promise<RecordEntry> => ({
  ...entry,
  hash: await hashOfNew(entry),
});

/** The same, of a fact of the roster. */
export const sealForRoster = async (entry: OpenEnvelope & RosterFact): Promise<RosterEntry> => ({
  ...entry,
  hash: await hashOfNew(entry),
});

/** The same, of a fact about who may sign in. */
export const sealForPerson = async (entry: OpenEnvelope & PersonFact): Promise<PersonEntry> => ({
  ...entry,
  hash: await hashOfNew(entry),
});

const hashOfNew = (entry: OpenEnvelope & AnyFact): Promise<string> => {
  everyEvent[entry.type].schema().parse(entry.data);
  return sha256Hex(canonicalJson(entry));
};

/**
 * Reads a stored entry. What is read is checked again: an entry that breaks its schema throws, because the record was changed by
 * another hand than ours.
 */
export const parseAnyEntry = (text: string): AnyEntry => {
  const outer = envelope.parse(JSON.parse(text));
  const { type, data, contentHash, ...rest } = outer;
  return {
    ...rest,
    ...(contentHash === undefined ? {} : { contentHash }),
    ...parseFact(type, data),
  };
};

/** Reads an entry of a case. Throws for one of another stream too. */
export const parseEntry = (text: string): RecordEntry => {
  const entry = parseAnyEntry(text);
  if (!isOfCase(entry)) throw new Error('The entry is none of a case.');
  return entry;
};

/** Reads an entry of the roster. Throws for one of another stream too. */
export const parseRosterEntry = (text: string): RosterEntry => {
  const entry = parseAnyEntry(text);
  if (!isOfRoster(entry)) throw new Error('The entry is none of the roster.');
  return entry;
};

/** Reads an entry of somebody who may sign in. Throws for one of another stream too. */
export const parsePersonEntry = (text: string): PersonEntry => {
  const entry = parseAnyEntry(text);
  if (!isOfPerson(entry)) throw new Error('The entry is none of somebody who may sign in.');
  return entry;
};

const isOfCase = (entry: AnyEntry): entry is RecordEntry => Object.hasOwn(caseEvents, entry.type);

export const isOfRoster = (entry: AnyEntry): entry is RosterEntry => Object.hasOwn(rosterEvents, entry.type);

export const isOfPerson = (entry: AnyEntry): entry is PersonEntry => Object.hasOwn(peopleEvents, entry.type);

const parseFact = (type: AnyFact['type'], data: unknown): AnyFact => {
  const fact: { type: AnyFact['type']; data: unknown } = { type, data: everyEvent[type].schema().parse(data) };
  if (!isFact(fact)) throw new Error(`A fact of type ${type} does not hold its own data.`);
  return fact;
};

/** The schema of the type was applied to the data just before: this only tells the compiler so. */
const isFact = (fact: { type: AnyFact['type']; data: unknown }): fact is AnyFact =>
  Object.hasOwn(everyEvent, fact.type);
