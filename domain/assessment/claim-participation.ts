import * as z from 'zod/mini';
import { PARTICIPATION_LEVELS } from '../../events/vocabulary.ts';
import { command, record } from '../command.ts';
import { narrative } from '../shapes.ts';
import { PARTICIPATION } from './assessment-state.ts';
import { contentOf, documentsIn, evidenceInput, evidenceOf, evidenceRefusal } from './evidence.ts';
import { fullRefusal } from './judge.ts';

/** The coordinator claims how far citizens take part in the case, and brings forward what proves it (IAP2 spectrum). */
export const claimParticipation = command({
  name: 'claim-participation',
  input: () => z.strictObject({ level: z.enum(PARTICIPATION_LEVELS), reasons: narrative, evidence: evidenceInput() }),
  subjects: ({ evidence }) => [PARTICIPATION, ...documentsIn(evidence)],
  decide: ({ level, ...written }, situation) =>
    evidenceRefusal(written.evidence, situation, true) ??
    fullRefusal(situation, PARTICIPATION) ??
    record({
      type: 'participation.claimed.v1',
      data: { level, evidence: evidenceOf(written.evidence) },
      content: contentOf(written),
    }),
});
