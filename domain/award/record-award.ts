import * as z from 'zod/mini';
import { subjectId } from '../../events/shapes.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { refuse } from '../refusals.ts';
import { money, reason, time } from '../shapes.ts';
import { BIDDERS, BIDDERS_MAX, subjectOf } from '../state.ts';

const ruling = () => ({
  decision: z.enum(['awarded', 'none']),
  decidedAt: time,
  suppliers: z.array(subjectId('bidder')).check(z.maxLength(BIDDERS_MAX)),
  value: z.optional(money),
});
type Ruling = z.infer<z.ZodMiniObject<ReturnType<typeof ruling>>>;

/** Records the ruling on the award, or that none was made. It opens what was sealed until the award. */
export const recordAward = command({
  name: 'record-award',
  input: () => z.strictObject(ruling()),
  subjects: () => [BIDDERS],
  decide: (input, situation) => {
    const { stage, committee } = situation.head;
    if (stage !== 'award-review' && committee?.dissolved === undefined)
      return refuse('wrong-stage', { stage, allowedIn: ['award-review'] });
    if (situation.head.award !== undefined) return refuse('award-recorded-already');
    return rulingRefusal(input, situation) ?? record({ type: 'award.recorded.v1', data: rulingData(input) });
  },
});

/** Puts right an award that was recorded wrongly. What the first record opened stays open: what was read cannot be unread. */
export const correctAward = command({
  name: 'correct-award',
  input: () => z.strictObject({ ...ruling(), reason }),
  subjects: () => [BIDDERS],
  decide: (input, situation) => {
    const { award, contract } = situation.head;
    if (award === undefined) return refuse('award-not-recorded');
    if (input.decision === 'none' && contract !== undefined) return refuse('contract-signed-already');
    return (
      rulingRefusal(input, situation) ??
      record({ type: 'award.corrected.v1', data: rulingData(input), content: { reason: input.reason } })
    );
  },
});

const rulingRefusal = (
  { decision, decidedAt, suppliers, value }: Ruling,
  { head, subjects, now }: Situation,
): Decision | undefined => {
  if (decidedAt > now) return refuse('observed-in-the-future', { decidedAt, now });
  if (head.bidsOpenedAt !== undefined && decidedAt < head.bidsOpenedAt) {
    return refuse('award-contradicts', { decidedAt, bidsOpenedAt: head.bidsOpenedAt });
  }
  const namesSomebody = suppliers.length > 0;
  const contradicts = decision === 'none' ? namesSomebody || value !== undefined : !namesSomebody;
  if (contradicts) return refuse('award-contradicts', { decision, suppliers });
  const known = subjectOf(subjects, 'bidders', BIDDERS)?.bidders ?? {};
  const unknown = suppliers.find((supplier) => known[supplier] === undefined);
  return unknown === undefined ? undefined : refuse('bidder-unknown', { bidder: unknown });
};

const rulingData = ({ decision, decidedAt, suppliers, value }: Ruling) => ({
  decision,
  decidedAt,
  suppliers: [...new Set(suppliers)],
  ...(value === undefined ? {} : { value }),
});
