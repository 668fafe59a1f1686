import type { Instant } from '../../events/shapes.ts';
import type { Clock } from '../../functions/_ports/ports.ts';

/** A clock that tells another clock’s time, until it is told one of its own. */
export interface ToldClock extends Clock {
  tell(instant: Instant): void;
  /** Goes back to the other clock’s time, for good. */
  letGo(): void;
}

export const toldClock = (real: Clock): ToldClock => {
  let told: Instant | undefined;
  return {
    now: () => told ?? real.now(),
    tell: (instant) => {
      told = instant;
    },
    letGo: () => {
      told = undefined;
    },
  };
};
