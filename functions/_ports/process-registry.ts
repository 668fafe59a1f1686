import type { RegisteredAuthority, RegisteredFacts } from '../../domain/registry/registered-facts.ts';
import type { Instant } from '../../events/shapes.ts';
import type { Key } from './aws/table-keys.ts';

/** A contracting process that was imported, whether or not a case watches it. */
export interface RegisteredProcess {
  readonly facts: RegisteredFacts;
  /** How many versions of its facts were imported, from 1. */
  readonly version: number;
  /** Of this version: SHA-256 of the canonical JSON of [hash of the version before or null, facts]. */
  readonly hash: string;
  readonly previousHash?: string;
  /** What the facts were read from: a URL, or the name of a file. */
  readonly source: string;
  /** SHA-256 of the JSON of the document that they were read from. */
  readonly sourceHash: string;
  readonly importedAt: Instant;
  /** When this version was imported. */
  readonly changedAt: Instant;
  /** The request and its line that imported this version: sent again, it must do nothing twice. */
  readonly request: string;
}

export interface ProcessesAsked {
  /** The key of an authority, as `authorityOf` gives it. */
  readonly authority: string;
  /** From this instant, included; processes belong to a period by `standsAt`. */
  readonly since: Instant;
  /** To this instant, included. */
  readonly until: Instant;
  /** The place of a process after which the page begins. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface PlacedProcess {
  readonly place: string;
  readonly process: RegisteredProcess;
}

/** A page of a list of the registry. What another hand changed so that it cannot be read is left out and named: the rest is there. */
export interface RegistryPage {
  readonly unreadable: readonly Key[];
  /** After which the next page begins; absent on the last one. */
  readonly next?: string;
}

/** Before every date that can be published: by it stand the processes of which no date is known. */
export const UNDATED_AT: Instant = '0000-01-01T00:00:00.000Z';

/**
 * The registry of contracting processes: each ocid once. Pages read an authority and a period and nothing else: whoever wants
 * everything goes through the authorities.
 */
export interface ProcessRegistry {
  find(ocid: string): Promise<RegisteredProcess | undefined>;
  /** Writes a version over the one before it. False when another stands there: nothing was written. */
  save(process: RegisteredProcess): Promise<boolean>;
  /**
   * Processes of an authority in a period, in the order of time, and at one instant in an order that stays. Undated ones stand at
   * `UNDATED_AT`. What was saved a moment ago may be missing.
   */
  processes(asked: ProcessesAsked): Promise<RegistryPage & { readonly processes: readonly PlacedProcess[] }>;
  /** Every authority that a process was ever registered under, in the order of keys; `after` is the key of one. */
  authorities(asked: {
    after?: string | undefined;
    limit: number;
  }): Promise<RegistryPage & { readonly authorities: readonly RegisteredAuthority[] }>;
}
