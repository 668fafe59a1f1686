import type { Instant } from '../../events/shapes.ts';
import type { Role } from '../../events/vocabulary.ts';
import type { TermInShort } from '../clocks/term-in-short.ts';
import type { Instrument } from '../instruments/instrument.ts';
import type { OperationName, PersonOperation, RegistryOperation, RosterOperation } from '../permissions.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Head } from '../state.ts';
import type { RequirementId } from './requirement-ids.ts';

/** What a requirement is judged by. */
export interface Standing {
  readonly head: Head;
  readonly instrument: Instrument;
  readonly profile: Profile;
  readonly now: Instant;
}

/** What is still missing: a sentence, and the facts that it is made of. */
export interface Missing {
  readonly sentence: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly dueAt?: Instant;
  /** The term that ends then, with how its days were counted. */
  readonly term?: TermInShort;
}

/** Something that must hold before a case leaves a stage. */
export interface Requirement {
  /** What must hold, as one sentence. */
  readonly asks: string;
  /** Why it is asked for. */
  readonly why: string;
  /** Where that stands. */
  readonly source: string;
  /** Who can bring it about. */
  readonly who: readonly Role[];
  /** The operations that do so. */
  readonly operations: readonly Exclude<OperationName, RosterOperation | PersonOperation | RegistryOperation>[];
  /** Everything that is missing; nothing when the requirement holds. */
  readonly missing: (standing: Standing) => readonly Missing[];
}

/** A requirement of the stage where a case stands, judged. */
export interface JudgedRequirement {
  readonly id: RequirementId;
  readonly met: boolean;
  readonly asks: string;
  readonly why: string;
  readonly source: string;
  readonly who: readonly Role[];
  readonly operations: readonly Exclude<OperationName, RosterOperation | PersonOperation | RegistryOperation>[];
  readonly missing: readonly Missing[];
}

export const lacking = (
  sentence: string,
  facts: Readonly<Record<string, unknown>> = {},
  term?: TermInShort,
): Missing => ({
  sentence,
  facts,
  ...(term === undefined ? {} : { dueAt: term.dueAt, term }),
});
