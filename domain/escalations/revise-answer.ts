import * as z from 'zod/mini';
import { command, record } from '../command.ts';
import { apart } from '../observations/confide.ts';
import { refuse } from '../refusals.ts';
import { reason } from '../shapes.ts';
import { subjectOf } from '../state.ts';
import { answerInput, step, toldIn } from './answer-escalation.ts';
import { findingsBehind } from './next-tier.ts';

/** How often one escalation is answered: each answer stays with it. */
export const ANSWERS_MAX = 20;

/**
 * The authority says what came of an escalation later, or corrects what it said: a new answer, whole. The earlier ones stay readable,
 * and the remedies of the findings follow the newest.
 */
export const reviseAnswer = command({
  name: 'revise-answer',
  input: () => z.strictObject({ ...answerInput(), reason }),
  subjects: (input) => [input.escalation],
  related: (input, sight) => findingsBehind(input.escalation, sight),
  decide: ({ reason: why, ...input }, situation) =>
    step('revise-answer', { id: input.escalation, situation }, (found) => {
      // One that was answered before answers were counted has one.
      const answers = Math.max(found.answers?.length ?? 0, 1);
      if (answers >= ANSWERS_MAX) return refuse('answers-too-many', { answersMax: ANSWERS_MAX });
      const told = toldIn(input, found, situation);
      if ('refusal' in told) return told;
      const remedied = input.remedies.map(({ observation }) => observation);
      const unremedied = found.findings.filter((id) => {
        const finding = subjectOf(situation.subjects, 'observation', id);
        return finding?.remedy !== undefined && (finding.remedyFrom ?? found.id) === found.id && !remedied.includes(id);
      });
      const { open, sealed } = apart(unremedied, situation);
      return record({
        type: 'escalation.answer-revised.v1',
        data: {
          escalation: input.escalation,
          number: answers + 1,
          outcome: input.outcome,
          remedies: told.remedies,
          unremedied: [...open],
          ...told.competence,
        },
        content: { ...told.content, reason: why, ...(sealed.length === 0 ? {} : { unremedied: sealed }) },
      });
    }),
});
