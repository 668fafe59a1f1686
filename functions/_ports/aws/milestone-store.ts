import { MILESTONE_CHANGES_MAX, type MilestoneStore } from '../ports.ts';
import { milestoneChangeItem, milestonesItem, PARTITION } from '../written-items.ts';
import { readMilestoneChange, readMilestones } from './items.ts';
import { rawPage } from './raw-page.ts';
import { putOneOver } from './single-write.ts';
import { getItem, type Table } from './table.ts';
import { milestoneChangeKey, milestonesKey } from './table-keys.ts';
import { put, putOver, transact } from './transaction.ts';

/** The projection of milestones in DynamoDB: one item in a partition of its case, and one for each event that changed them. */
export const dynamodbMilestoneStore = (table: Table): MilestoneStore => ({
  milestones: async (caseId) => {
    const item = await getItem(table, milestonesKey(caseId));
    return item === undefined ? undefined : readMilestones(item);
  },
  saveMilestones: (milestones, expectedVersion, changed = []) => {
    const expected = expectedVersion === 0 ? undefined : expectedVersion;
    const item = milestonesItem(milestones);
    if (changed.length > MILESTONE_CHANGES_MAX)
      throw new Error('So many announcements take more than one transaction.');
    return changed.length === 0
      ? putOneOver(table, expected, item)
      : transact(table, [
          putOver(table, expected, item),
          ...changed.map((each) => put(table, milestoneChangeItem(each))),
        ]);
  },
  change: async ({ case: caseId, version }) => {
    const item = await getItem(table, milestoneChangeKey(caseId, version));
    return item === undefined ? undefined : readMilestoneChange(item);
  },
  rawItems: ({ case: caseId, ...page }) => rawPage(table, PARTITION.milestones(caseId), page),
});
