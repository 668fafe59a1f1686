import { createdBy } from '../../domain/case.ts';
import type { RecordEntry } from '../../events/record.ts';
import { type Recorded, recordedOf } from './recorded.ts';

/** What a command that took effect answers. It is made of what it recorded and nothing else: a replay gives the same answer for ever. */
export interface CommandAnswer {
  readonly case: string;
  readonly version: number;
  /** The thing that the command brought into being, if it did. */
  readonly created?: string;
  readonly recorded: readonly Recorded[];
}

/** The answer of a command that recorded these entries. Throws on none: nothing recorded is nothing answered. */
export const answerOf = (entries: readonly RecordEntry[]): CommandAnswer => {
  const last = entries.at(-1);
  if (last === undefined) throw new Error('A command that took effect recorded something.');
  const created = entries.map(createdBy).find((id) => id !== undefined);
  return {
    case: last.stream,
    version: last.version,
    ...(created === undefined ? {} : { created }),
    recorded: recordedOf(entries),
  };
};
