import * as z from 'zod/mini';
import { fact } from './fact.ts';
import { code, instant, subjectId } from './shapes.ts';
import { OUTCOMES, REMEDIES } from './vocabulary.ts';

const escalation = subjectId('escalation');
const finding = subjectId('observation');

export const escalationEvents = {
  'escalation.sent.v1': fact(
    'One or more findings were formally sent to a control authority of the profile’s tiers. The letter is content, and so are the findings that are sealed: the event names the others.',
    () => ({
      escalation,
      findings: z.array(finding),
      controlAuthority: code,
      tier: z.int().check(z.positive()),
      answerDueAt: instant,
    }),
  ),
  'non-escalation.reasoned.v1': fact(
    'The team gave its reason for not escalating a grave finding. Which one is content as its reason is: the public must not learn the weight of a sealed finding.',
    () => ({}),
  ),
  'escalation.delivered.v1': fact('The escalation reached the control authority’s inbox.', () => ({ escalation })),
  'escalation.acknowledged.v1': fact('The control authority acknowledged that it received the escalation.', () => ({
    escalation,
  })),
  'escalation.review-begun.v1': fact('The control authority began its review.', () => ({ escalation })),
  'escalation.answered.v1': fact(
    'The control authority answered with an outcome and, for each finding, a remedy. Its words are content, and so is what became of the findings that are sealed.',
    () => ({
      escalation,
      outcome: z.enum(OUTCOMES),
      remedies: z.array(z.strictObject({ observation: finding, remedy: z.enum(REMEDIES) })),
      late: z.boolean(),
    }),
  ),
  'escalation.lapsed.v1': fact(
    'The control authority’s term passed without an answer; the next tier is proposed where there is one.',
    () => ({
      escalation,
      nextControlAuthority: z.optional(code),
    }),
  ),
};
