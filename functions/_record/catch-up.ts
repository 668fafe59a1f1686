import type { RecordEntry } from '../../events/record.ts';
import type { CaseStore } from '../_ports/ports.ts';

/** Events folded at once: a projection that fell far behind catches up in steps, each of them saved. */
export const CATCH_UP_PAGE = 50;
/** How often a projector that lost a race looks again before it leaves the event to a retry. */
const RACES_MAX = 5;

export interface Projection {
  /** The last event that the projection has seen; 0 when there is none. */
  readonly version: () => Promise<number>;
  /** Folds the next events and saves what came of it. False when another projector was faster. */
  readonly fold: (entries: readonly RecordEntry[], from: number) => Promise<boolean>;
}

/**
 * Brings a projection up to the event that was announced. The announcement is only a hint: what was missed on the way is read from the
 * stream in its order, and what was seen already is left. So duplicates, disorder and crashes change nothing in the outcome.
 */
export const catchUp = async (
  cases: CaseStore,
  announced: Pick<RecordEntry, 'stream' | 'version'>,
  projection: Projection,
): Promise<void> => {
  let races = 0;
  for (let seen = await projection.version(); seen < announced.version; seen = await projection.version()) {
    const { items } = await cases.entries({ case: announced.stream, after: seen, limit: CATCH_UP_PAGE });
    if (items.length === 0) throw new Error('An event was announced that is not in its stream.');
    if (await projection.fold(items, seen)) continue;
    races += 1;
    if (races >= RACES_MAX) throw new Error('The projection lost every race.');
  }
};
