import * as z from 'zod/mini';
import { ACT_KINDS, STAGES } from '../../events/vocabulary.ts';
import { command, record } from '../command.ts';
import { refuse } from '../refusals.ts';
import { time, title } from '../shapes.ts';
import { nextId } from '../state.ts';

/** The stages in which formal acts are held: no requirement and no milestone would look at any other. */
const ACT_STAGES = ['tender-observation', 'award-review', 'implementation-monitoring'] as const;

/** Puts a formal act of the procedure on the case's calendar. An act of a stage that is over cannot be put there. */
export const scheduleAct = command({
  name: 'schedule-act',
  input: () =>
    z.strictObject({
      kind: z.enum(ACT_KINDS),
      stage: z.enum(STAGES),
      heldAt: time,
      public: z.optional(z.boolean()),
      place: z.optional(title),
    }),
  decide: (input, { head, profile }) => {
    const isOver = STAGES.indexOf(input.stage) < STAGES.indexOf(head.stage);
    const isActStage = ACT_STAGES.some((stage) => stage === input.stage);
    if (isOver || !isActStage) return refuse('wrong-stage', { stage: input.stage, caseStage: head.stage });
    return record({
      type: 'act.scheduled.v1',
      data: {
        act: nextId(head, 'act'),
        kind: input.kind,
        stage: input.stage,
        heldAt: input.heldAt,
        public: input.public ?? profile.publicActs.value.includes(input.kind),
      },
      ...(input.place === undefined ? {} : { content: { place: input.place } }),
    });
  },
});
