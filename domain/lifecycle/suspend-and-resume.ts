import * as z from 'zod/mini';
import { PROCESS_ENDINGS, SUSPENSION_REASONS } from '../../events/vocabulary.ts';
import { command, record } from '../command.ts';
import { refuse } from '../refusals.ts';
import { reason } from '../shapes.ts';
import { SUSPENSIONS_MAX } from '../state.ts';

/** Stops every clock of a case. */
export const suspendCase = command({
  name: 'suspend-case',
  input: () => z.strictObject({ reason: z.enum(SUSPENSION_REASONS), explanation: reason }),
  decide: (input, { head }) => {
    if (head.pauses.length >= SUSPENSIONS_MAX)
      return refuse('too-many-suspensions', { suspensionsMax: SUSPENSIONS_MAX });
    return record({
      type: 'case.suspended.v1',
      data: { reason: input.reason },
      content: { explanation: input.explanation },
    });
  },
});

/** Lets the clocks of a case run again; each gets back the time that it had not used. */
export const resumeCase = command({
  name: 'resume-case',
  input: () => z.strictObject({ explanation: reason }),
  decide: (input, { head }) => {
    const open = head.pauses.find(({ to }) => to === undefined);
    if (open === undefined) return refuse('case-not-suspended');
    return record({
      type: 'case.resumed.v1',
      data: { suspendedAt: open.from },
      content: { explanation: input.explanation },
    });
  },
});

/** Records that the contracting process was cancelled, deserted or annulled: the case goes straight to its final report. */
export const endProcess = command({
  name: 'end-process',
  input: () => z.strictObject({ ending: z.enum(PROCESS_ENDINGS), explanation: reason }),
  decide: (input, { head }) =>
    record({
      type: 'process.ended.v1',
      data: { ending: input.ending, stage: head.stage },
      content: { explanation: input.explanation },
    }),
});
