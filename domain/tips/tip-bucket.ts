import type { Instant } from '../../events/shapes.ts';
import type { Head } from '../state.ts';

/** How many tips and additions to tips a case takes at once, and how long until it takes one more: no address is needed for it, and none is looked at. */
export const TIPS_AT_ONCE_MAX = 20;
export const MS_PER_TIP = 3 * 60_000;

type Bucket = NonNullable<Head['tips']>;

/** When the last of the tips that were taken is forgotten; a case that took none is free at once. */
const busyUntil = (tips: Bucket | undefined): number => Date.parse(tips?.busyUntil ?? '1970-01-01T00:00:00.000Z');

/** When the case takes the next tip; undefined when it does now. */
export const nextTipAt = (tips: Bucket | undefined, now: Instant): Instant | undefined => {
  const free = busyUntil(tips) - (TIPS_AT_ONCE_MAX - 1) * MS_PER_TIP;
  return free > Date.parse(now) ? new Date(free).toISOString() : undefined;
};

/** Each tip keeps the case busy for so long after those before it. */
export const withTip = (tips: Bucket | undefined, at: Instant): Instant =>
  new Date(Math.max(busyUntil(tips), Date.parse(at)) + MS_PER_TIP).toISOString();
