import { defineConfig } from 'vitest/config';

/** The folder whose rules are changed; without it, every rule’s tests are asked. */
const place = process.env.VEEDOR_MUTATED ?? 'domain';

/** The tests that stand beside the rules that are changed: they must notice, and not another's by chance. */
export default defineConfig({
  test: {
    include: [`${place}/**/*.test.ts`],
    pool: 'threads',
    testTimeout: 60_000,
    sequence: { shuffle: false },
  },
});
