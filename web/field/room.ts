/** How much of a device is left for us. */
export interface Room {
  /** Whether so many bytes more find room. */
  readonly isEnough: boolean;
  /** Bytes that are left, where a browser tells and where it is little. */
  readonly nearlyFull?: number;
}

/** What stays free for words: a photo must not take the room of the next sentence. */
const RESERVED_BYTES = 5_000_000;
const LITTLE_BYTES = 50_000_000;
/** Files lie in the vault a little larger than they are. */
const GROWTH = 1.1;

type Storage = Partial<Pick<StorageManager, 'estimate' | 'persist'>>;

/** Asks before anything is kept. A browser that does not tell is asked by trying. */
export const roomFor = async (storage: Storage | undefined, bytes: number): Promise<Room> => {
  const { quota, usage = 0 } = (await storage?.estimate?.().catch(() => undefined)) ?? {};
  if (quota === undefined) return { isEnough: true };
  const left = quota - usage - RESERVED_BYTES - bytes * GROWTH;
  return { isEnough: left >= 0, ...(left < LITTLE_BYTES ? { nearlyFull: Math.max(0, left) } : {}) };
};

/** Asks that nothing of ours is cleared to make room for others. A refusal changes nothing that we do. */
export const askToStay = async (storage: Storage | undefined): Promise<void> => {
  await storage?.persist?.().catch(() => false);
};
