import { setTimeout as wait } from 'node:timers/promises';

/** What EventBridge’s scheduler is in the cloud. */
export interface Schedule {
  /** Does the work now, or joins it when it is being done. */
  now(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Does something at the start and then again and again, `seconds` after the last time ended, so that it never overlaps. A failure is
 * told and left to the next time.
 */
export const startSchedule = (options: {
  seconds: number;
  work: () => Promise<unknown>;
  failed: (error: unknown) => void;
}): Schedule => {
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  const now = (): Promise<void> => {
    running ??= attempt(options).finally(() => {
      running = undefined;
    });
    return running;
  };
  const repeat = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await now();
      await wait(options.seconds * 1_000, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const repeating = repeat();
  return {
    now,
    stop: async () => {
      stopping.abort();
      await repeating;
      await running;
    },
  };
};

const attempt = async ({
  work,
  failed,
}: {
  work: () => Promise<unknown>;
  failed: (error: unknown) => void;
}): Promise<void> => {
  try {
    await work();
  } catch (error) {
    failed(error);
  }
};
