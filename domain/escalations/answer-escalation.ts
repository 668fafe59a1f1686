import * as z from 'zod/mini';
import { subjectId } from '../../events/shapes.ts';
import { type EscalationState, OUTCOMES, REMEDIES } from '../../events/vocabulary.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { apart } from '../observations/confide.ts';
import { refuse } from '../refusals.ts';
import { narrative } from '../shapes.ts';
import { type SubjectOf, subjectOf } from '../state.ts';
import { answerDueAt, FINDINGS_MAX } from './escalate-findings.ts';

const escalation = subjectId('escalation');

/** From which states each step of an escalation can be taken; a lapsed one is still answered when the answer comes. */
const LAWFUL_FROM = {
  'record-delivery': ['sent'],
  'acknowledge-escalation': ['sent', 'delivered', 'lapsed'],
  'begin-review': ['acknowledged', 'lapsed'],
  'answer-escalation': ['sent', 'delivered', 'acknowledged', 'under-review', 'lapsed'],
} as const satisfies Record<string, readonly EscalationState[]>;

/** An authority sees only the escalations that were sent to it: any other looks to it like one that does not exist. */
const step = (
  name: keyof typeof LAWFUL_FROM,
  { id, situation }: { id: string; situation: Situation },
  decide: (found: SubjectOf<'escalation'>) => Decision,
): Decision => {
  const found = subjectOf(situation.subjects, 'escalation', id);
  if (found === undefined || !concerns(found, situation)) return refuse('escalation-unknown', { escalation: id });
  const from: readonly EscalationState[] = LAWFUL_FROM[name];
  return from.includes(found.state)
    ? decide(found)
    : refuse('escalation-state', { state: found.state, allowedFrom: from });
};

const concerns = ({ controlAuthority }: SubjectOf<'escalation'>, { actor, head }: Situation): boolean =>
  actor.role !== 'control-authority' ||
  head.liaisons.some((liaison) => liaison.person === actor.person && liaison.controlAuthority === controlAuthority);

/** Records that an escalation reached the authority. */
export const recordDelivery = command({
  name: 'record-delivery',
  input: () => z.strictObject({ escalation }),
  subjects: (input) => [input.escalation],
  decide: (input, situation) =>
    step('record-delivery', { id: input.escalation, situation }, () =>
      record({ type: 'escalation.delivered.v1', data: { escalation: input.escalation } }),
    ),
});

/** The authority acknowledges that it received an escalation. */
export const acknowledgeEscalation = command({
  name: 'acknowledge-escalation',
  input: () => z.strictObject({ escalation }),
  subjects: (input) => [input.escalation],
  decide: (input, situation) =>
    step('acknowledge-escalation', { id: input.escalation, situation }, () =>
      record({ type: 'escalation.acknowledged.v1', data: { escalation: input.escalation } }),
    ),
});

/** The authority begins its review. */
export const beginReview = command({
  name: 'begin-review',
  input: () => z.strictObject({ escalation }),
  subjects: (input) => [input.escalation],
  decide: (input, situation) =>
    step('begin-review', { id: input.escalation, situation }, () =>
      record({ type: 'escalation.review-begun.v1', data: { escalation: input.escalation } }),
    ),
});

/** The authority answers: an outcome, and a remedy for each finding. Late is recorded as late, never refused. */
export const answerEscalation = command({
  name: 'answer-escalation',
  input: () =>
    z.strictObject({
      escalation,
      outcome: z.enum(OUTCOMES),
      remedies: z
        .array(z.strictObject({ observation: subjectId('observation'), remedy: z.enum(REMEDIES) }))
        .check(z.maxLength(FINDINGS_MAX)),
      answer: narrative,
    }),
  subjects: (input) => [input.escalation, ...new Set(input.remedies.map(({ observation }) => observation))],
  decide: (input, situation) =>
    step('answer-escalation', { id: input.escalation, situation }, (found) => {
      const remedied = input.remedies.map(({ observation }) => observation);
      const missing = found.findings.filter((id) => !remedied.includes(id));
      const foreign = remedied.filter((id) => !found.findings.includes(id));
      if (missing.length > 0 || foreign.length > 0 || new Set(remedied).size !== remedied.length) {
        return refuse('remedies-incomplete', { findings: found.findings, missing, foreign });
      }
      const { open } = apart(remedied, situation);
      const confided = input.remedies.filter(({ observation }) => !open.includes(observation));
      return record({
        type: 'escalation.answered.v1',
        data: {
          escalation: input.escalation,
          outcome: input.outcome,
          remedies: input.remedies.filter(({ observation }) => open.includes(observation)),
          late: situation.now >= answerDueAt(situation, found.sentAt),
        },
        content: confided.length === 0 ? { answer: input.answer } : { answer: input.answer, remedies: confided },
      });
    }),
});

/** Records that the authority's term to answer passed, and names the next tier. */
export const lapseEscalation = command({
  name: 'lapse-escalation',
  input: () => z.strictObject({ escalation }),
  subjects: (input) => [input.escalation],
  decide: (input, situation) => {
    const found = subjectOf(situation.subjects, 'escalation', input.escalation);
    if (found === undefined || found.lapsed || found.state === 'answered') return refuse('nothing-to-lapse');
    const due = answerDueAt(situation, found.sentAt);
    if (situation.now < due) return refuse('term-running', { dueAt: due });
    const next = situation.profile.controlAuthorities.value.find(({ tier }) => tier > found.tier);
    return record({
      type: 'escalation.lapsed.v1',
      data: { escalation: input.escalation, ...(next === undefined ? {} : { nextControlAuthority: next.id }) },
    });
  },
});
