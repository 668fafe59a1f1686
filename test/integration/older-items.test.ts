import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { dynamodbCaseStore } from '../../functions/_ports/aws/case-store.ts';
import { dynamodbDeadlineStore } from '../../functions/_ports/aws/deadline-store.ts';
import { keyToWire, type WireItem } from '../../functions/_ports/aws/items.ts';
import { dynamodbMilestoneStore } from '../../functions/_ports/aws/milestone-store.ts';
import { headKey, listingKey } from '../../functions/_ports/aws/table-keys.ts';
import type { RawItem } from '../../functions/_ports/ports.ts';
import { verifyRecord } from '../../functions/_record/verify-record.ts';
import { itemsOf } from '../support/another-hand.ts';
import { newHouse } from '../support/house.ts';
import { journeyBegins, stepsThrough, travel } from '../support/journey.ts';
import { embeddedTable } from './embedded-table.ts';

const { table } = await embeddedTable();
const house = {
  ...newHouse(journeyBegins, dynamodbCaseStore(table)),
  milestones: dynamodbMilestoneStore(table),
  deadlines: dynamodbDeadlineStore(table),
};
let caseId: string;

/** Every attribute by itself, as it was before receipts were packed. */
const flat = ({ pk, sk, attributes }: RawItem): WireItem => ({
  ...keyToWire({ pk, sk }),
  ...Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === 'number' ? { N: String(value) } : { S: String(value) },
    ]),
  ),
});

const put = (item: WireItem) => table.client.send(new PutItemCommand({ TableName: table.name, Item: item }));

beforeAll(async () => {
  caseId = await travel(house, 'integrity-pact', { steps: stepsThrough('integrity-pact', '/escalations') });
  const items = await itemsOf(house, caseId);
  const head = items.find(({ pk, sk }) => pk === headKey(caseId).pk && sk === headKey(caseId).sk);
  const listing = items.find(({ sk }) => sk === listingKey(caseId).sk);
  if (head === undefined || listing === undefined) throw new Error('A case has a head, and is listed.');
  await put(flat({ ...head, attributes: { ...listing.attributes, ...head.attributes } }));
  await table.client.send(
    new DeleteItemCommand({ TableName: table.name, Key: keyToWire({ pk: listing.pk, sk: listing.sk }) }),
  );
  for (const receipt of items.filter(({ sk }) => sk === 'RECEIPT')) await put(flat(receipt));
});

const listed = async () => (await house.cases.list({ limit: 10 })).items.filter((found) => found.case === caseId);

describe('a case of before its directory entry stood apart and its receipts were packed', () => {
  it('verifies, is listed, answers a repeated command as before, and is entered in the directory by the next one', async () => {
    expect(await verifyRecord(house, caseId)).toMatchObject({ verified: true });
    expect(await listed()).toHaveLength(1);
    const before = await house.cases.read({ case: caseId, subjects: [] });
    expect(before.listsItself).toBe(true);
    const suspended = () =>
      house.post('coordinator-1', `/cases/${caseId}/suspension`, {
        body: { reason: 'court-order', explanation: 'A court ordered it.' },
        idempotencyKey: 'older-1',
      });
    const first = await suspended();
    expect(first.status).toBe(200);
    expect((await suspended()).body).toEqual(first.body);
    expect((await house.cases.read({ case: caseId, subjects: [] })).listsItself).toBeUndefined();
    expect(await listed()).toMatchObject([{ condition: 'suspended' }]);
    expect(await verifyRecord(house, caseId)).toMatchObject({ verified: true });
  });
});
