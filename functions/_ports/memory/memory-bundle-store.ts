import { BUNDLE_LINK_SECONDS, type BundleStore } from '../bundle-ports.ts';
import type { Clock } from '../ports.ts';

/** Bundles in memory. */
export interface MemoryBundleStore extends BundleStore {
  readonly kept: ReadonlyMap<string, Uint8Array>;
}

export const memoryBundleStore = (clock: Clock): MemoryBundleStore => {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    has: async (key) => kept.has(key),
    keep: async ({ key, chunks }) => {
      const all: Uint8Array[] = [];
      for await (const chunk of chunks) all.push(chunk);
      kept.set(key, Buffer.concat(all));
    },
    link: async ({ key, fileName }) => ({
      url: `https://bundles.veedor.example/${key}?as=${fileName}`,
      expiresAt: new Date(Date.parse(clock.now()) + BUNDLE_LINK_SECONDS * 1_000).toISOString(),
    }),
  };
};
