/** A case as the directory keeps it. */
export interface DirectoryEntry {
  readonly case: string;
  /** How often the entry was written, from 1. */
  readonly version: number;
  /** The last event of the case that is in it; 0 while its first lists are being written. */
  readonly seen: number;
  /** JSON of what was folded. */
  readonly state: string;
  /** The lists that the case stands in. */
  readonly terms: readonly string[];
}

/** Where something stands in a list. */
export interface Posting {
  readonly term: string;
  /** By it the list is in order. */
  readonly place: string;
  /** The case, or the authority. */
  readonly id: string;
}

/** Postings written and removed in one transaction with the entry of their case: DynamoDB takes 100. */
export const POSTINGS_PER_SAVE_MAX = 90;

/**
 * The directory: a card for each case, and lists of cases by what they are looked for. A list holds keys and nothing else; what is shown
 * comes from the entry, so that a list that is a moment behind can name a case too many and never tell anything false.
 */
export interface SearchStore {
  entry(caseId: string): Promise<DirectoryEntry | undefined>;
  /** At most 100; a missing one is left out. */
  entries(cases: readonly string[]): Promise<ReadonlyMap<string, DirectoryEntry>>;
  /** Writes a version of an entry over the one before it, with at most `POSTINGS_PER_SAVE_MAX` postings. False when another was faster. */
  save(change: {
    readonly entry: DirectoryEntry;
    readonly posted: readonly Posting[];
    readonly removed: readonly Posting[];
  }): Promise<boolean>;
  /** A page of a list, the greatest place first where that is asked. */
  postings(asked: {
    readonly term: string;
    readonly newestFirst: boolean;
    readonly after?: string | undefined;
    readonly limit: number;
  }): Promise<{ readonly postings: readonly Posting[]; readonly more: boolean }>;
}
