import * as z from 'zod/mini';
import { subjectId } from '../../events/shapes.ts';
import { TIP_ANSWERS } from '../../events/vocabulary.ts';
import { command, record } from '../command.ts';
import { refuse } from '../refusals.ts';
import { reason } from '../shapes.ts';
import { subjectOf } from '../state.ts';
import { tipAnswerDueAt } from './send-tip.ts';

const tip = subjectId('tip');

/**
 * Answers a tip, once, with a code and the reason, which whoever holds its receipt reads. Late is recorded as late. Nobody is told that
 * the team has a tip which it has not.
 */
export const answerTip = command({
  name: 'answer-tip',
  input: () => z.strictObject({ tip, code: z.enum(TIP_ANSWERS), reason }),
  subjects: (input) => [input.tip],
  decide: (input, situation) => {
    const found = subjectOf(situation.subjects, 'tip', input.tip);
    if (found === undefined) return refuse('tip-unknown');
    if (found.answer !== undefined) return refuse('tip-answered', { answer: found.answer });
    if (input.code === 'passed-to-team' && !found.lead) return refuse('tip-not-lead');
    return record({
      type: 'tip.answered.v1',
      data: {
        tip: input.tip,
        code: input.code,
        late: situation.now >= tipAnswerDueAt(situation, found.receivedAt),
      },
      content: { reason: input.reason },
    });
  },
});

/** Records that the term to answer a tip passed. */
export const lapseTipAnswer = command({
  name: 'lapse-tip-answer',
  input: () => z.strictObject({ tip }),
  subjects: (input) => [input.tip],
  decide: (input, situation) => {
    const found = subjectOf(situation.subjects, 'tip', input.tip);
    if (found === undefined || found.answer !== undefined || found.overdue) return refuse('nothing-to-lapse');
    const due = tipAnswerDueAt(situation, found.receivedAt);
    if (situation.now < due) return refuse('term-running', { dueAt: due });
    return record({ type: 'tip.overdue.v1', data: { tip: input.tip } });
  },
});

/** Gives a tip to the team as a lead. Who sent it stays with the coordinator. */
export const makeTipLead = command({
  name: 'make-tip-lead',
  input: () => z.strictObject({ tip }),
  subjects: (input) => [input.tip],
  decide: (input, { subjects }) => {
    const found = subjectOf(subjects, 'tip', input.tip);
    if (found === undefined) return refuse('tip-unknown');
    return found.lead ? refuse('tip-made-lead') : record({ type: 'tip.made-lead.v1', data: { tip: input.tip } });
  },
});
