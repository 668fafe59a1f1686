import * as z from 'zod/mini';
import { MISSING, NOT_APPLICABLE } from '../../domain/red-flags/outcome.ts';
import { RED_FLAGS } from '../../events/vocabulary.ts';
import type { QueryDescription } from './operation.ts';

const text = z.strictObject({ title: z.string(), explanation: z.string() });

export const flagComputations = z.strictObject({
  items: z.array(
    z.strictObject({
      code: z.enum(RED_FLAGS),
      /** In the languages of the house. */
      texts: z.strictObject({ es: text, en: text, pt: text }),
      source: z.string(),
      /** A number, or what the processes compared make of it. */
      threshold: z.union([z.number(), z.enum(['lower-fence', 'upper-fence', 'none'])]),
      computedOn: z.enum(['one-process', 'many-processes']),
      outcome: z.discriminatedUnion('result', [
        z.strictObject({
          result: z.literal('raised'),
          values: z.record(z.string(), z.number()),
          bids: z.array(z.string()),
        }),
        z.strictObject({ result: z.literal('not-raised') }),
        z.strictObject({ result: z.literal('not-applicable'), because: z.enum(NOT_APPLICABLE) }),
        z.strictObject({ result: z.literal('not-computable'), missing: z.array(z.enum(MISSING)) }),
      ]),
    }),
  ),
});

export const FLAG_ROUTE = {
  kind: 'query',
  name: 'compute-flags',
  method: 'GET',
  path: '/cases/{case}/flag-computations',
  function: 'witness-api',
  summary: 'Compute every red flag from the official data of a case, and learn what each found or could not see',
  query: z.strictObject({}),
  answers: flagComputations,
} as const satisfies QueryDescription;
