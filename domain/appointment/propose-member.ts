import * as z from 'zod/mini';
import { code, type Instant, personId } from '../../events/shapes.ts';
import { dueAt } from '../clocks/term.ts';
import { command, type ProposedFact, record, type Situation } from '../command.ts';
import { refuse } from '../refusals.ts';
import { reason } from '../shapes.ts';
import { DEPARTURES, type Head, type Member, TEAM_MAX } from '../state.ts';
import { accreditationRefusal, accreditedUntil } from './accreditation.ts';
import { replacementRefusal, wasPutOut } from './departures.ts';

export const memberOf = ({ head }: Pick<Situation, 'head'>, person: string): Member | undefined =>
  head.team.find((member) => member.person === person);

/** Whether somebody acts in this case for an institution: whoever does cannot watch over it. */
export const actsForInstitution = ({ liaisons }: Head, person: string): boolean =>
  liaisons.some((liaison) => liaison.person === person);

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
  {
    person,
    way,
    sector,
    replaces,
  }: { person: string; way: 'by-hand' | 'by-lot'; sector: string | undefined; replaces?: string | undefined },
): ProposedFact => ({
  type: 'member.proposed.v1',
  data: {
    person,
    way,
    ...(sector === undefined ? {} : { sector }),
    lapsesAt: proposalDueAt(situation, { proposedAt: situation.now }),
    ...(replaces === undefined ? {} : { replaces }),
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
  input: () =>
    z.strictObject({
      person: personId,
      sector: z.optional(code),
      reason,
      replaces: z.optional(personId),
      /** Why somebody comes back who was put out of this team. */
      despiteDeparture: z.optional(reason),
    }),
  subjects: () => [DEPARTURES],
  enrolled: ({ person }) => [person],
  decide: ({ person, sector, reason: given, replaces, despiteDeparture }, situation) => {
    if (memberOf(situation, person) !== undefined) return refuse('already-in-team', { person });
    const membersMax = teamMaxOf(situation);
    if (situation.head.team.length >= membersMax) return refuse('team-full', { membersMax });
    if (actsForInstitution(situation.head, person)) return refuse('conflict-of-roles', { person });
    if (despiteDeparture === undefined && wasPutOut(situation.subjects, person))
      return refuse('put-out-before', { person });
    const content = { reason: given, ...(despiteDeparture === undefined ? {} : { despiteDeparture }) };
    return (
      replacementRefusal(situation, replaces) ??
      accreditationRefusal(situation, person) ??
      record({ ...proposalOf(situation, { person, way: 'by-hand', sector, replaces }), content })
    );
  },
});
