import * as z from 'zod/mini';
import { code, personId } from '../../events/shapes.ts';
import { APPOINTMENT_WAYS } from '../../events/vocabulary.ts';
import { dueAt } from '../clocks/term.ts';
import { command, record, type Situation } from '../command.ts';
import { refuse } from '../refusals.ts';
import { reason } from '../shapes.ts';
import { type Member, TEAM_MAX } from '../state.ts';

export const memberOf = ({ head }: Pick<Situation, 'head'>, person: string): Member | undefined =>
  head.team.find((member) => member.person === person);

/** When a proposal lapses, with the time that suspensions gave back. */
export const proposalDueAt = ({ head, profile, now }: Situation, member: Pick<Member, 'proposedAt'>): string =>
  dueAt({ term: profile.proposalTerm.value, startedAt: member.proposedAt, profile, pauses: head.pauses, now });

/** Proposes a person for the team of a case. */
export const proposeMember = command({
  name: 'propose-member',
  input: () =>
    z.strictObject({
      person: personId,
      way: z.enum(APPOINTMENT_WAYS),
      sector: z.optional(code),
      reason: z.optional(reason),
    }),
  decide: (input, situation) => {
    const { head, profile, now } = situation;
    if (memberOf(situation, input.person) !== undefined) return refuse('already-in-team', { person: input.person });
    const teamMax = Math.min(profile.membersMax.value, TEAM_MAX);
    if (head.team.length >= teamMax) return refuse('team-full', { membersMax: teamMax });
    if (input.way === 'by-hand' && input.reason === undefined) return refuse('reason-missing');
    return record({
      type: 'member.proposed.v1',
      data: {
        person: input.person,
        way: input.way,
        ...(input.sector === undefined ? {} : { sector: input.sector }),
        lapsesAt: proposalDueAt(situation, { proposedAt: now }),
      },
      ...(input.reason === undefined ? {} : { content: { reason: input.reason } }),
    });
  },
});
