import type { Instant } from '../../events/shapes.ts';

const MINUTE = 60;
const HOUR = 3_600;

/**
 * How long to wait after each failure, in seconds: the example schedule of Standard Webhooks (immediately, 5 s, 5 min, 30 min, 2 h, 5 h,
 * 10 h, 14 h, 20 h, 24 h), whose last attempt is pulled in to the end of the three days.
 */
export const PAUSES_SECONDS: readonly number[] = [
  5,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** For how long a delivery is tried before it is parked. */
export const TRIED_FOR_MS = 72 * HOUR * 1_000;

/** The part of a pause that is added by chance at most, so that what failed together does not come again together. */
const JITTER_SHARE = 0.1;

/** When to try again after one more failure; undefined when the three days are over. `chance` is from 0 to 1, without 1. */
export const nextAttemptAt = (failed: {
  /** Since when it is tried. */
  readonly since: Instant;
  readonly now: Instant;
  /** Failures since then, this one included. */
  readonly failures: number;
  readonly chance: number;
  /** What the receiver asked for (`Retry-After`), in seconds. */
  readonly askedSeconds?: number | undefined;
}): Instant | undefined => {
  const ends = Date.parse(failed.since) + TRIED_FOR_MS;
  const now = Date.parse(failed.now);
  if (now >= ends) return undefined;
  const planned = PAUSES_SECONDS[failed.failures - 1] ?? PAUSES_SECONDS.at(-1) ?? HOUR;
  const seconds = Math.max(planned * (1 + JITTER_SHARE * failed.chance), failed.askedSeconds ?? 0);
  return new Date(Math.min(now + Math.ceil(seconds * 1_000), ends)).toISOString();
};
