import type { MilestoneStore, StoredMilestones } from '../ports.ts';
import { milestonesItem, PARTITION } from '../written-items.ts';
import { rawPageInMemory } from './memory-pages.ts';

/** The projection of milestones in memory. */
export const memoryMilestoneStore = (): MilestoneStore => {
  const kept = new Map<string, StoredMilestones>();
  return {
    milestones: async (caseId) => kept.get(caseId),
    saveMilestones: async (milestones, expectedVersion) => {
      if ((kept.get(milestones.case)?.version ?? 0) !== expectedVersion) return false;
      kept.set(milestones.case, milestones);
      return true;
    },
    rawItems: async ({ case: caseId, ...page }) => {
      const stored = kept.get(caseId);
      const items = stored === undefined ? [] : [milestonesItem(stored)];
      return rawPageInMemory(items, { ...page, partition: PARTITION.milestones(caseId) });
    },
  };
};
