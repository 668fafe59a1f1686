import { bytesOf } from './contracting-process.ts';
import type { ProblemList } from './ocds-problems.ts';
import type { Place } from './places.ts';

/** Something that was read, and where it stood. */
export interface Read<T> {
  readonly value: T;
  readonly place: Place;
}

export interface ListLimits {
  readonly countMax: number;
  /** UTF-8 bytes of the list as JSON. */
  readonly bytesMax: number;
}

/** The entries that fit both limits, from the first on. The first that does not is listed, and ends the list. */
export const within = <T>(
  entries: ReadonlyArray<Read<T>>,
  { countMax, bytesMax }: ListLimits,
  problems: ProblemList,
): readonly T[] => {
  const kept: T[] = [];
  let bytes = 2;
  for (const { value, place } of entries) {
    bytes += bytesOf(value) + 1;
    if (kept.length === countMax || bytes > bytesMax) {
      problems.note('too-many', place);
      break;
    }
    kept.push(value);
  }
  return kept;
};
