import type { MilestoneStore, StoredMilestones } from '../ports.ts';

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
  };
};
