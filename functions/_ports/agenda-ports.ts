import type { Instant } from '../../events/shapes.ts';
import type { Page } from './ports.ts';

/** What the keeper of the agenda knows of a case, so that duplicates and disorder change nothing. */
export interface AgendaBook {
  readonly case: string;
  /** The last event that the book has seen. */
  readonly version: number;
  /** JSON of the folded context. */
  readonly state: string;
}

/** Where an item stands in lists: its time runs, it stands still with its case, or it is settled. */
export const AGENDA_STANDINGS = ['over', 'running', 'still'] as const;
export type AgendaStanding = (typeof AGENDA_STANDINGS)[number];

/** An item of the agenda as a store keeps it. */
export interface AgendaRow {
  readonly case: string;
  /** Unique in the case. */
  readonly id: string;
  /** The version of the event that last changed it. */
  readonly version: number;
  readonly standing: AgendaStanding;
  /** Its place in time: when it is due, or was settled. */
  readonly at: Instant;
  /** In whose lists it stands. */
  readonly persons: readonly string[];
  /** When somebody is to be reminded of it; absent where nobody is, or was already. */
  readonly remindAt?: Instant;
  /** JSON of the item. */
  readonly item: string;
}

export interface AgendaRowChange {
  /** The row that the change was folded from; undefined where there was none. */
  readonly before: AgendaRow | undefined;
  readonly after: AgendaRow;
  /** For whom it is over although it goes on for others: the row that they see. */
  readonly withdrawn: readonly { readonly person: string; readonly row: AgendaRow }[];
}

/** How somebody stands to the team of a case. */
export interface Membership {
  readonly case: string;
  readonly person: string;
  readonly standing: 'proposed' | 'accepted' | 'left';
}

/** One list of items: a shard of all of them, those of a case, or those of a person. */
export type AgendaList =
  | { readonly of: 'all'; readonly shard: number }
  | { readonly of: 'case'; readonly case: string }
  | { readonly of: 'person'; readonly person: string };

export interface AgendaPageRequest {
  readonly list: AgendaList;
  /** `open` takes those whose time runs in the order of their due dates, then those that stand still. */
  readonly standing: 'open' | 'running' | 'over';
  /** From this instant, included; only of one standing. */
  readonly since?: Instant;
  /** To this instant, included; only of one standing. */
  readonly until?: Instant;
  /** The place of a row after which the page begins: places are comparable across the shards of all. */
  readonly after?: string;
  readonly limit: number;
}

/** A row with its place in the list. */
export interface PlacedRow {
  readonly place: string;
  readonly row: AgendaRow;
}

/** The agenda: what is due in every case, found by case, by person and as a whole, each in the order of time. */
export interface AgendaStore {
  book(caseId: string): Promise<AgendaBook | undefined>;
  /** Books of at most 100 cases; a missing one is left out. */
  books(cases: readonly string[]): Promise<ReadonlyMap<string, AgendaBook>>;
  /** Items of a case by id, at most 100; a missing one is left out. */
  rows(request: { case: string; ids: readonly string[] }): Promise<readonly AgendaRow[]>;
  /**
   * Writes changes of items, memberships and the book in one transaction, at most `AGENDA_WRITES_MAX` writes (agenda-rows.ts counts
   * them). False when another was faster at the book or one of the items: nothing was written.
   */
  save(change: AgendaSave): Promise<boolean>;
  list(request: AgendaPageRequest): Promise<{ readonly rows: readonly PlacedRow[]; readonly more: boolean }>;
  /** The cases of a person, by case. */
  memberships(request: { person: string; from?: string; limit: number }): Promise<Page<Membership>>;
  /** Everybody who was ever on a team, in the order of their ids. */
  people(request: { from?: string; limit: number }): Promise<Page<string>>;
  /**
   * Items to remind of at `until` or before, in one of the shards, earliest first. One that nobody can read must not keep the others
   * waiting: its place alone is given.
   */
  reminders(request: { shard: number; until: Instant; after?: string; limit: number }): Promise<{
    readonly rows: readonly { readonly place: string; readonly row: AgendaRow | undefined }[];
    readonly more: boolean;
  }>;
}

export interface AgendaSave {
  readonly book?: { readonly is: AgendaBook; readonly expectedVersion: number };
  readonly changes: readonly AgendaRowChange[];
  readonly memberships: readonly Membership[];
}

/** Shards of the list of everything; a case keeps to one of them. */
export const AGENDA_SHARDS = 4;

/** Writes in one transaction: DynamoDB takes 100. */
export const AGENDA_WRITES_MAX = 100;
