import * as z from 'zod/mini';
import { instant } from '../../events/shapes.ts';
import { command, record, type Situation } from '../command.ts';
import { isProposalOpen } from '../escalations/next-tier.ts';
import { awaitsEscalation } from '../observations/evolve-observations.ts';
import { sealOf } from '../observations/seal.ts';
import { TERMS } from '../profiles/terms.ts';
import { isTakenUp } from '../recommendations/take-up.ts';
import { refuse } from '../refusals.ts';
import { type SubjectOf, subjectOf } from '../state.ts';

/** What stands for a term where an item is due on a date that the case gave itself. */
export const DATE_OF_ITS_OWN = 'own-date';

const reminding = () =>
  z.strictObject({
    item: z.string().check(z.maxLength(140), z.regex(/^[a-z][a-z-]*(:[a-z0-9][a-z0-9-]*)?$/)),
    term: z.string().check(
      z.refine((name) => Object.hasOwn(TERMS, name) || name === DATE_OF_ITS_OWN, {
        error: 'is no term of a profile',
      }),
    ),
    dueAt: instant,
    /** The item is about a finding that was sealed when it was put to the authority: the event names it in its content alone. */
    confided: z.optional(z.literal(true)),
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
    case 'breach': {
      const breach = subjectOf(subjects, 'breach', of);
      const isSettled = breach?.answeredIn !== undefined || breach?.consequence !== undefined;
      return breach !== undefined && !isSettled && !isClosed;
    }
    case 'follow-up': {
      const recommendation = subjectOf(subjects, 'recommendation', of);
      return recommendation !== undefined && !isTakenUp(recommendation.level);
    }
    case 'tip': {
      const tip = subjectOf(subjects, 'tip', of);
      return tip !== undefined && tip.answer === undefined;
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

/** The finding that is to be replied to, where the event must not name it: what was once told without a name stays so. */
const sealedIn = (
  situation: Situation,
  item: string,
  confided: true | undefined,
): SubjectOf<'observation'> | undefined => {
  const { awaited, of } = partsOf(item);
  const finding = awaited === 'reply' ? subjectOf(situation.subjects, 'observation', of) : undefined;
  if (finding === undefined) return undefined;
  return confided === true || sealOf(finding, situation) !== 'open' ? finding : undefined;
};

/** What is awaited of a thing of the case, which a reminder must look at. */
const ABOUT_A_THING: readonly string[] = [
  'reply',
  'question',
  'answer',
  'comments',
  'breach',
  'follow-up',
  'tip',
  'escalation-of',
  'next-tier',
];

/** Records that a term comes to its end soon, for those who send messages. The key of the command lets it happen once for each date. */
export const remindTerm = command({
  name: 'remind-term',
  input: reminding,
  subjects: ({ item }) => {
    const { awaited, of } = partsOf(item);
    return ABOUT_A_THING.includes(awaited) ? [of] : [];
  },
  decide: ({ item, term, dueAt, confided }, situation) => {
    if (situation.now >= dueAt || isConfidential(item, situation) || !isAwaited(situation, item)) {
      return refuse('nothing-to-lapse');
    }
    const sealed = sealedIn(situation, item, confided);
    if (sealed === undefined) return record({ type: 'term.reminded.v1', data: { item, term, dueAt } });
    if (sealed.remindedOf === dueAt) return refuse('nothing-to-lapse');
    return record({ type: 'term.reminded.v1', data: { term, dueAt }, content: { observation: sealed.id } });
  },
});
