import { setTimeout as wait } from 'node:timers/promises';

const FIRST_PAUSE_MILLISECONDS = 25;

/** The pause before another attempt: twice as long each time. `attempt` counts from 1. */
export const pauseBefore = (attempt: number): Promise<void> => wait(FIRST_PAUSE_MILLISECONDS * 2 ** (attempt - 1));
