import * as z from 'zod/mini';
import { personId, subjectId } from '../../events/shapes.ts';
import { ABSENCE_REASONS, ACT_ABSENCES } from '../../events/vocabulary.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { refuse } from '../refusals.ts';
import { narrative, reason } from '../shapes.ts';
import { type Head, type SubjectOf, subjectOf, TEAM_MAX } from '../state.ts';

const act = subjectId('act');

/** How many members make a committee's quorum: more than half of those in office. One witness is enough for a pact. */
export const quorumOf = (head: Head): number => {
  const inOffice = head.team.filter(({ standing }) => standing === 'accepted').length;
  return head.instrument === 'oversight-committee' ? Math.floor(inOffice / 2) + 1 : 1;
};

/** An act is accounted for once, and only when its time has come. */
const accountFor = (situation: Situation, id: string, decide: (found: SubjectOf<'act'>) => Decision): Decision => {
  const found = subjectOf(situation.subjects, 'act', id);
  if (found === undefined) return refuse('act-unknown', { act: id });
  if (found.accounted === 'cancelled') return refuse('act-cancelled', { act: id });
  if (found.accounted !== 'awaited') return refuse('act-accounted', { act: id, accounted: found.accounted });
  const heldAt = found.beganAt ?? found.heldAt;
  if (heldAt > situation.now) return refuse('act-not-held-yet', { act: id, heldAt });
  return decide(found);
};

/** Records who of the team attended an act. */
export const attendAct = command({
  name: 'attend-act',
  input: () =>
    z.strictObject({
      act,
      present: z.array(personId).check(z.minLength(1), z.maxLength(TEAM_MAX)),
      citizensAdmitted: z.optional(z.boolean()),
      note: z.optional(narrative),
    }),
  subjects: (input) => [input.act],
  decide: (input, situation) =>
    accountFor(situation, input.act, ({ stage, public: isPublic }) => {
      const { head } = situation;
      const present = [...new Set(input.present)];
      const stranger = present.find(
        (person) => !head.team.some((member) => member.person === person && member.standing === 'accepted'),
      );
      if (stranger !== undefined) return refuse('not-in-team', { person: stranger });
      const quorum = quorumOf(head);
      if (present.length < quorum) return refuse('quorum-missing', { quorum, present: present.length });
      return record({
        type: 'act.attended.v1',
        data: {
          act: input.act,
          stage,
          present,
          quorum,
          // Nobody is kept out of an act that is not public: to say so of it would count against its openness.
          ...(input.citizensAdmitted === undefined || !isPublic ? {} : { citizensAdmitted: input.citizensAdmitted }),
        },
        ...(input.note === undefined ? {} : { content: { note: input.note } }),
      });
    }),
});

/** Records that the team missed an act, or that somebody obstructed it. */
export const accountForAbsence = command({
  name: 'account-for-absence',
  input: () =>
    z.strictObject({ act, absence: z.enum(ACT_ABSENCES), reason: z.enum(ABSENCE_REASONS), circumstances: reason }),
  subjects: (input) => [input.act],
  decide: (input, situation) =>
    accountFor(situation, input.act, ({ stage }) =>
      record({
        type: 'act.not-attended.v1',
        data: { act: input.act, stage, absence: input.absence, reason: input.reason },
        content: { circumstances: input.circumstances },
      }),
    ),
});
