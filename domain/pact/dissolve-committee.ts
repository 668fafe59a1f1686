import * as z from 'zod/mini';
import { count, sha256 } from '../../events/shapes.ts';
import { DISSOLUTION_CAUSES, type DissolutionCause } from '../../events/vocabulary.ts';
import { quorumOf } from '../acts/account-for-act.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { actFileRefusal, filesOfAct, shelfOfAct } from '../documents/file-of-act.ts';
import { refuse } from '../refusals.ts';
import { narrative } from '../shapes.ts';
import { TEAM_MAX } from '../state.ts';

const votes = () => count.check(z.lte(TEAM_MAX));

const dissolution = () =>
  z.strictObject({
    cause: z.enum(DISSOLUTION_CAUSES),
    explanation: narrative,
    vote: z.optional(z.strictObject({ for: votes(), against: votes(), abstain: votes() })),
    documentHash: z.optional(sha256),
  });
type Dissolution = z.infer<ReturnType<typeof dissolution>>;

/**
 * Dissolves a committee: by its own vote, or by the coordinator where its members or its term are gone or an authority ordered it. The
 * case goes to its final report: what was seen still gets reported by those who are in office.
 */
export const dissolveCommittee = command({
  name: 'dissolve-committee',
  input: dissolution,
  subjects: () => shelfOfAct('constitution'),
  related: (_, sight) => filesOfAct('constitution', sight),
  decide: (input, situation) => {
    const { head, actor } = situation;
    const isCoordinator = actor.role === 'coordinator';
    if (head.committee === undefined) return refuse('not-constituted');
    if (isCoordinator && input.cause === 'object-fulfilled')
      return refuse('not-permitted', { operation: 'dissolve-committee', cause: input.cause });
    if (!isFounded(input.cause, situation)) return refuse('cause-unfounded', { cause: input.cause });
    return (
      (isCoordinator ? undefined : voteRefusal(input, situation)) ??
      actFileRefusal(situation, { shelf: 'constitution', documentHash: input.documentHash, isFirst: false }) ??
      record({
        type: 'committee.dissolved.v1',
        data: {
          cause: input.cause,
          stage: head.stage,
          decidedBy: isCoordinator ? 'coordinator' : 'committee',
          ...(isCoordinator || input.vote === undefined
            ? {}
            : { votesFor: input.vote.for, votesAgainst: input.vote.against, abstentions: input.vote.abstain }),
          ...(input.documentHash === undefined ? {} : { documentHash: input.documentHash }),
        },
        content: { explanation: input.explanation },
      })
    );
  },
});

/** What the record itself can tell of a cause. */
const isFounded = (cause: DissolutionCause, { head, profile }: Situation): boolean => {
  const inOffice = head.team.filter(({ standing }) => standing === 'accepted').length;
  switch (cause) {
    case 'members-lacking':
      return inOffice < profile.membersMin.value;
    case 'term-ended':
      return head.committee?.termEnded === true;
    case 'object-fulfilled':
    case 'authority-order':
      return true;
  }
};

/** More than half of the members in office are for it; nobody votes who is not there. */
const voteRefusal = ({ vote, documentHash }: Dissolution, { head }: Situation): Decision | undefined => {
  if (vote === undefined || documentHash === undefined) {
    return refuse('dissolution-incomplete', {
      missing: [...(vote === undefined ? ['vote'] : []), ...(documentHash === undefined ? ['documentHash'] : [])],
    });
  }
  const inOffice = head.team.filter(({ standing }) => standing === 'accepted').length;
  const cast = vote.for + vote.against + vote.abstain;
  if (cast > inOffice) return refuse('too-many-votes', { cast, inOffice });
  const quorum = quorumOf(head);
  if (cast < quorum) return refuse('quorum-missing', { quorum, present: cast });
  return vote.for * 2 > inOffice ? undefined : refuse('majority-missing', { votesFor: vote.for, inOffice });
};
