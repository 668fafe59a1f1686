import * as z from 'zod/mini';
import { subjectId } from '../../events/shapes.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { apart } from '../observations/confide.ts';
import type { ControlAuthority, Profile } from '../profiles/profile.ts';
import { refuse } from '../refusals.ts';
import { narrative, reason } from '../shapes.ts';
import { type SubjectOf, type Subjects, subjectOf } from '../state.ts';
import { findingRefusal, sent } from './escalate-findings.ts';

type Escalation = SubjectOf<'escalation'>;

const escalation = subjectId('escalation');

/** The findings of an escalation that is at hand: a command on it looks at them too. */
export const findingsBehind = (id: string, { subjects }: { readonly subjects: Subjects }): readonly string[] =>
  subjectOf(subjects, 'escalation', id)?.findings ?? [];

const authoritiesOf = ({ controlAuthorities }: Profile): readonly ControlAuthority[] =>
  controlAuthorities.value.toSorted((one, other) => one.tier - other.tier);

/** Those of some findings that can still be sent to an authority: neither withdrawn, nor sent to its tier in vain. */
const sendable = (ids: readonly string[], authority: ControlAuthority, situation: Situation): readonly string[] =>
  ids.filter((id) => findingRefusal(id, authority, situation) === undefined);

/** Whom to propose after a silence: the first authority of the next tier, where a finding can be sent there still. */
export const afterSilence = ({ tier, findings }: Escalation, situation: Situation): string | undefined => {
  const next = authoritiesOf(situation.profile).find((each) => each.tier > tier);
  return next !== undefined && sendable(findings, next, situation).length > 0 ? next.id : undefined;
};

/** Whether the authority that has the competence is proposed: the profile knows it, and it was not asked yet. */
export const proposedFor = (
  { id: answered, findings }: Escalation,
  competent: string | undefined,
  situation: Situation,
): string | undefined => {
  const authority = situation.profile.controlAuthorities.value.find(({ id }) => id === competent);
  if (authority === undefined) return undefined;
  // This answer is what frees the tier: as the record stands, the findings were sent to it.
  const freed = findings
    .flatMap((of) => subjectOf(situation.subjects, 'observation', of) ?? [])
    .map((finding) => ({
      ...finding,
      escalations: finding.escalations.map((each) =>
        each.escalation === answered ? { ...each, noCompetence: true } : each,
      ),
    }));
  const subjects = new Map(freed.map((finding) => [finding.id, finding]));
  return sendable(findings, authority, { ...situation, subjects }).length > 0 ? authority.id : undefined;
};

/** Whom the proposal leaves to choose among: all of the proposed tier after a silence, or who was named as competent. */
export const choicesOf = ({ proposal }: Escalation, profile: Profile): readonly ControlAuthority[] => {
  if (proposal === undefined) return [];
  const all = authoritiesOf(profile);
  const named = all.find(({ id }) => id === proposal.controlAuthority);
  if (named === undefined) return [];
  return proposal.because === 'no-competence' ? [named] : all.filter(({ tier }) => tier === named.tier);
};

/** Whether somebody must still say what becomes of the proposal. */
export const isProposalOpen = ({ proposal }: Pick<Escalation, 'proposal'>): boolean =>
  proposal !== undefined && proposal.acceptedAs === undefined && proposal.declinedIn === undefined;

const ofProposal = (id: string, situation: Situation, decide: (found: Escalation) => Decision): Decision => {
  const found = subjectOf(situation.subjects, 'escalation', id);
  if (found === undefined) return refuse('escalation-unknown', { escalation: id });
  return isProposalOpen(found) ? decide(found) : refuse('nothing-proposed', { escalation: id });
};

/** Accepts the proposal: the same findings go to the authority of the next tier, or to one of several there. */
export const escalateFurther = command({
  name: 'escalate-further',
  input: () =>
    z.strictObject({
      escalation,
      controlAuthority: z.optional(z.string().check(z.maxLength(64))),
      letter: narrative,
      /** What was sent without identity, place and metadata once is sent further so, whether it is asked for again or not. */
      sanitised: z.optional(z.literal(true)),
    }),
  subjects: (input) => [input.escalation],
  related: (input, sight) => findingsBehind(input.escalation, sight),
  decide: (input, situation) =>
    ofProposal(input.escalation, situation, (found) => {
      const choices = choicesOf(found, situation.profile);
      const chosen = choices.find(({ id }) => id === (input.controlAuthority ?? found.proposal?.controlAuthority));
      if (chosen === undefined) {
        return refuse('next-tier-unfit', { controlAuthorities: choices.map(({ id }) => id) });
      }
      const findings = sendable(found.findings, chosen, situation);
      const [first = ''] = found.findings;
      if (findings.length === 0) {
        return { refusal: findingRefusal(first, chosen, situation) ?? refuse('nothing-proposed').refusal };
      }
      const sanitised = input.sanitised ?? found.sanitised;
      return sent(findings, { authority: chosen, letter: input.letter, follows: found.id, sanitised }, situation);
    }),
});

/** Records why the proposed authority is not asked. */
export const declineNextTier = command({
  name: 'decline-next-tier',
  input: () => z.strictObject({ escalation, reason }),
  subjects: (input) => [input.escalation],
  related: (input, sight) => findingsBehind(input.escalation, sight),
  decide: (input, situation) =>
    ofProposal(input.escalation, situation, (found) => {
      const { nameless } = apart(found.findings, situation);
      return record({
        type: 'escalation.next-tier-declined.v1',
        // Who acts on a sealed finding is most likely who wrote it.
        ...(nameless ? { withoutName: true } : {}),
        data: { escalation: found.id },
        content: { reason: input.reason, ...(nameless ? { by: situation.actor.person } : {}) },
      });
    }),
});
