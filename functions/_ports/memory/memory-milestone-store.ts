import { announcementText, parseAnnouncement } from '../../../events/announcements.ts';
import { MILESTONE_CHANGES_MAX, type MilestoneStore, type StoredMilestones } from '../ports.ts';
import { milestoneChangeItem, milestonesItem, PARTITION } from '../written-items.ts';
import { rawPageInMemory } from './memory-pages.ts';

/** The projection of milestones in memory. */
export const memoryMilestoneStore = (): MilestoneStore => {
  const kept = new Map<string, StoredMilestones>();
  const announced = new Map<string, Map<number, string>>();
  return {
    milestones: async (caseId) => kept.get(caseId),
    saveMilestones: async (milestones, expectedVersion, changed = []) => {
      if (changed.length > MILESTONE_CHANGES_MAX) {
        throw new Error('So many announcements take more than one transaction.');
      }
      if ((kept.get(milestones.case)?.version ?? 0) !== expectedVersion) return false;
      kept.set(milestones.case, milestones);
      for (const change of changed) {
        const ofCase = announced.get(change.stream) ?? new Map<number, string>();
        announced.set(change.stream, ofCase.set(change.version, announcementText(change)));
      }
      return true;
    },
    change: async ({ case: caseId, version }) => {
      const text = announced.get(caseId)?.get(version);
      return text === undefined ? undefined : parseAnnouncement(text);
    },
    rawItems: async ({ case: caseId, ...page }) => {
      const stored = kept.get(caseId);
      const changes = [...(announced.get(caseId)?.values() ?? [])].map((text) =>
        milestoneChangeItem(parseAnnouncement(text)),
      );
      const items = [...(stored === undefined ? [] : [milestonesItem(stored)]), ...changes];
      return rawPageInMemory(items, { ...page, partition: PARTITION.milestones(caseId) });
    },
  };
};
