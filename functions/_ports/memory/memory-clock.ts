import type { Instant } from '../../../events/shapes.ts';
import type { Clock } from '../ports.ts';

/** A clock that stands still until it is told otherwise. */
export interface SettableClock extends Clock {
  set(now: Instant): void;
  /** Moves the clock by a number of milliseconds, forwards or back. */
  move(milliseconds: number): void;
}

export const memoryClock = (start: Instant): SettableClock => {
  let now = start;
  return {
    now: () => now,
    set: (instant) => {
      now = instant;
    },
    move: (milliseconds) => {
      now = new Date(Date.parse(now) + milliseconds).toISOString();
    },
  };
};
