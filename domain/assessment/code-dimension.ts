import * as z from 'zod/mini';
import { ACHIEVEMENT_CODES, SUCCESS_DIMENSIONS } from '../../events/vocabulary.ts';
import { command, record } from '../command.ts';
import { refuse } from '../refusals.ts';
import { narrative } from '../shapes.ts';
import { DEPARTURES } from '../state.ts';
import { codingOf } from './assessment-state.ts';
import { isLegal } from './coding.ts';
import { contentOf, documentsIn, evidenceInput, evidenceOf, evidenceRefusal } from './evidence.ts';
import { fullRefusal, involvedRefusal } from './judge.ts';

/**
 * A person's coding of a dimension, set or confirmed with reasons and evidence. That evidence is missing, or that it is too early, needs
 * none itself (Cruz-Rubio 2020, Tables 4 and 7).
 */
export const codeDimension = command({
  name: 'code-dimension',
  input: () =>
    z.strictObject({
      dimension: z.enum(SUCCESS_DIMENSIONS),
      codes: z.array(z.enum(ACHIEVEMENT_CODES)).check(z.minLength(1), z.maxLength(ACHIEVEMENT_CODES.length)),
      reasons: narrative,
      evidence: evidenceInput(),
    }),
  subjects: ({ dimension, evidence }) => [codingOf(dimension), DEPARTURES, ...documentsIn(evidence)],
  decide: ({ dimension, codes: asked, ...written }, situation) => {
    const codes = [...new Set(asked)];
    if (!isLegal(codes)) return refuse('codes-contradict', { codes });
    const settles = codes.includes('achieved') || codes.includes('notAchieved');
    return (
      involvedRefusal(situation) ??
      evidenceRefusal(written.evidence, situation, settles) ??
      fullRefusal(situation, codingOf(dimension)) ??
      record({
        type: 'dimension.coded.v1',
        data: { dimension, codes, evidence: evidenceOf(written.evidence) },
        content: contentOf(written),
      })
    );
  },
});
