/** How much may be under way at once: so many pieces of work, on so many bytes together. What is larger goes alone. */
export interface AtOnce {
  readonly count: number;
  readonly bytes: number;
}
export const ONE_AT_A_TIME: AtOnce = { count: 1, bytes: 0 };

export interface Need {
  readonly bytes: number;
  /** What holds as long as it is under way. */
  readonly limit: AtOnce;
}

/** Work that was begun and is not over. */
export interface UnderWay {
  isEmpty(): boolean;
  /** Begins as soon as there is room beside what is under way, and resolves then. The work itself must not fail. */
  begin(work: () => Promise<void>, need: Need): Promise<void>;
  /** Resolves when any of it is over. */
  oneIsOver(): Promise<void>;
}

export const openUnderWay = (): UnderWay => {
  const open = new Map<Promise<void>, Need>();
  const oneIsOver = () => Promise.race(open.keys());
  // What is under way keeps its own limit against what comes later.
  const hasRoom = (need: Need): boolean => {
    const all = [...open.values(), need];
    const bytes = all.reduce((sum, each) => sum + each.bytes, 0);
    return open.size === 0 || all.every(({ limit }) => all.length <= limit.count && bytes <= limit.bytes);
  };
  return {
    isEmpty: () => open.size === 0,
    begin: async (work, need) => {
      while (!hasRoom(need)) await oneIsOver();
      const over: Promise<void> = work().finally(() => open.delete(over));
      open.set(over, need);
    },
    oneIsOver,
  };
};
