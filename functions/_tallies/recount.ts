import { differenceOf, isNothing, sumOf } from '../../domain/scoreboard/measures.ts';
import {
  CELLS_PER_SAVE_MAX,
  type Cell,
  type CellPlace,
  type TallyBook,
  type TallyStore,
} from '../_ports/tally-ports.ts';

/** What a thing has come to: what was folded of it, and where all of it counts. */
export interface Recounted extends Pick<TallyBook, 'key' | 'seen' | 'state'> {
  readonly counts: readonly Cell[];
}

/**
 * Makes the cells hold what a thing counts for now, and no more what it counted for before. Where that changes more cells than one
 * transaction takes, the book goes on in several and has seen the event in the last of them: whoever comes after a crash in between
 * goes on where the book says. False when another was faster.
 */
export const recount = async (
  store: TallyStore,
  before: TallyBook | undefined,
  { counts, ...after }: Recounted,
): Promise<boolean> => {
  const changes = changesBetween(before?.counted ?? [], counts);
  let version = before?.version ?? 0;
  let counted = before?.counted ?? [];
  for (let start = 0; start + CELLS_PER_SAVE_MAX < changes.length; start += CELLS_PER_SAVE_MAX) {
    const batch = changes.slice(start, start + CELLS_PER_SAVE_MAX);
    counted = added(counted, batch);
    version += 1;
    const book = { key: after.key, version, seen: before?.seen ?? 0, state: before?.state ?? '', counted };
    if (!(await store.save({ book, changes: batch }))) return false;
  }
  const last = changes.slice(Math.floor(Math.max(0, changes.length - 1) / CELLS_PER_SAVE_MAX) * CELLS_PER_SAVE_MAX);
  return store.save({ book: { ...after, version: version + 1, counted: inOrder(counts) }, changes: last });
};

const textOf = ({ list, place }: CellPlace): string => JSON.stringify([list, place]);
const inOrder = (cells: readonly Cell[]): readonly Cell[] =>
  cells.filter(({ counters }) => !isNothing(counters)).toSorted((one, other) => (textOf(one) < textOf(other) ? -1 : 1));

const changesBetween = (before: readonly Cell[], after: readonly Cell[]): readonly Cell[] => {
  const [known, wanted] = [byPlace(before), byPlace(after)];
  return [...new Set([...known.keys(), ...wanted.keys()])].toSorted().flatMap((text) => {
    const [was, is] = [known.get(text), wanted.get(text)];
    const place = is ?? was;
    if (place === undefined) return [];
    const counters = differenceOf(was?.counters ?? {}, is?.counters ?? {});
    if (isNothing(counters) && (is?.name === undefined || is.name === was?.name)) return [];
    return [{ ...place, counters }];
  });
};

const byPlace = (cells: readonly Cell[]): ReadonlyMap<string, Cell> =>
  new Map(cells.map((cell) => [textOf(cell), cell]));

const added = (counted: readonly Cell[], changes: readonly Cell[]): readonly Cell[] => {
  const known = byPlace(counted);
  const changed = changes.map((change) => ({
    ...change,
    counters: sumOf(known.get(textOf(change))?.counters ?? {}, change.counters),
  }));
  return inOrder([...byPlace([...counted, ...changed]).values()]);
};
