import * as z from 'zod/mini';
import { instant } from '../../events/shapes.ts';
import { command, record, type Situation } from '../command.ts';
import { isProposalOpen } from '../escalations/next-tier.ts';
import { awaitsEscalation } from '../observations/evolve-observations.ts';
import { sealOf } from '../observations/seal.ts';
import { TERMS } from '../profiles/terms.ts';
import { refuse } from '../refusals.ts';
import { subjectOf } from '../state.ts';

const reminding = () =>
  z.strictObject({
    item: z.string().check(z.maxLength(140), z.regex(/^[a-z][a-z-]*(:[a-z0-9][a-z0-9-]*)?$/)),
    term: z.string().check(z.refine((name) => Object.hasOwn(TERMS, name), { error: 'is no term of a profile' })),
    dueAt: instant,
  });

/** What is awaited by an item of the agenda, and of whom or what: `reply` of `observation-3`. */
const partsOf = (item: string): { awaited: string; of: string } => {
  const [awaited = '', of = ''] = item.split(':');
  return { awaited, of };
};

/** Whether what an item awaits is still awaited. The due date is the clock’s matter: it computes it as the case does. */
const isAwaited = ({ head, subjects }: Situation, item: string): boolean => {
  const { awaited, of } = partsOf(item);
  // Who was asked for a reply or an answer may still give it when the case is closed; nobody joins its team any more.
  const isClosed = head.stage === 'closed';
  const member = head.team.find(({ person }) => person === of);
  switch (awaited) {
    case 'proposal':
      return !isClosed && member?.standing === 'proposed';
    case 'declaration':
      return !isClosed && member?.standing === 'accepted' && !member.declared;
    case 'reply': {
      const finding = subjectOf(subjects, 'observation', of);
      return finding?.notifiedAt !== undefined && finding.repliedIn === undefined;
    }
    case 'escalation-of': {
      const finding = subjectOf(subjects, 'observation', of);
      return finding !== undefined && !isClosed && awaitsEscalation(finding);
    }
    case 'next-tier': {
      const escalation = subjectOf(subjects, 'escalation', of);
      return escalation !== undefined && isProposalOpen(escalation);
    }
    case 'answer': {
      const escalation = subjectOf(subjects, 'escalation', of);
      return escalation !== undefined && escalation.state !== 'answered';
    }
    case 'question': {
      const question = subjectOf(subjects, 'question', of);
      return question !== undefined && question.answeredIn === undefined && !(isClosed && question.to === 'team');
    }
    case 'comments': {
      const report = subjectOf(subjects, 'report', of);
      return report?.state === 'in-reply' && report.commentedIn === undefined;
    }
    case 'publication':
      return head.participationEndedAt !== undefined && head.reports['final-report']?.state !== 'published';
    default:
      return false;
  }
};

/** Whether a reminder in the record would tell what a seal covers: that the term of a sealed finding runs. */
const isConfidential = (item: string, situation: Situation): boolean => {
  const { awaited, of } = partsOf(item);
  const finding = subjectOf(situation.subjects, 'observation', of);
  return awaited === 'escalation-of' && (finding === undefined || sealOf(finding, situation) !== 'open');
};

/** Records that a term comes to its end soon, for those who send messages. The key of the command lets it happen once for each date. */
export const remindTerm = command({
  name: 'remind-term',
  input: reminding,
  subjects: ({ item }) => {
    const { awaited, of } = partsOf(item);
    return ['reply', 'question', 'answer', 'comments', 'escalation-of', 'next-tier'].includes(awaited) ? [of] : [];
  },
  decide: ({ item, term, dueAt }, situation) => {
    if (situation.now >= dueAt || isConfidential(item, situation) || !isAwaited(situation, item)) {
      return refuse('nothing-to-lapse');
    }
    return record({ type: 'term.reminded.v1', data: { item, term, dueAt } });
  },
});
