import type { FactOf, FactType } from '../events/catalogue.ts';
import type { Envelope } from '../events/record.ts';
import type { JsonObject } from '../events/shapes.ts';
import type { Head, Subject, Subjects } from './state.ts';

/** A recorded fact of one type in its envelope, with the content that it commits to where there is one. */
export type Recorded<T extends FactType> = Envelope & FactOf<T> & { readonly content?: JsonObject };

/**
 * What a fact does to the state of a case. It never refuses: what is on record happened. `head` sees the things as they were before
 * the fact; `subjects` names the things that the fact makes or changes, as they are after it; the head it sees is the one before.
 */
export interface Evolution<T extends FactType> {
  readonly head?: (head: Head, entry: Recorded<T>, subjects: Subjects) => Head;
  readonly subjects?: (entry: Recorded<T>, subjects: Subjects, head: Head) => readonly Subject[];
}

export type Evolutions<T extends FactType> = { readonly [K in T]: Evolution<K> };

/** Counts a new thing of a kind: its number is the last one given. */
export const numbered = (head: Head, id: string): Head => {
  const at = id.lastIndexOf('-');
  return { ...head, numbers: { ...head.numbers, [id.slice(0, at)]: Number(id.slice(at + 1)) } };
};
