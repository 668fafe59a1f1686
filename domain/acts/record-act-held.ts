import * as z from 'zod/mini';
import { sha256, subjectId } from '../../events/shapes.ts';
import { moment, resolveMoment } from '../clocks/moment.ts';
import { command, record } from '../command.ts';
import { refuse } from '../refusals.ts';
import { title } from '../shapes.ts';
import { subjectOf } from '../state.ts';

/** Records that an act was held: when it really began and ended, who presided, and the hash of its minutes. */
export const recordActHeld = command({
  name: 'record-act-held',
  input: () =>
    z.strictObject({
      act: subjectId('act'),
      beganAt: moment,
      endedAt: moment,
      presidedBy: z.optional(title),
      documentHash: z.optional(sha256),
    }),
  subjects: (input) => [input.act],
  decide: (input, { subjects, now }) => {
    const found = subjectOf(subjects, 'act', input.act);
    if (found === undefined) return refuse('act-unknown', { act: input.act });
    if (found.accounted === 'cancelled') return refuse('act-cancelled', { act: input.act });
    if (found.beganAt !== undefined) return refuse('act-held-already', { act: input.act, beganAt: found.beganAt });
    const began = resolveMoment(input.beganAt, '/beganAt');
    if ('refusal' in began) return began;
    const ended = resolveMoment(input.endedAt, '/endedAt');
    if ('refusal' in ended) return ended;
    if (ended.at < began.at) {
      return refuse('interval-reversed', { pointer: '/endedAt', beganAt: began.at, endedAt: ended.at });
    }
    if (ended.at > now) return refuse('observed-in-the-future', { endedAt: ended.at, now });
    return record({
      type: 'act.held.v1',
      data: {
        act: input.act,
        stage: found.stage,
        beganAt: began.at,
        endedAt: ended.at,
        ...(input.documentHash === undefined ? {} : { documentHash: input.documentHash }),
      },
      ...(input.presidedBy === undefined ? {} : { content: { presidedBy: input.presidedBy } }),
    });
  },
});
