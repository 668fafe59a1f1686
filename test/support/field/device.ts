import type { Changes, Store } from '../../../web/field/store.ts';

/** What ends a program at any moment: nothing that it was doing goes on. */
export class Killed extends Error {}

/** What becomes of one thing that a program asks of its surroundings. */
export const FATES = ['done', 'failed', 'answer-lost', 'killed-before', 'killed-after'] as const;
export type Fate = (typeof FATES)[number];

/** The surroundings of programs that break, one after the other, as it was written for them; then nothing breaks any more. */
export interface Surroundings {
  readonly next: () => Fate;
}

export const breaking = (fates: readonly Fate[]): Surroundings => {
  const left = [...fates];
  return { next: () => left.shift() ?? 'done' };
};

/** A program: once it was killed, nothing answers it. */
export interface Program {
  readonly does: <Result>(work: () => Promise<Result>, kind?: 'asks' | 'keeps') => Promise<Result>;
}

export const programIn = ({ next }: Surroundings): Program => {
  const state = { isKilled: false };
  const die = (): never => {
    state.isKilled = true;
    throw new Killed();
  };
  return {
    does: async (work, kind = 'asks') => {
      if (state.isKilled) throw new Killed();
      const fate = next();
      if (fate === 'killed-before') return die();
      if (fate === 'failed' && kind === 'asks') throw new TypeError('Failed to fetch');
      const result = await work();
      if (fate === 'killed-after') return die();
      if (fate === 'answer-lost' && kind === 'asks') throw new TypeError('Failed to fetch');
      return result;
    },
  };
};

/** A disk: what lies on it outlives every program. */
export const newDisk = (): Map<string, unknown> => new Map();

export const storeOn = (disk: Map<string, unknown>, { does }: Program): Store => ({
  get: async (name) => disk.get(name),
  under: async (prefix) => [...disk].filter(([name]) => name.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1)),
  write: (changes: Changes) =>
    does(async () => {
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined) disk.delete(name);
        else disk.set(name, value);
      }
    }, 'keeps'),
  settle: async (name, value) => {
    if (!disk.has(name)) disk.set(name, value);
    return disk.get(name);
  },
  clear: async () => disk.clear(),
});
