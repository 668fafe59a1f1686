import type { Instant } from '../../events/shapes.ts';

/** That something happened in a case: what its public record says of every event, and no more. */
export interface CaseChange {
  readonly case: string;
  /** The number of the event in its case. */
  readonly version: number;
  /** When it was recorded. */
  readonly at: Instant;
  /** The type of the event: `act.observed.v1`. */
  readonly type: string;
}

/** A change with its number among those of all cases, from 1 and without gaps, in the order in which the list learned of them. */
export interface NumberedChange extends CaseChange {
  readonly number: number;
}

/** Changes that are told at once. */
export const CHANGES_PER_TELLING_MAX = 90;

/**
 * What changed in all cases, in one order that only grows: whoever has read up to a number misses nothing by going on from there, because
 * no change is ever put before one that can be read already.
 */
export interface ChangeStore {
  /** Up to which version a case is told; 0 where nothing of it is. */
  told(caseId: string): Promise<number>;
  /**
   * Adds the changes of a case that follow the version up to which it was told, in their order. False when another was faster: nothing was
   * written. Throws `OutsideFailure` when other cases were faster every time.
   */
  tell(telling: {
    readonly case: string;
    readonly told: number;
    readonly changes: readonly CaseChange[];
  }): Promise<boolean>;
  /** The changes after a number, in their order: fewer than `limit` only where there are no more by now. */
  after(number: number, limit: number): Promise<readonly NumberedChange[]>;
}
