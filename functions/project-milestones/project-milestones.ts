import {
  foldMilestones,
  type MilestonesState,
  milestonesStateSchema,
  NO_MILESTONES,
} from '../../domain/milestones/milestones.ts';
import { canonicalJson } from '../../events/record.ts';
import type { CaseStore, Log, MilestoneStore } from '../_ports/ports.ts';
import { announcedBy, type BusEvent } from '../_record/announced.ts';
import { catchUp } from '../_record/catch-up.ts';

export interface MilestonePorts {
  readonly cases: CaseStore;
  readonly milestones: MilestoneStore;
  readonly log: Log;
}

/** Folds the events of a case into its milestones. Idempotent by (stream, version), and indifferent to the order of delivery. */
export const projectMilestones =
  ({ cases, milestones, log }: MilestonePorts) =>
  async (event: BusEvent): Promise<void> => {
    const announced = announcedBy(event);
    const caseId = announced.stream;
    await catchUp(cases, announced, {
      version: async () => (await milestones.milestones(caseId))?.version ?? 0,
      fold: async (entries, from) => {
        const stored = await milestones.milestones(caseId);
        if ((stored?.version ?? 0) !== from) return false;
        const state = entries.reduce(foldMilestones, stored === undefined ? NO_MILESTONES : stateFrom(stored.state));
        const version = entries.at(-1)?.version ?? from;
        // In one form for one state, so that what is stored does not tell in which pieces it was folded.
        return milestones.saveMilestones({ case: caseId, version, state: canonicalJson(state) }, from);
      },
    });
    log.say('VEE005', { case: caseId, version: announced.version });
  };

const stateFrom = (text: string): MilestonesState => milestonesStateSchema.parse(JSON.parse(text));
