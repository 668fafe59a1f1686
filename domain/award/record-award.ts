import * as z from 'zod/mini';
import { subjectId } from '../../events/shapes.ts';
import { command, record } from '../command.ts';
import { refuse } from '../refusals.ts';
import { money, time } from '../shapes.ts';
import { BIDDERS, BIDDERS_MAX, subjectOf } from '../state.ts';

/** Records the ruling on the award, or that none was made. It opens what was sealed until the award. */
export const recordAward = command({
  name: 'record-award',
  input: () =>
    z.strictObject({
      decision: z.enum(['awarded', 'none']),
      decidedAt: time,
      suppliers: z.array(subjectId('bidder')).check(z.maxLength(BIDDERS_MAX)),
      value: z.optional(money),
    }),
  subjects: () => [BIDDERS],
  decide: (input, { head, subjects, now }) => {
    if (head.award !== undefined) return refuse('award-recorded-already');
    if (input.decidedAt > now) return refuse('observed-in-the-future', { decidedAt: input.decidedAt, now });
    if (head.bidsOpenedAt !== undefined && input.decidedAt < head.bidsOpenedAt) {
      return refuse('award-contradicts', { decidedAt: input.decidedAt, bidsOpenedAt: head.bidsOpenedAt });
    }
    if (input.decision === 'none' && (input.suppliers.length > 0 || input.value !== undefined)) {
      return refuse('award-contradicts', { decision: input.decision, suppliers: input.suppliers });
    }
    const known = subjectOf(subjects, 'bidders', BIDDERS)?.bidders ?? {};
    const unknown = input.suppliers.find((supplier) => known[supplier] === undefined);
    if (unknown !== undefined) return refuse('bidder-unknown', { bidder: unknown });
    return record({
      type: 'award.recorded.v1',
      data: {
        decision: input.decision,
        decidedAt: input.decidedAt,
        suppliers: [...new Set(input.suppliers)],
        ...(input.value === undefined ? {} : { value: input.value }),
      },
    });
  },
});
