import { DEADLINE_CHANGES_MAX, type Deadline } from './ports.ts';

/** What no store can write in one transaction is a bug of whoever asks for it, and every store says so alike. */
export const assertBookChange = (change: { put: readonly Deadline[]; removed: readonly string[] }): void => {
  const ids = [...change.put.map(({ id }) => id), ...change.removed];
  if (ids.length > DEADLINE_CHANGES_MAX) throw new Error('These are too many changes for one book.');
  if (new Set(ids).size < ids.length) throw new Error('A deadline changes once in a book’s transaction.');
};
