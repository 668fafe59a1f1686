import type { Instant } from '../../events/shapes.ts';
import type { Head } from '../state.ts';

/** How many tips and additions to tips a case takes at once, and how long until it takes one more: no address is needed for it, and none is looked at. */
export const TIPS_AT_ONCE_MAX = 20;
export const MS_PER_TIP = 3 * 60_000;
/** The same of files of tips, which a case hears of apart: three files with each tip take nobody’s tip its place. */
export const TIP_FILES_AT_ONCE_MAX = 60;
export const MS_PER_TIP_FILE = 60_000;

type Bucket = NonNullable<Head['tips']>;

const EPOCH = '1970-01-01T00:00:00.000Z';

/** When one more is taken after those that keep the case busy until then; undefined when it is now. */
const nextAt = (
  busyUntil: Instant,
  { now, atOnceMax, msPerOne }: { now: Instant; atOnceMax: number; msPerOne: number },
): Instant | undefined => {
  const free = Date.parse(busyUntil) - (atOnceMax - 1) * msPerOne;
  return free > Date.parse(now) ? new Date(free).toISOString() : undefined;
};

/** Each keeps the case busy for so long after those before it. */
const busyAfter = (busyUntil: Instant, at: Instant, msPerOne: number): Instant =>
  new Date(Math.max(Date.parse(busyUntil), Date.parse(at)) + msPerOne).toISOString();

/** When the case takes the next tip; undefined when it does now. A case that took none is free at once. */
export const nextTipAt = (tips: Bucket | undefined, now: Instant): Instant | undefined =>
  nextAt(tips?.busyUntil ?? EPOCH, { now, atOnceMax: TIPS_AT_ONCE_MAX, msPerOne: MS_PER_TIP });

export const withTip = (tips: Bucket | undefined, at: Instant): Instant =>
  busyAfter(tips?.busyUntil ?? EPOCH, at, MS_PER_TIP);

/** When the case hears of the next file of a tip; undefined when it does now. */
export const nextTipFileAt = (tips: Bucket | undefined, now: Instant): Instant | undefined =>
  nextAt(tips?.filesBusyUntil ?? EPOCH, { now, atOnceMax: TIP_FILES_AT_ONCE_MAX, msPerOne: MS_PER_TIP_FILE });

export const withTipFile = (tips: Bucket, at: Instant): Bucket => ({
  ...tips,
  filesBusyUntil: busyAfter(tips.filesBusyUntil ?? EPOCH, at, MS_PER_TIP_FILE),
});
