import * as z from 'zod/mini';
import { personId, subjectId } from '../../events/shapes.ts';
import { ABSENCE_REASONS, ACT_ACCOUNTS } from '../../events/vocabulary.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { refuse } from '../refusals.ts';
import { reason } from '../shapes.ts';
import { type SubjectOf, subjectOf, TEAM_MAX } from '../state.ts';
import { quorumOf } from './account-for-act.ts';

const correction = () =>
  z.strictObject({
    act: subjectId('act'),
    accounted: z.enum(ACT_ACCOUNTS),
    present: z.optional(z.array(personId).check(z.minLength(1), z.maxLength(TEAM_MAX))),
    citizensAdmitted: z.optional(z.boolean()),
    absenceReason: z.optional(z.enum(ABSENCE_REASONS)),
    reason,
  });
type Correction = z.infer<ReturnType<typeof correction>>;

/**
 * Corrects a mistaken account of an act: the first one stays in the record, and the reason is told. It says the whole account anew:
 * who was present, or why nobody was.
 */
export const correctAccount = command({
  name: 'correct-account-of-act',
  input: correction,
  subjects: (input) => [input.act],
  decide: (input, situation) => {
    const found = subjectOf(situation.subjects, 'act', input.act);
    if (found === undefined) return refuse('act-unknown', { act: input.act });
    const { accounted: from } = found;
    if (from === 'awaited' || from === 'cancelled') return refuse('act-not-accounted', { act: input.act });
    const isAttended = input.accounted === 'attended';
    const missing = isAttended ? ['present'] : ['absenceReason'];
    if ((isAttended ? input.present : input.absenceReason) === undefined)
      return refuse('account-incomplete', { missing });
    return (
      attendanceRefusal(input, found, situation) ??
      record({
        type: 'act.account-corrected.v1',
        data: {
          act: input.act,
          stage: found.stage,
          from,
          to: input.accounted,
          ...accountOf(input, found, situation),
          ...(found.citizensAdmitted === undefined ? {} : { citizensAdmittedBefore: found.citizensAdmitted }),
        },
        content: { reason: input.reason },
      })
    );
  },
});

/** As many as had to be there then; who attended and has left the team since still attended. */
const quorumThen = ({ quorum }: SubjectOf<'act'>, { head }: Situation): number => quorum ?? quorumOf(head);

const attendanceRefusal = (
  { accounted, present = [] }: Correction,
  found: SubjectOf<'act'>,
  situation: Situation,
): Decision | undefined => {
  if (accounted !== 'attended') return undefined;
  const inOffice = situation.head.team.filter(({ standing }) => standing === 'accepted').map(({ person }) => person);
  const known = [...inOffice, ...(found.present ?? [])];
  const stranger = present.find((person) => !known.includes(person));
  if (stranger !== undefined) return refuse('not-in-team', { person: stranger });
  const quorum = quorumThen(found, situation);
  const count = new Set(present).size;
  return count < quorum ? refuse('quorum-missing', { quorum, present: count }) : undefined;
};

const accountOf = (
  { accounted, present, citizensAdmitted, absenceReason }: Correction,
  found: SubjectOf<'act'>,
  situation: Situation,
) => {
  if (accounted !== 'attended' || present === undefined) return absenceReason === undefined ? {} : { absenceReason };
  return {
    present: [...new Set(present)],
    quorum: quorumThen(found, situation),
    ...(citizensAdmitted === undefined || !found.public ? {} : { citizensAdmitted }),
  };
};
