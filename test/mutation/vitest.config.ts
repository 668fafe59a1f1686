import { defineConfig, type Plugin } from 'vitest/config';

/** The tests that are asked, as globs with a comma between them; without it, those of every rule. */
const asked = process.env.VEEDOR_MUTATION_TESTS ?? 'domain/**/*.test.ts';

const KEPT = 'kept.thing ??= make();';

/**
 * A schema that is made once would be reached by the first test that asks for it, and by no other: every other test that holds it would
 * not be asked whether it notices a change. So here each test makes its own.
 */
const makeAnewForEachTest: Plugin = {
  name: 'make-anew-for-each-test',
  enforce: 'pre',
  transform: (code, id) => {
    if (!id.endsWith('/events/shapes.ts')) return undefined;
    if (!code.includes(KEPT))
      throw new Error('What is made once is no longer kept as it was: mend test/mutation/vitest.config.ts.');
    return code.replace(KEPT, 'kept.thing = make();');
  },
};

/** The tests that stand beside the rules that are changed: they must notice, and not another's by chance. */
export default defineConfig({
  plugins: [makeAnewForEachTest],
  test: {
    include: asked.split(','),
    pool: 'threads',
    testTimeout: 60_000,
    sequence: { shuffle: false },
  },
});
