import * as z from 'zod/mini';
import { fact } from './fact.ts';
import { count, instant, subjectId } from './shapes.ts';
import { TIP_ANSWERS } from './vocabulary.ts';

const tip = subjectId('tip');

export const tipEvents = {
  'tip.received.v1': fact(
    'Somebody sent a tip about the case. What it says, who sent it if they say so, and the hash of their receipt code are content; the record names nobody.',
    () => ({ tip, files: count, answerDueAt: instant }),
  ),
  'tip.added-to.v1': fact('Whoever holds the receipt code of a tip added to it; what they added is content.', () => ({
    tip,
    files: count,
  })),
  'tip.answered.v1': fact('The tip was answered, once, with a code and a reason. The reason is content.', () => ({
    tip,
    code: z.enum(TIP_ANSWERS),
    late: z.boolean(),
  })),
  'tip.overdue.v1': fact('The term to answer a tip passed without an answer. It is still awaited.', () => ({ tip })),
  'tip.made-lead.v1': fact(
    'The coordinator gave the tip to the team as a lead. It is no observation by itself: what the team sees, it files.',
    () => ({ tip }),
  ),
};
