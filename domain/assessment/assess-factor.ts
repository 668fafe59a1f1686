import * as z from 'zod/mini';
import { FACTOR_PRESENCES, SUCCESS_FACTORS } from '../../events/vocabulary.ts';
import { command, record } from '../command.ts';
import { narrative } from '../shapes.ts';
import { DEPARTURES } from '../state.ts';
import { factorThing } from './assessment-state.ts';
import { contentOf, documentsIn, evidenceInput, evidenceOf, evidenceRefusal } from './evidence.ts';
import { fullRefusal, involvedRefusal } from './judge.ts';

/** A person says whether a factor of success is present or absent, with evidence, or unknown (Cruz-Rubio 2020, Table 5). */
export const assessFactor = command({
  name: 'assess-factor',
  input: () =>
    z.strictObject({
      factor: z.enum(SUCCESS_FACTORS),
      presence: z.enum(FACTOR_PRESENCES),
      reasons: narrative,
      evidence: evidenceInput(),
    }),
  subjects: ({ factor, evidence }) => [factorThing(factor), DEPARTURES, ...documentsIn(evidence)],
  decide: ({ factor, presence, ...written }, situation) =>
    involvedRefusal(situation) ??
    evidenceRefusal(written.evidence, situation, presence !== 'unknown') ??
    fullRefusal(situation, factorThing(factor)) ??
    record({
      type: 'factor.assessed.v1',
      data: { factor, presence, evidence: evidenceOf(written.evidence) },
      content: contentOf(written),
    }),
});
