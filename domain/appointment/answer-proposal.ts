import * as z from 'zod/mini';
import { personId } from '../../events/shapes.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { refuse } from '../refusals.ts';
import { reason } from '../shapes.ts';
import { actsForInstitution, memberOf, proposalDueAt } from './propose-member.ts';

/** A proposal may be answered only by the person it was made to, and only in time. */
const answer = (situation: Situation, inTime: (person: string) => Decision): Decision => {
  const { actor, now } = situation;
  const member = memberOf(situation, actor.person);
  if (member?.standing !== 'proposed') return refuse('not-permitted');
  const due = proposalDueAt(situation, member);
  return now >= due ? refuse('proposal-lapsed', { dueAt: due }) : inTime(actor.person);
};

/** Accepts one's own proposal. */
export const acceptAppointment = command({
  name: 'accept-appointment',
  input: () => z.strictObject({}),
  decide: (_, situation) =>
    answer(situation, (person) => {
      if (actsForInstitution(situation.head, person)) return refuse('conflict-of-roles', { person });
      const { accreditedUntil, accreditation } = memberOf(situation, person) ?? {};
      if (accreditation !== undefined && accreditation !== 'lapsed') {
        return refuse('accreditation-not-active', { person, status: accreditation });
      }
      if (accreditation === 'lapsed' || (accreditedUntil !== undefined && situation.now >= accreditedUntil)) {
        return refuse('accreditation-lapsed', { person });
      }
      return record({
        type: 'member.accepted.v1',
        data: { person, ...(accreditedUntil === undefined ? {} : { accreditedUntil }) },
      });
    }),
});

/** Declines one's own proposal. */
export const declineAppointment = command({
  name: 'decline-appointment',
  input: () => z.strictObject({ reason: z.optional(reason) }),
  decide: (input, situation) =>
    answer(situation, (person) =>
      record({
        type: 'member.declined.v1',
        data: { person },
        ...(input.reason === undefined ? {} : { content: { reason: input.reason } }),
      }),
    ),
});

/** Records that nobody answered a proposal in its term. */
export const lapseProposal = command({
  name: 'lapse-proposal',
  input: () => z.strictObject({ person: personId }),
  decide: (input, situation) => {
    const member = memberOf(situation, input.person);
    if (member?.standing !== 'proposed') return refuse('nothing-to-lapse');
    const due = proposalDueAt(situation, member);
    if (situation.now < due) return refuse('term-running', { dueAt: due });
    return record({ type: 'proposal.lapsed.v1', data: { person: input.person } });
  },
});
