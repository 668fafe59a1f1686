import type { MilestoneStore } from '../ports.ts';
import { readMilestones } from './items.ts';
import { putOneOver } from './single-write.ts';
import { getItem, type Table } from './table.ts';
import { milestonesKey } from './table-keys.ts';

/** The projection of milestones in DynamoDB: one item in the partition of its case. */
export const dynamodbMilestoneStore = (table: Table): MilestoneStore => ({
  milestones: async (caseId) => {
    const item = await getItem(table, milestonesKey(caseId));
    return item === undefined ? undefined : readMilestones(item);
  },
  saveMilestones: ({ case: caseId, version, state }, expectedVersion) =>
    putOneOver(table, expectedVersion === 0 ? undefined : expectedVersion, {
      ...milestonesKey(caseId),
      case: caseId,
      version,
      state,
    }),
});
