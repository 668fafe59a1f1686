import * as z from 'zod/mini';
import { subjectId } from '../../events/shapes.ts';
import { dueAt } from '../clocks/term.ts';
import { command, record, type Situation } from '../command.ts';
import { refuse } from '../refusals.ts';
import { reason, time } from '../shapes.ts';
import { subjectOf } from '../state.ts';
import { unnamed } from './confide.ts';
import { sealOf } from './seal.ts';

const observation = subjectId('observation');

/**
 * The latest end that an embargo can have. The profile counts its term from the award; while there is none, from today, so that no
 * extension, and no number of them, reaches beyond what the term will allow when the award comes.
 */
export const embargoEndMax = ({ head, profile, now }: Pick<Situation, 'head' | 'profile' | 'now'>): string =>
  dueAt({
    term: profile.embargoTermMax.value,
    startedAt: head.embargoesExtended?.liftedAt ?? now,
    profile,
    pauses: head.pauses,
    now,
  });

/** Keeps an observation sealed beyond the award, until a date. Its author asks for it, or the coordinator. */
export const extendEmbargo = command({
  name: 'extend-embargo',
  input: () => z.strictObject({ observation, until: time, reason }),
  subjects: (input) => [input.observation],
  decide: (input, situation) => {
    const { subjects, actor, now } = situation;
    const found = subjectOf(subjects, 'observation', input.observation);
    if (found === undefined) return refuse('observation-unknown', { observation: input.observation });
    if (actor.role !== 'coordinator' && actor.person !== found.by)
      return refuse('not-the-author', { observation: input.observation });
    if (found.visibility !== 'after-award' || sealOf(found, situation) === 'open')
      return refuse('not-embargoed', { observation: input.observation });
    const after = found.embargoUntil !== undefined && found.embargoUntil > now ? found.embargoUntil : now;
    const latest = embargoEndMax(situation);
    if (input.until <= after || input.until > latest) return refuse('embargo-end-unfit', { after, latest });
    // The author must not be known by it; a coordinator, who wrote nothing, answers for it by name.
    const isCoordinators = actor.role === 'coordinator';
    return record({
      type: 'embargo.extended.v1',
      ...(isCoordinators ? {} : unnamed(found, situation)),
      data: { observation: input.observation, until: input.until },
      content: { reason: input.reason, ...(isCoordinators ? {} : { by: actor.person }) },
    });
  },
});

/**
 * Records that an extended embargo ended. An extension that ended before the award kept nothing sealed: then the award opens, and there
 * is nothing to record.
 */
export const endEmbargo = command({
  name: 'end-embargo',
  input: () => z.strictObject({ observation }),
  subjects: (input) => [input.observation],
  decide: (input, { head, subjects, now }) => {
    const found = subjectOf(subjects, 'observation', input.observation);
    const lifted = head.embargoesExtended?.liftedAt;
    if (found?.embargoUntil === undefined || found.embargoEndedAt !== undefined) return refuse('nothing-to-lapse');
    if (lifted === undefined || found.embargoUntil <= lifted) return refuse('nothing-to-lapse');
    if (now < found.embargoUntil) return refuse('term-running', { dueAt: found.embargoUntil });
    return record({ type: 'embargo.ended.v1', data: { observation: input.observation } });
  },
});
