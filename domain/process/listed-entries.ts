import { ID_LENGTH_MAX } from './contracting-process.ts';
import type { LocatedObject } from './located.ts';
import type { ProblemList } from './ocds-problems.ts';
import { idAt } from './read-text.ts';
import type { Read } from './within-limits.ts';

/** The id of an entry of a list, or one of our own where the publisher gave it none. */
export const ownId = (node: LocatedObject, index: number, problems: ProblemList): string => {
  const id = idAt(node, 'id', { lengthMax: ID_LENGTH_MAX, problems });
  if (id !== undefined) return id;
  problems.note('id-missing', node.place);
  return `without-id-${index + 1}`;
};

/** Entries of one id joined into the first of them; the second is listed. */
export const joined = <T extends Read<{ readonly id: string }>>(
  entries: readonly T[],
  problems: ProblemList,
  join: (first: T, second: T) => T,
): readonly T[] => {
  const kept = new Map<string, T>();
  for (const entry of entries) {
    const first = kept.get(entry.value.id);
    if (first !== undefined) problems.note('duplicate-id', entry.place);
    kept.set(entry.value.id, first === undefined ? entry : join(first, entry));
  }
  return [...kept.values()];
};
