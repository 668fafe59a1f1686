import { type RegisteredFacts, registeredFacts } from './registered-facts.ts';

/** What an import read of one process. */
export interface ReadFacts {
  readonly facts: RegisteredFacts;
  /**
   * Whether the source tells the process whole (a record, or a compiled release): then what it does not tell is no more. Releases tell
   * what changed: then what they do not tell stays as it was.
   */
  readonly whole: boolean;
}

export interface Registration {
  readonly outcome: 'imported' | 'updated' | 'unchanged';
  readonly facts: RegisteredFacts;
  /** True where the source is older than what is known, which it therefore replaces nowhere. */
  readonly older: boolean;
}

/**
 * What becomes of the registered facts of a process by what an import read. What is older than what is known (and what has no date is
 * older than what has one, as in merging) only fills what was missing, and only where it is a release.
 */
export const registration = (known: RegisteredFacts | undefined, { facts, whole }: ReadFacts): Registration => {
  if (known === undefined) return { outcome: 'imported', facts, older: false };
  const older = (facts.publishedAt ?? '') < (known.publishedAt ?? '');
  const after = joined(known, facts, { older, whole });
  return { outcome: sameFacts(known, after) ? 'unchanged' : 'updated', facts: after, older };
};

const joined = (
  known: RegisteredFacts,
  read: RegisteredFacts,
  { older, whole }: { older: boolean; whole: boolean },
): RegisteredFacts => {
  if (whole) return older ? known : read;
  return registeredFacts.parse(older ? { ...read, ...known } : { ...known, ...read });
};

const textOf = (facts: RegisteredFacts): string => JSON.stringify(registeredFacts.parse(facts));

/** A schema gives its keys in its own order, so equal facts are equal texts. */
const sameFacts = (one: RegisteredFacts, other: RegisteredFacts): boolean => textOf(one) === textOf(other);
