import * as z from 'zod/mini';
import { subjectId } from '../../events/shapes.ts';
import { dueAt } from '../clocks/term.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { apart, tellOf } from '../observations/confide.ts';
import type { ControlAuthority } from '../profiles/profile.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { narrative, reason } from '../shapes.ts';
import { nextId, type SubjectOf, subjectOf } from '../state.ts';

/** Findings in one escalation: each is read and rewritten by the transaction that sends it. */
export const FINDINGS_MAX = 20;

const observation = subjectId('observation');

/** When the control authority's answer is due, with the time that suspensions gave back. */
export const answerDueAt = (
  { head, profile, now }: Pick<Situation, 'head' | 'profile' | 'now'>,
  sentAt: string,
): string => dueAt({ term: profile.controlAnswerTerm.value, startedAt: sentAt, profile, pauses: head.pauses, now });

/** Sends one or more findings to a control authority of the profile's tiers. */
export const escalateFindings = command({
  name: 'escalate-findings',
  input: () =>
    z.strictObject({
      findings: z.array(observation).check(z.minLength(1), z.maxLength(FINDINGS_MAX)),
      controlAuthority: z.string().check(z.maxLength(64)),
      letter: narrative,
      /** Whether the bundle of evidence leaves out who saw it, where, and what files tell of themselves. */
      sanitised: z.optional(z.literal(true)),
    }),
  subjects: (input) => [...new Set(input.findings)],
  decide: (input, situation) => {
    const findings = [...new Set(input.findings)];
    const { value: authorities } = situation.profile.controlAuthorities;
    const authority = authorities.find(({ id }) => id === input.controlAuthority);
    // What is not of this case is told before what the profile does not know.
    for (const id of findings) {
      const refusal = findingRefusal(id, authority, situation);
      if (refusal !== undefined) return { refusal };
    }
    if (authority === undefined) {
      return refuse('control-authority-unknown', { controlAuthorities: authorities.map(({ id }) => id) });
    }
    const { letter, sanitised } = input;
    return sent(findings, { authority, letter, sanitised }, situation);
  },
});

/**
 * Why a finding cannot be sent to an authority; undefined where it can. Each tier is asked once about a finding: another authority of
 * the same tier only where the one that was asked said that it lacks the competence.
 */
export const findingRefusal = (
  id: string,
  authority: ControlAuthority | undefined,
  { subjects, profile }: Pick<Situation, 'subjects' | 'profile'>,
): Refusal | undefined => {
  const finding = subjectOf(subjects, 'observation', id);
  if (finding === undefined) return refuse('observation-unknown', { observation: id }).refusal;
  if (finding.withdrawnAt !== undefined) return refuse('observation-withdrawn', { observation: id }).refusal;
  if (finding.type !== 'finding') return refuse('not-a-finding', { observation: id }).refusal;
  if (authority === undefined) return undefined;
  const { id: controlAuthority, tier } = authority;
  if (finding.escalations.some((each) => each.controlAuthority === controlAuthority)) {
    return refuse('finding-escalated', { observation: id, controlAuthority }).refusal;
  }
  const tierOf = (each: string) => profile.controlAuthorities.value.find((known) => known.id === each)?.tier;
  const asked = finding.escalations.find(
    (each) => (each.tier ?? tierOf(each.controlAuthority)) === tier && each.noCompetence !== true,
  );
  return asked === undefined
    ? undefined
    : refuse('tier-escalated', { observation: id, tier, escalation: asked.escalation }).refusal;
};

interface Sending {
  readonly authority: ControlAuthority;
  readonly letter: string;
  readonly follows?: string;
  readonly sanitised?: true | undefined;
}

/** Findings go to an authority, and its term begins. */
export const sent = (
  findings: readonly string[],
  { authority, letter, follows, sanitised }: Sending,
  situation: Situation,
): Decision => {
  const { head, now, actor } = situation;
  const { open, sealed, nameless } = apart(findings, situation);
  return record({
    type: 'escalation.sent.v1',
    ...(nameless ? { withoutName: true } : {}),
    data: {
      escalation: nextId(head, 'escalation'),
      findings: [...open],
      controlAuthority: authority.id,
      tier: authority.tier,
      answerDueAt: answerDueAt(situation, now),
      ...(follows === undefined ? {} : { follows }),
      ...(sanitised === undefined ? {} : { sanitised }),
    },
    content: {
      letter,
      ...(sealed.length === 0 ? {} : { findings: sealed }),
      ...(nameless ? { by: actor.person } : {}),
    },
  });
};

/** Records why a grave finding is not escalated. */
export const reasonNonEscalation = command({
  name: 'reason-non-escalation',
  input: () => z.strictObject({ observation, reason }),
  subjects: (input) => [input.observation],
  decide: (input, situation) => {
    const { subjects, actor } = situation;
    const finding = subjectOf(subjects, 'observation', input.observation);
    if (finding === undefined) return refuse('observation-unknown', { observation: input.observation });
    if (finding.withdrawnAt !== undefined) return refuse('observation-withdrawn', { observation: input.observation });
    if (!isGrave(finding)) return refuse('not-grave', { observation: input.observation });
    if (finding.escalationAccounted) return refuse('finding-escalated', { observation: input.observation });
    const { withoutName, confided } = tellOf(finding, situation, actor.person);
    return record({
      type: 'non-escalation.reasoned.v1',
      ...(withoutName === undefined ? {} : { withoutName }),
      data: {},
      content: { observation: input.observation, ...confided, reason: input.reason },
    });
  },
});

const isGrave = ({ type, severity }: SubjectOf<'observation'>): boolean => type === 'finding' && severity === 'grave';
