import type { DynamoDBRecord } from 'aws-lambda';
import { announcementText, type MilestoneChanged } from '../../events/announcements.ts';
import { milestoneChangeKey } from '../../functions/_ports/aws/table-keys.ts';
import type { MilestoneStore } from '../../functions/_ports/ports.ts';

/** Everything that the milestones of a case announced, in order. */
export const announcedOfCase = async (
  milestones: Pick<MilestoneStore, 'change'>,
  caseId: string,
  events: number,
): Promise<readonly MilestoneChanged[]> => {
  const versions = Array.from({ length: events }, (_, index) => index + 1);
  const changes = await Promise.all(versions.map((version) => milestones.change({ case: caseId, version })));
  return changes.flatMap((changed) => changed ?? []);
};

/** An announcement as the table's stream tells it when it is new. */
export const asInserted = (changed: MilestoneChanged): DynamoDBRecord => {
  const { pk, sk } = milestoneChangeKey(changed.stream, changed.version);
  return {
    eventName: 'INSERT',
    dynamodb: {
      SequenceNumber: '7',
      Keys: { pk: { S: pk }, sk: { S: sk } },
      NewImage: { announcement: { S: announcementText(changed) } },
    },
  };
};
