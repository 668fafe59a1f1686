import * as z from 'zod/mini';
import { type Instant, subjectId } from '../../events/shapes.ts';
import { dueAt } from '../clocks/term.ts';
import { command, record, type Situation } from '../command.ts';
import { tellOf } from '../observations/confide.ts';
import { awaitsEscalation } from '../observations/evolve-observations.ts';
import { refuse } from '../refusals.ts';
import { type SubjectOf, subjectOf } from '../state.ts';

/** Until when a grave finding is escalated, or the reason given why not, with the time that suspensions gave back. */
export const escalationDueAt = (
  { head, profile, now }: Pick<Situation, 'head' | 'profile' | 'now'>,
  { filedAt, graveSince = filedAt }: Pick<SubjectOf<'observation'>, 'filedAt' | 'graveSince'>,
): Instant => dueAt({ term: profile.escalationTerm.value, startedAt: graveSince, profile, pauses: head.pauses, now });

/** Records that the term passed in which a grave finding had to be escalated, once for each time that it became grave. */
export const raiseEscalationOverdue = command({
  name: 'raise-escalation-overdue',
  input: () => z.strictObject({ observation: subjectId('observation') }),
  subjects: (input) => [input.observation],
  decide: (input, situation) => {
    const finding = subjectOf(situation.subjects, 'observation', input.observation);
    if (finding === undefined || !awaitsEscalation(finding) || finding.escalationOverdueAt !== undefined) {
      return refuse('nothing-to-lapse');
    }
    const due = escalationDueAt(situation, finding);
    if (situation.now < due) return refuse('term-running', { dueAt: due });
    const { named, confided } = tellOf(finding, situation, situation.actor.person);
    return record({
      type: 'finding.escalation-overdue.v1',
      data: named,
      ...(confided === undefined ? {} : { content: confided }),
    });
  },
});
