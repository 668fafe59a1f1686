import * as z from 'zod/mini';
import { fact } from './fact.ts';
import { count, instant, subjectId } from './shapes.ts';
import { CONTRACT_ENDS, RED_FLAGS, VISIT_OUTCOMES } from './vocabulary.ts';

const money = z.strictObject({
  amount: z.number().check(z.nonnegative(), z.lte(1e15)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
});

export const awardEvents = {
  'award.recorded.v1': fact(
    'The ruling on the award is on record: awarded, or none. It opens the embargo of everything that was sealed until the award.',
    () => ({
      decision: z.enum(['awarded', 'none']),
      decidedAt: instant,
      suppliers: z.array(subjectId('bidder')),
      value: z.optional(money),
      /** Absent where the ruling was recorded by hand. */
      source: z.optional(z.literal('ocds')),
      /** How many share the award without being bidders of their own; their names are content. */
      partners: z.optional(count),
    }),
  ),
  'award.corrected.v1': fact(
    'The award was recorded wrongly and is put right; the reason is content. The former record stays, and so does the embargo open that it opened.',
    () => ({
      decision: z.enum(['awarded', 'none']),
      decidedAt: instant,
      suppliers: z.array(subjectId('bidder')),
      value: z.optional(money),
    }),
  ),
  'flag.raised.v1': fact(
    'A computed red flag: a place to look, never a verdict. It carries the values that raised it.',
    () => ({
      flag: subjectId('flag'),
      code: z.enum(RED_FLAGS),
      values: z.record(z.string(), z.number()),
    }),
  ),
  'flag.dismissed.v1': fact('The team looked at a red flag and dismissed it; the reason is content.', () => ({
    flag: subjectId('flag'),
  })),
  'flag.turned-into-finding.v1': fact(
    'The team looked at a red flag and filed a finding about it. Which one is content: a sealed finding does not show what it is about.',
    () => ({
      flag: subjectId('flag'),
    }),
  ),
  'contract.signed.v1': fact('The contract was signed.', () => ({ signedAt: instant, value: z.optional(money) })),
  'contract.amended.v1': fact('The contract was amended after its signature; what changed is content.', () => ({
    amendment: subjectId('amendment'),
    amendedAt: instant,
  })),
  'amendment.reviewed.v1': fact('The team looked at an amendment; what it concluded is content.', () => ({
    amendment: subjectId('amendment'),
  })),
  'site-visit.planned.v1': fact('The team plans to visit the works or the delivery.', () => ({
    visit: subjectId('visit'),
    plannedAt: instant,
  })),
  'site-visit.rescheduled.v1': fact(
    'A planned visit was given another time. The earlier one stays in the record; the reason and a new place are content.',
    () => ({ visit: subjectId('visit'), from: instant, plannedAt: instant, placed: z.boolean() }),
  ),
  'site-visit.settled.v1': fact('A planned visit was done, or is excused with a reason kept as content.', () => ({
    visit: subjectId('visit'),
    outcome: z.enum(VISIT_OUTCOMES),
  })),
  'contract.ended.v1': fact('The contract was completed or terminated.', () => ({
    end: z.enum(CONTRACT_ENDS),
    endedAt: instant,
    amendments: count,
  })),
};
