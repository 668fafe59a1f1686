import type { Effort, Limits } from './limits.ts';
import { demand } from './refusal.ts';

/** Counts what an examination costs. What is over a limit unpacks to too much, whatever it says of itself. */
export const openEffort = (limits: Limits): Effort => {
  const endsAt = performance.now() + limits.millisecondsMax;
  let entries = 0;
  let bytes = 0;
  return {
    limits,
    goOn: () => demand(performance.now() < endsAt, 'archive-bomb'),
    takeEntry: () => {
      entries += 1;
      demand(entries <= limits.entriesMax, 'archive-bomb');
    },
    takeBytes: (count) => {
      bytes += count;
      demand(bytes <= limits.unpackedBytesMax, 'archive-bomb');
    },
  };
};
