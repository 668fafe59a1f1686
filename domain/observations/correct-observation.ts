import * as z from 'zod/mini';
import { asJsonObject, subjectId } from '../../events/shapes.ts';
import { type Severity, VISIBILITIES, type Visibility } from '../../events/vocabulary.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { refuse } from '../refusals.ts';
import { reason } from '../shapes.ts';
import { type SubjectOf, subjectOf } from '../state.ts';
import { unnamed } from './confide.ts';
import { awaitsEscalation } from './evolve-observations.ts';
import { sealOf } from './seal.ts';
import { seenRefusal, thingsSeen, whatWasSeen } from './what-was-seen.ts';

type Observation = SubjectOf<'observation'>;

/** How often one observation is corrected: each version is read with the others. */
export const CORRECTIONS_MAX = 20;

const correctObservationInput = () =>
  z.strictObject({
    observation: subjectId('observation'),
    reason,
    visibility: z.optional(z.enum(VISIBILITIES)),
    ...whatWasSeen(),
  });

/**
 * The author writes an observation anew, whole. What kind of observation it is, and the stage that it is about, stay: a finding cannot be
 * corrected into something that nobody must answer.
 */
export const correctObservation = command({
  name: 'correct-observation',
  input: correctObservationInput,
  subjects: (input) => [input.observation, ...thingsSeen(input)],
  decide: ({ observation: id, visibility, ...written }, situation) => {
    const observation = ownObservation(id, situation);
    if ('refusal' in observation) return observation;
    const { type, corrections = [] } = observation;
    if (corrections.length >= CORRECTIONS_MAX)
      return refuse('corrections-too-many', { correctionsMax: CORRECTIONS_MAX });
    return (
      widenedRefusal(observation, visibility, situation) ??
      seenRefusal({ ...written, type }, situation) ??
      record({
        type: 'observation.corrected.v1',
        ...unnamed({ ...observation, visibility: visibility ?? observation.visibility }, situation),
        data: {
          observation: id,
          number: corrections.length + 2,
          ...(visibility === undefined || visibility === observation.visibility ? {} : { restricted: true }),
        },
        content: { type, ...asJsonObject(written), by: situation.actor.person, ...askedAnew(observation, written) },
      })
    );
  },
});

/** That the new version asks to be escalated is told with it: whether that was done before, the words alone do not tell. */
const askedAnew = (
  observation: Observation,
  { severity }: { severity?: Severity | undefined },
): { readonly escalationAwaited?: true } =>
  awaitsEscalation({ ...observation, severity }) ? { escalationAwaited: true } : {};

/** An observation in the hands of its author, as long as it stands; or why not. */
export const ownObservation = (
  id: string,
  { subjects, actor }: Situation,
): Observation | { refusal: ReturnType<typeof refuse>['refusal'] } => {
  const observation = subjectOf(subjects, 'observation', id);
  if (observation === undefined) return refuse('observation-unknown', { observation: id });
  if (observation.by !== actor.person) return refuse('not-the-author', { observation: id });
  return observation.withdrawnAt === undefined ? observation : refuse('observation-withdrawn', { observation: id });
};

/** What waits for the award can become restricted while it waits; nothing else changes who reads. */
const widenedRefusal = (
  observation: Observation,
  asked: Visibility | undefined,
  situation: Situation,
): Decision | undefined => {
  const { visibility } = observation;
  const isNarrowed =
    visibility === 'after-award' && asked === 'restricted' && sealOf(observation, situation) !== 'open';
  return asked === undefined || asked === visibility || isNarrowed
    ? undefined
    : refuse('visibility-widened', { visibility });
};

/** The author withdraws an observation: it stays in the record, and says so. */
export const withdrawObservation = command({
  name: 'withdraw-observation',
  input: () => z.strictObject({ observation: subjectId('observation'), reason }),
  subjects: (input) => [input.observation],
  decide: (input, situation) => {
    const observation = ownObservation(input.observation, situation);
    if ('refusal' in observation) return observation;
    return record({
      type: 'observation.withdrawn.v1',
      ...unnamed(observation, situation),
      data: { observation: input.observation },
      content: { reason: input.reason, by: situation.actor.person },
    });
  },
});
