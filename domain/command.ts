import * as z from 'zod/mini';
import type { AnyFact, CaseFact } from '../events/catalogue.ts';
import type { Actor } from '../events/record.ts';
import { type Instant, type JsonObject, once } from '../events/shapes.ts';
import type { Instrument } from './instruments/instrument.ts';
import type { OperationName } from './permissions.ts';
import type { Profile } from './profiles/profile.ts';
import type { Refusal } from './refusals.ts';
import type { RosterRecord } from './roster/roster-entry.ts';
import type { Head, Subjects } from './state.ts';

/** All that a decision may look at: the state of the case, who acts, and what time it is. */
export interface Situation {
  readonly head: Head;
  readonly subjects: Subjects;
  /** How many events are on record. */
  readonly version: number;
  readonly actor: Actor;
  readonly now: Instant;
  readonly instrument: Instrument;
  readonly profile: Profile;
  /** The SHA-256 of a text, in lower-case hexadecimal. Throws for a text that the command did not ask to have hashed: a bug. */
  readonly sha256: (text: string) => string;
  /** Who somebody is in the roster; undefined where it does not hold them. Throws for somebody whom the command did not name: a bug. */
  readonly roster: (person: string) => RosterRecord | undefined;
}

/** What is at hand before a decision: enough to say which hashes it will need. */
export interface Sight {
  readonly head: Head;
  readonly subjects: Subjects;
  readonly person: string;
}

/** A fact that a decision asks to record. `content` is what somebody wrote: the record commits to it by hash and keeps it apart. */
export type Proposed<Fact extends AnyFact> = Fact & {
  readonly content?: JsonObject;
  readonly observedAt?: Instant;
  /** The record names the role alone: who it was is part of the content. */
  readonly withoutName?: true;
};

export type ProposedFact = Proposed<CaseFact>;

export type Decision = { readonly facts: readonly ProposedFact[] } | { readonly refusal: Refusal };

export const record = (...facts: readonly ProposedFact[]): Decision => ({ facts });

/** A command that was understood: which things of the case it must see, and the rule that decides once they are at hand. */
export interface Understood {
  /** A name that no thing of the case bears is simply not found. */
  readonly subjects: readonly string[];
  /** The things that only those at hand name: they are read after them, in one request more, where there are any. */
  readonly related: (sight: Sight) => readonly string[];
  /** The texts whose SHA-256 the decision looks at: hashing is not synchronous, so it is done before. */
  readonly hashed: (sight: Sight) => readonly string[];
  /** The people whose entries in the roster the decision looks at: they are read before it, and after the case. */
  readonly enrolled: (sight: Sight) => readonly string[];
  readonly decide: (situation: Situation) => Decision;
}

/** What was wrong with an input, field by field. */
export interface InvalidInput {
  readonly invalid: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}

/** A command on an existing case: the schema of what it takes, and how it is understood. */
export interface Command {
  readonly name: OperationName;
  /** Made when it is first asked for, as the schemas of facts are. */
  readonly input: () => z.core.$ZodType;
  /** Refuses an input only for its form; what the case says of it is the decision's matter. */
  readonly understand: (input: unknown) => Understood | InvalidInput;
}

/** Writes a command down: what it takes, which things of the case it looks at or changes, and the rule that decides. */
export const command = <Schema extends z.core.$ZodType>(definition: {
  readonly name: OperationName;
  readonly input: () => Schema;
  readonly subjects?: (input: z.core.output<Schema>) => readonly string[];
  readonly related?: (input: z.core.output<Schema>, sight: Sight) => readonly string[];
  readonly hashed?: (input: z.core.output<Schema>, sight: Sight) => readonly string[];
  readonly enrolled?: (input: z.core.output<Schema>, sight: Sight) => readonly string[];
  readonly decide: (input: z.core.output<Schema>, situation: Situation) => Decision;
}): Command => {
  const schema = once(definition.input);
  const understand = (input: unknown): Understood | InvalidInput => {
    const parsed = z.safeParse(schema(), input);
    if (!parsed.success) return { invalid: parsed.error.issues.map(({ path, message }) => ({ path, message })) };
    return {
      subjects: definition.subjects?.(parsed.data) ?? [],
      related: (sight) => definition.related?.(parsed.data, sight) ?? [],
      hashed: (sight) => definition.hashed?.(parsed.data, sight) ?? [],
      enrolled: (sight) => definition.enrolled?.(parsed.data, sight) ?? [],
      decide: (situation) => definition.decide(parsed.data, situation),
    };
  };
  return { name: definition.name, input: schema, understand };
};
