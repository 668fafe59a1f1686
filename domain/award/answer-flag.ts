import * as z from 'zod/mini';
import { subjectId } from '../../events/shapes.ts';
import { command, type Decision, record, type Situation } from '../command.ts';
import { tellOf } from '../observations/confide.ts';
import { refuse } from '../refusals.ts';
import { reason } from '../shapes.ts';
import { subjectOf } from '../state.ts';

const flag = subjectId('flag');

const answer = ({ subjects }: Situation, id: string, decide: () => Decision): Decision => {
  const found = subjectOf(subjects, 'flag', id);
  if (found === undefined) return refuse('flag-unknown', { flag: id });
  return found.answer === undefined ? decide() : refuse('flag-answered', { flag: id, answer: found.answer });
};

/** Dismisses a red flag with a reason. */
export const dismissFlag = command({
  name: 'dismiss-flag',
  input: () => z.strictObject({ flag, reason }),
  subjects: (input) => [input.flag],
  decide: (input, situation) =>
    answer(situation, input.flag, () =>
      record({ type: 'flag.dismissed.v1', data: { flag: input.flag }, content: { reason: input.reason } }),
    ),
});

/** Ties a red flag to the finding that the team filed about it. */
export const turnFlagIntoFinding = command({
  name: 'turn-flag-into-finding',
  input: () => z.strictObject({ flag, observation: subjectId('observation') }),
  subjects: (input) => [input.flag, input.observation],
  decide: (input, situation) =>
    answer(situation, input.flag, () => {
      const observation = subjectOf(situation.subjects, 'observation', input.observation);
      if (observation === undefined) return refuse('observation-unknown', { observation: input.observation });
      if (observation.withdrawnAt !== undefined)
        return refuse('observation-withdrawn', { observation: input.observation });
      if (observation.type !== 'finding') return refuse('not-a-finding', { observation: input.observation });
      // Who ties a flag to a sealed finding is most likely who wrote it.
      const { withoutName, confided } = tellOf(observation, situation, situation.actor.person);
      return record({
        type: 'flag.turned-into-finding.v1',
        ...(withoutName === undefined ? {} : { withoutName }),
        data: { flag: input.flag },
        content: { observation: input.observation, ...confided },
      });
    }),
});
