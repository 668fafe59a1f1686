import type { Instant } from '../../events/shapes.ts';
import { wallClock } from './calendar.ts';

/** What a wall clock's reading means: one instant; none, where the clock was put forward over it; or two, where it was put back. */
export type LocalReading =
  | { readonly kind: 'once'; readonly at: Instant }
  /** `earlier` and `later` are what it would be by the offset after the gap and by the one before it. */
  | { readonly kind: 'never'; readonly earlier: Instant; readonly later: Instant }
  | { readonly kind: 'twice'; readonly earlier: Instant; readonly later: Instant };

const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;
const MINUTES_PER_HOUR = 60;

const offsetAt = (at: number, zone: string): number => wallClock(at, zone) - at;
const instantAt = (at: number): Instant => new Date(at).toISOString();

/**
 * Reads a local date and time (`2026-10-25T02:30`, seconds where wanted) of an IANA zone. The offsets a day before and a day after are
 * all that can apply: no zone changes twice in two days.
 */
export const readLocalTime = (local: string, zone: string): LocalReading => {
  const wall = Date.parse(`${local}Z`);
  const byOffsetBefore = wall - offsetAt(wall - MS_PER_DAY, zone);
  const byOffsetAfter = wall - offsetAt(wall + MS_PER_DAY, zone);
  const [earlier = wall, later = wall] = [byOffsetBefore, byOffsetAfter].toSorted((a, b) => a - b);
  const [found, other] = [...new Set([earlier, later])].filter((at) => wallClock(at, zone) === wall);
  if (found === undefined) return { kind: 'never', earlier: instantAt(earlier), later: instantAt(later) };
  if (other === undefined) return { kind: 'once', at: instantAt(found) };
  return { kind: 'twice', earlier: instantAt(found), later: instantAt(other) };
};

/** How far the wall clock of a zone is from UTC at an instant, as RFC 3339 writes it: `-06:00`. */
export const offsetOf = (at: Instant, zone: string): string => {
  const minutes = Math.round(offsetAt(Date.parse(at), zone) / MS_PER_MINUTE);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / MINUTES_PER_HOUR), Math.abs(minutes) % MINUTES_PER_HOUR];
  const digits = (number: number): string => String(number).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${digits(hours)}:${digits(rest)}`;
};
