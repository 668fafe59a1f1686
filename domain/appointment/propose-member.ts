import * as z from 'zod/mini';
import { code, type Instant, personId } from '../../events/shapes.ts';
import { dueAt } from '../clocks/term.ts';
import { command, type ProposedFact, record, type Situation } from '../command.ts';
import { refuse } from '../refusals.ts';
import { reason } from '../shapes.ts';
import { type Member, TEAM_MAX } from '../state.ts';
import { accreditationRefusal, accreditedUntil } from './accreditation.ts';

export const memberOf = ({ head }: Pick<Situation, 'head'>, person: string): Member | undefined =>
  head.team.find((member) => member.person === person);

/** When a proposal lapses, with the time that suspensions gave back. */
export const proposalDueAt = (
  { head, profile, now }: Pick<Situation, 'head' | 'profile' | 'now'>,
  member: Pick<Member, 'proposedAt'>,
): string =>
  dueAt({ term: profile.proposalTerm.value, startedAt: member.proposedAt, profile, pauses: head.pauses, now });

/** How many people the team can hold, proposals included. */
export const teamMaxOf = ({ profile }: Pick<Situation, 'profile'>): number =>
  Math.min(profile.membersMax.value, TEAM_MAX);

/** The fact of a proposal that is made now. */
export const proposalOf = (
  situation: Situation,
  { person, way, sector }: { person: string; way: 'by-hand' | 'by-lot'; sector: string | undefined },
): ProposedFact => ({
  type: 'member.proposed.v1',
  data: {
    person,
    way,
    ...(sector === undefined ? {} : { sector }),
    lapsesAt: proposalDueAt(situation, { proposedAt: situation.now }),
    ...accreditedFor(situation, person),
  },
});

const accreditedFor = (situation: Situation, person: string): { accreditedUntil?: Instant } => {
  const until = accreditedUntil(situation, person);
  return until === undefined ? {} : { accreditedUntil: until };
};

/** Proposes a person for the team of a case by hand, with the reason. By lot nobody is chosen here: that is what a draw is for. */
export const proposeMember = command({
  name: 'propose-member',
  input: () => z.strictObject({ person: personId, sector: z.optional(code), reason }),
  enrolled: ({ person }) => [person],
  decide: ({ person, sector, reason: given }, situation) => {
    if (memberOf(situation, person) !== undefined) return refuse('already-in-team', { person });
    const membersMax = teamMaxOf(situation);
    if (situation.head.team.length >= membersMax) return refuse('team-full', { membersMax });
    const unfit = accreditationRefusal(situation, person);
    if (unfit !== undefined) return unfit;
    return record({ ...proposalOf(situation, { person, way: 'by-hand', sector }), content: { reason: given } });
  },
});
