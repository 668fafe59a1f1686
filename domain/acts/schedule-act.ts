import * as z from 'zod/mini';
import { subjectId } from '../../events/shapes.ts';
import { ACT_KINDS, STAGES } from '../../events/vocabulary.ts';
import { moment, resolveMoment } from '../clocks/moment.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { refuse } from '../refusals.ts';
import { reason } from '../shapes.ts';
import { DATES_MAX, nextId, type SubjectOf, subjectOf } from '../state.ts';
import { placeContent, placeFields, saysPlace } from './place.ts';

/** The stages in which formal acts are held: no requirement and no milestone would look at any other. */
const ACT_STAGES = ['tender-observation', 'award-review', 'implementation-monitoring'] as const;

/** Puts a formal act of the procedure on the case's calendar. An act of a stage that is over cannot be put there. */
export const scheduleAct = command({
  name: 'schedule-act',
  input: () =>
    z.strictObject({
      kind: z.enum(ACT_KINDS),
      stage: z.enum(STAGES),
      heldAt: moment,
      public: z.optional(z.boolean()),
      ...placeFields(),
    }),
  decide: (input, { head, profile }) => {
    const isOver = STAGES.indexOf(input.stage) < STAGES.indexOf(head.stage);
    const isActStage = ACT_STAGES.some((stage) => stage === input.stage);
    if (isOver || !isActStage) return refuse('wrong-stage', { stage: input.stage, caseStage: head.stage });
    const held = resolveMoment(input.heldAt, '/heldAt');
    if ('refusal' in held) return held;
    return record({
      type: 'act.scheduled.v1',
      data: {
        act: nextId(head, 'act'),
        kind: input.kind,
        stage: input.stage,
        heldAt: held.at,
        public: input.public ?? profile.publicActs.value.includes(input.kind),
      },
      ...(saysPlace(input) ? { content: placeContent(input) } : {}),
    });
  },
});

/** An act that is still awaited and of which nobody recorded that it was held. */
const stillAhead = (situation: Situation, id: string, decide: (found: SubjectOf<'act'>) => Decision): Decision => {
  const found = subjectOf(situation.subjects, 'act', id);
  if (found === undefined) return refuse('act-unknown', { act: id });
  if (found.accounted === 'cancelled') return refuse('act-cancelled', { act: id });
  if (found.accounted !== 'awaited') return refuse('act-accounted', { act: id, accounted: found.accounted });
  if (found.beganAt !== undefined) return refuse('act-held-already', { act: id, beganAt: found.beganAt });
  // Whoever holds an act must not be able to make one that the team came to in vain disappear.
  return situation.actor.role === 'contracting-authority' && found.heldAt <= situation.now
    ? refuse('act-time-past', { act: id, heldAt: found.heldAt })
    : decide(found);
};

/** Gives an act another time, and another place where one is told. What was held earlier than planned is recorded as held instead. */
export const rescheduleAct = command({
  name: 'reschedule-act',
  input: () => z.strictObject({ act: subjectId('act'), heldAt: moment, reason, ...placeFields() }),
  subjects: (input) => [input.act],
  decide: (input, situation) =>
    stillAhead(situation, input.act, ({ stage, heldAt, earlierDates = [] }) => {
      const moved = resolveMoment(input.heldAt, '/heldAt');
      if ('refusal' in moved) return moved;
      const placed = saysPlace(input);
      if (moved.at === heldAt && !placed) return refuse('date-unchanged', { date: heldAt });
      if (moved.at !== heldAt && moved.at < situation.now) {
        return refuse('new-date-past', { date: moved.at, now: situation.now });
      }
      if (earlierDates.length >= DATES_MAX) return refuse('too-many-dates', { datesMax: DATES_MAX });
      return record({
        type: 'act.rescheduled.v1',
        data: { act: input.act, stage, from: heldAt, heldAt: moved.at, placed },
        content: { reason: input.reason, ...placeContent(input) },
      });
    }),
});

/** Records that an act will not be held, or was not. */
export const cancelAct = command({
  name: 'cancel-act',
  input: () => z.strictObject({ act: subjectId('act'), reason }),
  subjects: (input) => [input.act],
  decide: (input, situation) =>
    stillAhead(situation, input.act, ({ stage, public: isPublic }) =>
      record({
        type: 'act.cancelled.v1',
        data: { act: input.act, stage, public: isPublic },
        content: { reason: input.reason },
      }),
    ),
});
