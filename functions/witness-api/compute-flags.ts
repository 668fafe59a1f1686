import * as z from 'zod/mini';
import { contractingProcess } from '../../domain/process/contracting-process.ts';
import { FLAG_DEFINITIONS, flagsOf } from '../../domain/red-flags/red-flags.ts';
import { FLAG_TEXTS } from '../../domain/red-flags/texts.ts';
import { CASE_ID } from '../_http/case-id.ts';
import { FLAG_ROUTE, type flagComputations } from '../_http/flag-route.ts';
import { QueryInvalid, type QueryOperation } from '../_http/operation.ts';
import { stateOf } from '../_record/state-codec.ts';

/** The official data are imported by the second event of a case, right after its opening. */
const IMPORT_VERSION = 2;

const imported = z.object({ process: contractingProcess });

/** Every red flag of a case, computed anew from the official data that it keeps: also those that were not raised, and why. */
export const computeFlags: QueryOperation = {
  ...FLAG_ROUTE,
  ask: async ({ cases }, { parameters, query }) => {
    const asked = FLAG_ROUTE.query.safeParse(query);
    if (!asked.success) throw new QueryInvalid(asked.error.issues);
    const id = parameters.case ?? '';
    if (!CASE_ID.test(id)) return undefined;
    const [reading, contents] = await Promise.all([
      cases.read({ case: id, subjects: [] }),
      cases.contents({ case: id, versions: [IMPORT_VERSION] }),
    ]);
    if (stateOf(reading).head === undefined || reading.head === undefined) return undefined;
    const { process } = imported.parse(contents.get(IMPORT_VERSION)?.body);
    const body: z.input<typeof flagComputations> = {
      items: flagsOf(process).map(({ code, outcome }) => {
        const { source, threshold, computedOn } = FLAG_DEFINITIONS[code];
        return { code, texts: FLAG_TEXTS[code], source, threshold, computedOn, outcome: shown(outcome) };
      }),
    };
    return { body, version: reading.head.version };
  },
};

type Shown = z.input<typeof flagComputations>['items'][number]['outcome'];

const shown = (outcome: ReturnType<typeof flagsOf>[number]['outcome']): Shown => {
  switch (outcome.result) {
    case 'raised':
      return { ...outcome, values: { ...outcome.values }, bids: [...outcome.bids] };
    case 'not-computable':
      return { ...outcome, missing: [...outcome.missing] };
    case 'not-raised':
    case 'not-applicable':
      return outcome;
  }
};
