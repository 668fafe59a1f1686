import * as z from 'zod/mini';
import { subjectId } from '../../events/shapes.ts';
import { dueAt } from '../clocks/term.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { apart, tellOf } from '../observations/confide.ts';
import { refuse } from '../refusals.ts';
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
    }),
  subjects: (input) => [...new Set(input.findings)],
  decide: (input, situation) => {
    const findings = [...new Set(input.findings)];
    return findingsRefusal(findings, input.controlAuthority, situation) ?? sent(findings, input, situation);
  },
});

const findingsRefusal = (
  findings: readonly string[],
  authority: string,
  { subjects }: Situation,
): Decision | undefined => {
  for (const id of findings) {
    const finding = subjectOf(subjects, 'observation', id);
    if (finding === undefined) return refuse('observation-unknown', { observation: id });
    if (finding.type !== 'finding') return refuse('not-a-finding', { observation: id });
    if (finding.escalations.some(({ controlAuthority }) => controlAuthority === authority))
      return refuse('finding-escalated', { observation: id, controlAuthority: authority });
  }
  return undefined;
};

const sent = (
  findings: readonly string[],
  { controlAuthority, letter }: { controlAuthority: string; letter: string },
  situation: Situation,
): Decision => {
  const { head, profile, now, actor } = situation;
  const authority = profile.controlAuthorities.value.find(({ id }) => id === controlAuthority);
  if (authority === undefined) {
    return refuse('control-authority-unknown', {
      controlAuthorities: profile.controlAuthorities.value.map(({ id }) => id),
    });
  }
  const { open, sealed, restricted } = apart(findings, situation);
  return record({
    type: 'escalation.sent.v1',
    ...(restricted ? { withoutName: true } : {}),
    data: {
      escalation: nextId(head, 'escalation'),
      findings: [...open],
      controlAuthority,
      tier: authority.tier,
      answerDueAt: answerDueAt(situation, now),
    },
    content: sealed.length === 0 ? { letter } : { letter, findings: sealed, by: actor.person },
  });
};

/** Records why a grave finding is not escalated. */
export const reasonNonEscalation = command({
  name: 'reason-non-escalation',
  input: () => z.strictObject({ observation, reason }),
  subjects: (input) => [input.observation],
  decide: (input, { subjects, head, actor }) => {
    const finding = subjectOf(subjects, 'observation', input.observation);
    if (finding === undefined) return refuse('observation-unknown', { observation: input.observation });
    if (!isGrave(finding)) return refuse('not-grave', { observation: input.observation });
    if (finding.escalationAccounted) return refuse('finding-escalated', { observation: input.observation });
    const { withoutName, confided } = tellOf(finding, head, actor.person);
    return record({
      type: 'non-escalation.reasoned.v1',
      ...(withoutName === undefined ? {} : { withoutName }),
      data: {},
      content: { observation: input.observation, ...confided, reason: input.reason },
    });
  },
});

const isGrave = ({ type, severity }: SubjectOf<'observation'>): boolean => type === 'finding' && severity === 'grave';
