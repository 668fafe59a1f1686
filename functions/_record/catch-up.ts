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

export interface Projection<Kept> {
  /** What is kept of the projection. */
  readonly read: () => Promise<Kept>;
  /** The last event that it has seen; 0 when there is none. */
  readonly seenBy: (kept: Kept) => number;
  /** As many of the next events, one at least, as can be saved at once; without it, all that are read at once. */
  readonly fitting?: (entries: readonly Announced[]) => readonly Announced[];
  /** Folds the events that follow what is kept, and saves what came of it over that. False when another projector was faster. */
  readonly fold: (entries: readonly Announced[], kept: Kept) => Promise<boolean>;
}

/**
 * Brings a projection up to the event that was announced. The announcement is only a hint: what was missed on the way is read from the
 * stream in its order, and what was seen already is left. So duplicates, disorder and crashes change nothing in the outcome.
 */
export const catchUp = async <Kept>(
  cases: CaseStore,
  announced: Pick<RecordEntry, 'stream' | 'version'>,
  { read, seenBy, fitting = (entries) => entries, fold }: Projection<Kept>,
): Promise<void> => {
  let races = 0;
  for (let seen = 0; seen < announced.version; ) {
    const kept = await read();
    const after = seenBy(kept);
    if (after >= announced.version) return;
    const { items } = await cases.entries({ case: announced.stream, after, limit: CATCH_UP_PAGE });
    const entries = fitting(await withConfided(cases, items));
    const last = entries.at(-1);
    if (last === undefined) throw new Error('An event was announced that is not in its stream.');
    if (await fold(entries, kept)) {
      seen = last.version;
      continue;
    }
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
