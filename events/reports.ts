import * as z from 'zod/mini';
import { fact } from './fact.ts';
import { count, instant, personId, subjectId } from './shapes.ts';
import { STAGES, VOTES } from './vocabulary.ts';

const report = subjectId('report');

/** When what the text recommends is due, in its order; absent where it recommends nothing. Nothing is due before the publication. */
const dueDates = z.optional(z.array(instant));

/** How many observations were filed when the text was written: the next report goes on from there. */
const filed = z.optional(count);

export const reportEvents = {
  'report.drafted.v1': fact(
    'A report on a stage, or the final report, was drafted. Its text is content; it cites or leaves out every observation of its span.',
    () => ({
      report,
      stage: z.enum(STAGES),
      cites: count,
      leavesOut: count,
      recommendations: count,
      recommendationsDueAt: dueDates,
      filed,
    }),
  ),
  'report.redrafted.v1': fact(
    'The draft was written anew, before its adoption; signatures and votes on the former text fall.',
    () => ({
      report,
      cites: count,
      leavesOut: count,
      recommendations: count,
      recommendationsDueAt: dueDates,
      filed,
    }),
  ),
  'report.sent-for-reply.v1': fact('The draft was put to the contracting authority for its comments.', () => ({
    report,
    replyDueAt: instant,
  })),
  'report.commented.v1': fact('The contracting authority commented on the draft; the comments are content.', () => ({
    report,
  })),
  'report.signed.v1': fact('A witness signed the report.', () => ({ report, person: personId })),
  'report.voted.v1': fact(
    'A member voted on the report. A dissenting opinion is content and is published with the report.',
    () => ({
      report,
      person: personId,
      vote: z.enum(VOTES),
      dissent: z.boolean(),
    }),
  ),
  'report.adopted.v1': fact(
    'The report is adopted: signed by the witnesses, or carried by the committee’s quorum and majority.',
    () => ({
      report,
      stage: z.enum(STAGES),
      votesFor: count,
      votesAgainst: count,
    }),
  ),
  'report.published.v1': fact('The report was published; late is recorded as late, never refused.', () => ({
    report,
    stage: z.enum(STAGES),
    late: z.boolean(),
  })),
};
