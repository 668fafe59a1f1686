import { confides } from '../../domain/observations/confide.ts';
import type { RecordEntry } from '../../events/record.ts';
import type { JsonObject } from '../../events/shapes.ts';
import type { CaseStore } from '../_ports/ports.ts';

/** Events folded at once: a projection that fell far behind catches up in steps, each of them saved. */
export const CATCH_UP_PAGE = 50;
/** How often a projector that lost a race looks again before it leaves the event to a retry. */
const RACES_MAX = 5;

/** An event, and what it confides where a projection must know it. */
export type Announced = RecordEntry & { readonly content?: JsonObject };

export interface Projection {
  /** The last event that the projection has seen; 0 when there is none. */
  readonly version: () => Promise<number>;
  /** Folds the next events and saves what came of it. False when another projector was faster. */
  readonly fold: (entries: readonly Announced[], from: number) => Promise<boolean>;
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
    if (await projection.fold(await withConfided(cases, items), seen)) continue;
    races += 1;
    if (races >= RACES_MAX) throw new Error('The projection lost every race.');
  }
};

/** Reads the contents of those events alone that may confide which observation they are about. */
const withConfided = async (cases: CaseStore, entries: readonly RecordEntry[]): Promise<readonly Announced[]> => {
  const [first] = entries;
  const versions = entries.filter(confides).map(({ version }) => version);
  if (first === undefined || versions.length === 0) return entries;
  const contents = await cases.contents({ case: first.stream, versions });
  return entries.map((entry) => {
    const content = contents.get(entry.version)?.body;
    return content === undefined ? entry : { ...entry, content };
  });
};
