import * as z from 'zod/mini';
import { asJsonObject } from '../../events/shapes.ts';
import { OBSERVATION_TYPES, STAGES, VISIBILITIES } from '../../events/vocabulary.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { refuse } from '../refusals.ts';
import { instantOf } from '../shapes.ts';
import { nextId } from '../state.ts';
import { unnamed } from './confide.ts';
import { seenRefusal, thingsSeen, whatWasSeen } from './what-was-seen.ts';

const fileObservationInput = () =>
  z.strictObject({
    type: z.enum(OBSERVATION_TYPES),
    stage: z.enum(STAGES),
    visibility: z.enum(VISIBILITIES),
    ...whatWasSeen(),
  });
type Input = z.infer<ReturnType<typeof fileObservationInput>>;

/** Files what a member of the team saw. */
export const fileObservation = command({
  name: 'file-observation',
  input: fileObservationInput,
  subjects: thingsSeen,
  decide: (input, situation) =>
    seenRefusal(input, situation) ?? stageRefusal(input, situation) ?? filed(input, situation),
});

const stageRefusal = ({ stage }: Input, { head }: Situation): Decision | undefined =>
  STAGES.indexOf(stage) > STAGES.indexOf(head.stage)
    ? refuse('stage-not-reached', { stage, caseStage: head.stage })
    : undefined;

/**
 * The content holds all that a seal covers, the author and the time included: as long as it is sealed the record names neither. The
 * time stands there as it was told, with the zone of the clock that it was read from.
 */
const filed = (input: Input, situation: Situation): Decision => {
  const { head, actor } = situation;
  const { stage, visibility, ...confided } = input;
  return record({
    type: 'observation.filed.v1',
    ...(visibility === 'public' ? { observedAt: instantOf(input.observedAt) } : {}),
    ...unnamed({ visibility }, situation),
    data: { observation: nextId(head, 'observation'), stage, late: stage !== head.stage, visibility },
    content: { ...asJsonObject(confided), by: actor.person },
  });
};
