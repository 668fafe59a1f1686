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
      follows: z.optional(escalation),
      /** The team wishes that what goes to the authority tells no identity, no place and no metadata. */
      sanitised: z.optional(z.literal(true)),
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
      /** Of `no-competence`: who has it, where the profile knows that body, and whether it is proposed. */
      competentAuthority: z.optional(code),
      nextControlAuthority: z.optional(code),
    }),
  ),
  'escalation.answer-revised.v1': fact(
    'The control authority answered once more: what came of the escalation later, or in other words. Every earlier answer stays. `number` counts the answers, this one included; `unremedied` names the findings whose remedy does not hold any more. Its words are content, and so is what concerns findings that are sealed.',
    () => ({
      escalation,
      number: z.int().check(z.gte(2)),
      outcome: z.enum(OUTCOMES),
      remedies: z.array(z.strictObject({ observation: finding, remedy: z.enum(REMEDIES) })),
      unremedied: z.array(finding),
      competentAuthority: z.optional(code),
      nextControlAuthority: z.optional(code),
    }),
  ),
  'escalation.lapsed.v1': fact(
    'The control authority’s term passed without an answer; the next tier is proposed where there is one.',
    () => ({
      escalation,
      nextControlAuthority: z.optional(code),
    }),
  ),
  'escalation.next-tier-declined.v1': fact(
    'The authority that was proposed after a silence or a lack of competence is not asked. The reason is content.',
    () => ({ escalation }),
  ),
  'finding.escalation-overdue.v1': fact(
    'The term passed in which a grave finding is escalated or its non-escalation reasoned. A sealed finding is named in the content alone: everybody learns that there is one, nobody which.',
    () => ({ observation: z.optional(finding) }),
  ),
};
