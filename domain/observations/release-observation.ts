import * as z from 'zod/mini';
import { subjectId } from '../../events/shapes.ts';
import { command, record, type Situation } from '../command.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { reason } from '../shapes.ts';
import { type Head, type SubjectOf, subjectOf } from '../state.ts';

type Observation = SubjectOf<'observation'>;

const input = () => z.strictObject({ observation: subjectId('observation'), reason });

/** A restricted observation that is still sealed and stands, or why it cannot be opened. */
const restricted = (id: string, { subjects }: Situation): Observation | { readonly refusal: Refusal } => {
  const observation = subjectOf(subjects, 'observation', id);
  if (observation === undefined) return refuse('observation-unknown', { observation: id });
  if (observation.withdrawnAt !== undefined) return refuse('observation-withdrawn', { observation: id });
  return observation.visibility === 'restricted' && observation.releasedAt === undefined
    ? observation
    : refuse('not-restricted', { observation: id });
};

const isInOffice = ({ team }: Head, person: string): boolean =>
  team.some((member) => member.person === person && member.standing === 'accepted');

/**
 * Proposes that a restricted observation be opened. Its author knows whom it protects: while the author is in the team, nobody else
 * proposes it.
 */
export const proposeRelease = command({
  name: 'propose-release',
  input,
  subjects: ({ observation }) => [observation],
  decide: ({ observation: id, reason: why }, situation) => {
    const observation = restricted(id, situation);
    if ('refusal' in observation) return observation;
    const { head, actor } = situation;
    if (observation.by !== actor.person && isInOffice(head, observation.by))
      return refuse('not-the-author', { observation: id });
    if (observation.releaseProposedBy !== undefined) return refuse('release-proposed', { observation: id });
    return record({
      type: 'release.proposed.v1',
      withoutName: true,
      data: { observation: id },
      content: { reason: why, by: actor.person },
    });
  },
});

/** The second of two people opens a restricted observation. */
export const releaseObservation = command({
  name: 'release-observation',
  input,
  subjects: ({ observation }) => [observation],
  decide: ({ observation: id, reason: why }, situation) => {
    const observation = restricted(id, situation);
    if ('refusal' in observation) return observation;
    const { by, releaseProposedBy } = observation;
    if (releaseProposedBy === undefined) return refuse('release-not-proposed', { observation: id });
    if ([by, releaseProposedBy].includes(situation.actor.person))
      return refuse('second-person-needed', { observation: id });
    return record({ type: 'observation.released.v1', data: { observation: id }, content: { reason: why } });
  },
});
