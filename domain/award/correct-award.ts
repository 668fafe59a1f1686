import * as z from 'zod/mini';
import { subjectId } from '../../events/shapes.ts';
import { command, record } from '../command.ts';
import { refuse } from '../refusals.ts';
import { money, reason, time } from '../shapes.ts';
import { BIDDERS, BIDDERS_MAX } from '../state.ts';
import { contradictionOf } from './record-award.ts';

/** Puts right an award that was recorded wrongly. What the first record opened stays open: what was read cannot be unread. */
export const correctAward = command({
  name: 'correct-award',
  input: () =>
    z.strictObject({
      decision: z.enum(['awarded', 'none']),
      decidedAt: time,
      suppliers: z.array(subjectId('bidder')).check(z.maxLength(BIDDERS_MAX)),
      value: z.optional(money),
      reason,
    }),
  subjects: () => [BIDDERS],
  decide: ({ reason: given, decision, decidedAt, suppliers, value }, situation) => {
    const { award, contract } = situation.head;
    if (award === undefined) return refuse('award-not-recorded');
    if (decision === 'none' && contract !== undefined) return refuse('contract-signed-already');
    const ruling = { decision, decidedAt, suppliers: [...new Set(suppliers)], ...(value && { value }) };
    return (
      contradictionOf({ ...ruling, partners: [] }, situation) ??
      record({ type: 'award.corrected.v1', data: ruling, content: { reason: given } })
    );
  },
});
