import { parseAnnouncement } from '../../../events/announcements.ts';
import { MILESTONE_CHANGES_MAX, type MilestoneStore, type StoredMilestones } from '../ports.ts';
import { milestoneChangeItem, milestonesItem, PARTITION, type WrittenItem } from '../written-items.ts';
import { rawPageInMemory } from './memory-pages.ts';

/** The projection of milestones in memory. */
export const memoryMilestoneStore = (): MilestoneStore => {
  const kept = new Map<string, StoredMilestones>();
  const announced = new Map<string, Map<number, WrittenItem>>();
  return {
    milestones: async (caseId) => kept.get(caseId),
    saveMilestones: async (milestones, expectedVersion, changed = []) => {
      if (changed.length > MILESTONE_CHANGES_MAX) {
        throw new Error('So many announcements take more than one transaction.');
      }
      if ((kept.get(milestones.case)?.version ?? 0) !== expectedVersion) return false;
      kept.set(milestones.case, milestones);
      for (const change of changed) {
        const ofCase = announced.get(change.stream) ?? new Map<number, WrittenItem>();
        announced.set(change.stream, ofCase.set(change.version, milestoneChangeItem(change)));
      }
      return true;
    },
    change: async ({ case: caseId, version }) => {
      const item = announced.get(caseId)?.get(version);
      return item === undefined ? undefined : parseAnnouncement(String(item['announcement']));
    },
    rawItems: async ({ case: caseId, ...page }) => {
      const stored = kept.get(caseId);
      const changes = announced.get(caseId)?.values() ?? [];
      const items = [...(stored === undefined ? [] : [milestonesItem(stored)]), ...changes];
      return rawPageInMemory(items, { ...page, partition: PARTITION.milestones(caseId) });
    },
  };
};
