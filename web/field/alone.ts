import type { Alone } from './vault.ts';

/** What runs alone in a browser: things that wait for each other, and things that are not done twice at once. */
export interface Turns {
  readonly alone: Alone;
  /** Does it, unless somebody else is doing it: then it answers undefined. */
  readonly ifFree: <Result>(name: string, work: () => Promise<Result>) => Promise<Result | undefined>;
}

/** Turns over all tabs and the worker; where a browser has no locks, of this page alone. */
export const turnsIn = (browser: { readonly navigator: { readonly locks?: LockManager } }): Turns => {
  const { locks } = browser.navigator;
  if (locks === undefined) return turnsHere();
  return {
    alone: async (name, work) => locks.request(name, work),
    ifFree: async (name, work) =>
      locks.request(name, { ifAvailable: true }, async (lock) => (lock === null ? undefined : work())),
  };
};

/** Turns in one place. */
export const turnsHere = (): Turns => {
  const busy = new Map<string, Promise<unknown>>();
  const alone: Alone = (name, work) => {
    const before = busy.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    busy.set(name, settled);
    void settled.then(() => {
      if (busy.get(name) === settled) busy.delete(name);
    });
    return mine;
  };
  return { alone, ifFree: async (name, work) => (busy.has(name) ? undefined : alone(name, work)) };
};
