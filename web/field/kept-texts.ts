import { type KeptTexts, textIn } from '../app/kept-text.ts';
import type { Vault } from './vault.ts';

const PREFIX = 'text:';

/** Texts that are at hand at once and lie in the vault: a session that outlives the browser. */
export interface VaultTexts extends KeptTexts {
  /** Takes what the vault has: another tab may have signed in anew. */
  readonly reload: () => Promise<void>;
  /** When all that was said lies in the vault. */
  readonly kept: () => Promise<void>;
}

/** Nothing that comes from here is lost when it cannot be kept: then only this page has it. */
export const textsOf = (vault: Pick<Vault, 'under' | 'change'>): VaultTexts => {
  const texts = new Map<string, string>();
  const held: { keeping: Promise<unknown> } = { keeping: Promise.resolve() };
  const keep = (name: string, change: (known: unknown) => unknown): void => {
    held.keeping = held.keeping.then(() => vault.change(PREFIX + name, change)).catch(() => undefined);
  };
  const kept = async (): Promise<void> => void (await held.keeping);
  return {
    get length() {
      return texts.size;
    },
    key: (index) => [...texts.keys()][index] ?? null,
    getItem: (name) => texts.get(name) ?? null,
    setItem: (name, text) => {
      texts.set(name, text);
      keep(name, () => text);
    },
    removeItem: (name) => {
      const gone = texts.get(name);
      texts.delete(name);
      // What another tab has put there since is not ours to remove.
      keep(name, (known) => (known === gone ? undefined : known));
    },
    reload: async () => {
      await kept();
      const found = await vault.under(PREFIX);
      texts.clear();
      for (const [name, text] of found) texts.set(name.slice(PREFIX.length), textIn(text));
    },
    kept,
  };
};
