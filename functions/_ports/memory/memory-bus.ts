import { type EventBus, type Outgoing, OutsideFailure } from '../ports.ts';

/** A bus that keeps what was published, in the order of publishing. */
export interface MemoryBus extends EventBus {
  readonly published: readonly Outgoing[];
  /** Lets the next publications fail, each after it took `taken` of its entries: as a real bus may. */
  failNext(times: number, taken?: number): void;
}

export const memoryBus = (): MemoryBus => {
  const published: Outgoing[] = [];
  const failing = { times: 0, taken: 0 };
  return {
    published,
    failNext: (times, taken = 0) => {
      Object.assign(failing, { times, taken });
    },
    publish: async (entries) => {
      if (failing.times === 0) {
        published.push(...entries);
        return;
      }
      failing.times -= 1;
      published.push(...entries.slice(0, failing.taken));
      throw new OutsideFailure('MemoryBus: FailedEntries');
    },
  };
};
