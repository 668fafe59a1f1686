import type { AnyEntry } from '../../events/record.ts';

/** The receipt of a fact: where it stands in the record and the hash to verify it by. */
export interface Recorded {
  readonly id: string;
  readonly type: string;
  readonly recordedAt: string;
  readonly hash: string;
  readonly contentHash?: string;
}

export const recordedOf = (entries: readonly AnyEntry[]): readonly Recorded[] =>
  entries.map(({ id, type, recordedAt, hash, contentHash }) => ({
    id,
    type,
    recordedAt,
    hash,
    ...(contentHash === undefined ? {} : { contentHash }),
  }));
