import * as z from 'zod/mini';
import { sustainedDueAt } from '../assessment/check-sustained.ts';
import { command, record } from '../command.ts';
import { nextStage } from '../instruments/instruments.ts';
import { refuse } from '../refusals.ts';
import { judgeStage } from '../requirements/requirements.ts';

/** Moves a case to its next stage, or says everything that is missing. */
export const advanceStage = command({
  name: 'advance-stage',
  input: () => z.strictObject({}),
  decide: (_, { head, instrument, profile, now }) => {
    const unmet = judgeStage({ head, instrument, profile, now }).filter(({ met }) => !met);
    if (unmet.length > 0) return refuse('requirements-unmet', { stage: head.stage, requirements: unmet });
    const to = nextStage(instrument, head);
    if (to === undefined) return refuse('wrong-stage', { stage: head.stage, allowedIn: [] });
    const due = to === 'closed' ? { sustainedDueAt: sustainedDueAt({ head, profile, now }) } : {};
    return record({ type: 'stage.advanced.v1', data: { from: head.stage, to, ...due } });
  },
});
