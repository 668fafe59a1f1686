import { foldWithChanges } from '../../domain/milestones/changes.ts';
import {
  isOfTheseRules,
  type MilestonesState,
  milestonesStateSchema,
  NO_MILESTONES,
} from '../../domain/milestones/milestones.ts';
import { canonicalJson } from '../../events/record.ts';
import type { CaseStore, Log, MilestoneStore, StoredMilestones } from '../_ports/ports.ts';
import { announcedBy, type BusEvent } from '../_record/announced.ts';
import { catchUp } from '../_record/catch-up.ts';

export interface MilestonePorts {
  readonly cases: CaseStore;
  readonly milestones: MilestoneStore;
  readonly log: Log;
}

/**
 * Folds the events of a case into its milestones, and puts what changed beside them: the publisher takes that from the table, like any
 * event. Idempotent by (stream, version), and indifferent to the order of delivery.
 */
export const projectMilestones =
  ({ cases, milestones, log }: MilestonePorts) =>
  async (event: BusEvent): Promise<void> => {
    const announced = announcedBy(event);
    const caseId = announced.stream;
    await catchUp(cases, announced, {
      read: () => milestones.milestones(caseId),
      seenBy,
      fold: (entries, stored) => {
        const { state, changed } = foldWithChanges(stateIn(stored), entries);
        const version = entries.at(-1)?.version ?? 0;
        // In one form for one state, so that what is stored does not tell in which pieces it was folded.
        const after = { case: caseId, version, state: canonicalJson(state) };
        return milestones.saveMilestones(after, stored?.version ?? 0, changed);
      },
    });
    log.say('VEE005', { case: caseId, version: announced.version });
  };

/** What is gone on from. Milestones that were folded by other rules are made anew, from the first event on. */
const stateIn = (stored: StoredMilestones | undefined): MilestonesState => {
  if (stored === undefined) return NO_MILESTONES;
  const state = milestonesStateSchema.parse(JSON.parse(stored.state));
  return isOfTheseRules(state) ? state : NO_MILESTONES;
};

const seenBy = (stored: StoredMilestones | undefined): number =>
  stored === undefined || stateIn(stored) === NO_MILESTONES ? 0 : stored.version;
