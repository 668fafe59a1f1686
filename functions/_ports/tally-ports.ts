import type { Counters } from '../../domain/scoreboard/measures.ts';

/** Where something is counted: a list, and the place of the cell in it. Many books may count in one cell. */
export interface CellPlace {
  readonly list: string;
  readonly place: string;
}

/** What is counted in a cell, and what its group is called where somebody said so: of several names the first of the alphabet. */
export interface Cell extends CellPlace {
  readonly counters: Counters;
  readonly name?: string;
}

/** What a keeper knows of one thing that it counts (a case, a process), and what it has counted of it where. */
export interface TallyBook {
  readonly key: string;
  /** How often the book was written, from 1. */
  readonly version: number;
  /** The last event, or version, of the thing that is in it whole. */
  readonly seen: number;
  /** JSON of what was folded. */
  readonly state: string;
  /** What of it stands in which cell: taken away again when it counts elsewhere. */
  readonly counted: readonly Cell[];
}

/** Cells changed together with their book in one transaction. */
export const CELLS_PER_SAVE_MAX = 40;

/**
 * Counts kept by events. A book and the cells that it counts in change in one transaction, so that each event counts once however often
 * it comes; and no page of a list costs more for there being more behind its numbers.
 */
export interface TallyStore {
  book(key: string): Promise<TallyBook | undefined>;
  /**
   * Writes a version of a book over the one before it and adds `changes` to cells, at most `CELLS_PER_SAVE_MAX`. False when another was
   * faster at the book: nothing was written. Throws `OutsideFailure` when others were faster at the cells every time.
   */
  save(change: { readonly book: TallyBook; readonly changes: readonly Cell[] }): Promise<boolean>;
  /** Cells of a list in the order of their places, from `first` to `last` both included, after a place. */
  cells(asked: {
    list: string;
    first?: string | undefined;
    last?: string | undefined;
    after?: string | undefined;
    limit: number;
  }): Promise<{ readonly cells: readonly Cell[]; readonly more: boolean }>;
}
