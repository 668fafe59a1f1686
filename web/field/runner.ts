import type { Outbox } from './outbox.ts';

/** How long it waits after runs that got nothing done, in milliseconds: longer each time. */
const PAUSES_MS = [2_000, 5_000, 15_000, 30_000, 60_000, 120_000, 300_000] as const;
/** After one that did, or while another tab is at it. */
const SOON_MS = 1_000;

interface RunnerParts {
  readonly outbox: Pick<Outbox, 'run'>;
  readonly browser: Pick<Window, 'addEventListener' | 'navigator' | 'document'>;
  /** Told when a run begins and ends. */
  readonly running: (isRunning: boolean) => void;
}

/**
 * Sends whenever there is hope: at once, when the network returns, when somebody looks again, and by the clock. A browser that can do
 * it in the background does it there, too (worker); this needs nothing of it.
 */
export const keepSending = ({ outbox, browser, running }: RunnerParts): (() => void) => {
  const state: { timer?: ReturnType<typeof setTimeout>; failures: number } = { failures: 0 };
  const later = (ms: number): void => {
    clearTimeout(state.timer);
    state.timer = setTimeout(go, ms);
  };
  const pause = (): number => PAUSES_MS[Math.min(state.failures, PAUSES_MS.length - 1)] ?? SOON_MS;
  const run = async (): Promise<void> => {
    // `online` tells when it is over; that there is a network does not say that it leads anywhere.
    if (!browser.navigator.onLine) return;
    running(true);
    const ran = await outbox.run().catch(() => undefined);
    running(false);
    // Only somebody who signs in can go on after the end of a session.
    if (ran !== undefined && (ran.left === 0 || ran.trouble === 'ended')) return;
    const isVain = ran !== undefined && !ran.moved;
    later(isVain ? pause() : SOON_MS);
    state.failures = isVain ? state.failures + 1 : 0;
  };
  const go = (): void => void run();
  const anew = (): void => {
    state.failures = 0;
    later(0);
  };
  browser.addEventListener('online', anew);
  browser.document.addEventListener('visibilitychange', () => {
    if (browser.document.visibilityState === 'visible') anew();
  });
  anew();
  return anew;
};
