import type { MilestoneStore } from '../ports.ts';
import { milestonesItem, PARTITION } from '../written-items.ts';
import { readMilestones } from './items.ts';
import { rawPage } from './raw-page.ts';
import { putOneOver } from './single-write.ts';
import { getItem, type Table } from './table.ts';
import { milestonesKey } from './table-keys.ts';

/** The projection of milestones in DynamoDB: one item in the partition of its case. */
export const dynamodbMilestoneStore = (table: Table): MilestoneStore => ({
  milestones: async (caseId) => {
    const item = await getItem(table, milestonesKey(caseId));
    return item === undefined ? undefined : readMilestones(item);
  },
  saveMilestones: (milestones, expectedVersion) =>
    putOneOver(table, expectedVersion === 0 ? undefined : expectedVersion, milestonesItem(milestones)),
  rawItems: ({ case: caseId, ...page }) => rawPage(table, PARTITION.milestones(caseId), page),
});
