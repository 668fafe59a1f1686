import * as z from 'zod/mini';
import { asJsonObject, calendarDate, code, type JsonObject, subjectId } from '../../events/shapes.ts';
import { type EscalationState, OUTCOMES, REMEDIES } from '../../events/vocabulary.ts';
import { localDate } from '../clocks/calendar.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { apart } from '../observations/confide.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { narrative, reason, text, title } from '../shapes.ts';
import { type SubjectOf, subjectOf } from '../state.ts';
import { answerDueAt, FINDINGS_MAX } from './escalate-findings.ts';
import { afterSilence, findingsBehind, proposedFor } from './next-tier.ts';
import { contradiction, detailFlaws, OUTCOME_RULES, type Remedied } from './outcomes.ts';

/** The number of a proceeding as its body writes it, in code points. */
export const PROCEEDING_NUMBER_LENGTH_MAX = 120;

const escalation = subjectId('escalation');

/** From which states each step of an escalation can be taken; a lapsed one is still answered when the answer comes. */
const LAWFUL_FROM = {
  'record-delivery': ['sent'],
  'acknowledge-escalation': ['sent', 'delivered', 'lapsed'],
  'begin-review': ['acknowledged', 'lapsed'],
  'answer-escalation': ['sent', 'delivered', 'acknowledged', 'under-review', 'lapsed'],
  'revise-answer': ['answered'],
} as const satisfies Record<string, readonly EscalationState[]>;

/** An authority sees only the escalations that were sent to it: any other looks to it like one that does not exist. */
export const step = (
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

export const concerns = ({ controlAuthority }: SubjectOf<'escalation'>, { actor, head }: Situation): boolean =>
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

/** What an answer takes: an outcome, the remedies of the findings, its words, and what the outcome asks for besides. */
export const answerInput = () => ({
  escalation,
  outcome: z.enum(OUTCOMES),
  remedies: z
    .array(z.strictObject({ observation: subjectId('observation'), remedy: z.enum(REMEDIES) }))
    .check(z.maxLength(FINDINGS_MAX)),
  answer: narrative,
  /** Of the proceeding that was opened, or of the file at the prosecutor. */
  number: z.optional(text(PROCEEDING_NUMBER_LENGTH_MAX)),
  inspectionOn: z.optional(calendarDate),
  /** Which information was insufficient. */
  missing: z.optional(reason),
  /** Who has the competence: one of the profile, or another body by its name. */
  competentAuthority: z.optional(code),
  competentBody: z.optional(title),
});

type Answer = z.infer<ReturnType<typeof answerSchema>>;
const answerSchema = () => z.strictObject(answerInput());

/** The authority answers: an outcome, and the remedies that it bears out. Late is recorded as late, never refused. */
export const answerEscalation = command({
  name: 'answer-escalation',
  input: answerSchema,
  subjects: (input) => [input.escalation],
  related: (input, sight) => findingsBehind(input.escalation, sight),
  decide: (input, situation) =>
    step('answer-escalation', { id: input.escalation, situation }, (found) => {
      const told = toldIn(input, found, situation);
      if ('refusal' in told) return told;
      return record({
        type: 'escalation.answered.v1',
        data: {
          escalation: input.escalation,
          outcome: input.outcome,
          remedies: told.remedies,
          late: situation.now >= answerDueAt(situation, found.sentAt),
          ...told.competence,
        },
        content: told.content,
      });
    }),
});

interface Told {
  readonly remedies: Remedied[];
  readonly competence: { readonly competentAuthority?: string; readonly nextControlAuthority?: string };
  readonly content: JsonObject;
}

/** What an answer records in its event and what in its content, or why it cannot be taken. */
export const toldIn = (
  input: Answer,
  found: SubjectOf<'escalation'>,
  situation: Situation,
): Told | { readonly refusal: Refusal } => {
  const refusal = remediesFlaw(input, found, situation) ?? detailsFlaw(input, found, situation);
  if (refusal !== undefined) return { refusal };
  const { escalation: _, outcome: __, remedies, competentAuthority, ...words } = input;
  const { open } = apart(
    remedies.map(({ observation }) => observation),
    situation,
  );
  const confided = remedies.filter(({ observation }) => !open.includes(observation));
  const next = proposedFor(found, competentAuthority, situation);
  return {
    remedies: remedies.filter(({ observation }) => open.includes(observation)),
    competence: {
      ...(competentAuthority === undefined ? {} : { competentAuthority }),
      ...(next === undefined ? {} : { nextControlAuthority: next }),
    },
    content: asJsonObject({ ...words, ...(confided.length === 0 ? {} : { remedies: confided }) }),
  };
};

/** A finding that was withdrawn after it was sent needs no remedy and can have none: nothing is claimed any more that could be remedied. */
const remediesFlaw = (
  { outcome, remedies }: Answer,
  { findings }: SubjectOf<'escalation'>,
  { subjects }: Situation,
): Refusal | undefined => {
  const isWithdrawn = (id: string) => subjectOf(subjects, 'observation', id)?.withdrawnAt !== undefined;
  const remedied = remedies.map(({ observation }) => observation);
  const isEach = OUTCOME_RULES[outcome].remedies === 'each';
  const missing = isEach ? findings.filter((id) => !remedied.includes(id) && !isWithdrawn(id)) : [];
  const foreign = remedied.filter((id) => !findings.includes(id));
  if (missing.length > 0 || foreign.length > 0 || new Set(remedied).size !== remedied.length) {
    return refuse('remedies-incomplete', { findings, missing, foreign }).refusal;
  }
  const withdrawn = remedied.find(isWithdrawn);
  if (withdrawn !== undefined) return refuse('observation-withdrawn', { observation: withdrawn }).refusal;
  const facts = contradiction(outcome, remedies);
  return facts === undefined ? undefined : refuse('outcome-contradicts', facts).refusal;
};

const detailsFlaw = (
  input: Answer,
  { controlAuthority }: SubjectOf<'escalation'>,
  { profile, now }: Situation,
): Refusal | undefined => {
  const facts = detailFlaws(input.outcome, input);
  if (facts !== undefined) return refuse('outcome-incomplete', facts).refusal;
  const today = localDate(now, profile.zone.value);
  if (input.inspectionOn !== undefined && input.inspectionOn < today) {
    return refuse('inspection-date-past', { today }).refusal;
  }
  const others = profile.controlAuthorities.value.map(({ id }) => id).filter((id) => id !== controlAuthority);
  return input.competentAuthority === undefined || others.includes(input.competentAuthority)
    ? undefined
    : refuse('control-authority-unknown', { controlAuthorities: others }).refusal;
};

/** Records that the authority's term to answer passed, and names the next tier. */
export const lapseEscalation = command({
  name: 'lapse-escalation',
  input: () => z.strictObject({ escalation }),
  subjects: (input) => [input.escalation],
  related: (input, sight) => findingsBehind(input.escalation, sight),
  decide: (input, situation) => {
    const found = subjectOf(situation.subjects, 'escalation', input.escalation);
    if (found === undefined || found.lapsed || found.state === 'answered') return refuse('nothing-to-lapse');
    const due = answerDueAt(situation, found.sentAt);
    if (situation.now < due) return refuse('term-running', { dueAt: due });
    const next = afterSilence(found, situation);
    return record({
      type: 'escalation.lapsed.v1',
      data: { escalation: input.escalation, ...(next === undefined ? {} : { nextControlAuthority: next }) },
    });
  },
});
