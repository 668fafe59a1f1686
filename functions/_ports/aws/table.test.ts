import { describe, expect, test } from 'vitest';
import { appendTo } from '../../../test/contract/cast.ts';
import { scriptedService } from '../../../test/contract/scripted-service.ts';
import { OutsideFailure } from '../ports.ts';
import { dynamodbCaseStore } from './case-store.ts';
import { dynamodbMilestoneStore } from './milestone-store.ts';
import { ATTEMPTS_MAX, BATCH_ROUNDS_MAX, openTable } from './table.ts';

const cancelled = (...codes: string[]) => ({
  status: 400,
  body: {
    __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
    Message: 'the text of an item',
    CancellationReasons: codes.map((Code) => ({ Code })),
  },
});
const failure = (status: number, name: string) => ({ status, body: { __type: name, message: 'the text of an item' } });
const storeOn = (url: string) => dynamodbCaseStore(openTable({ name: 'veedor', endpoint: url }));

describe('an append in DynamoDB', () => {
  test.each([
    ['a condition that does not hold', ['None', 'ConditionalCheckFailed']],
    ['another transaction on the same items', ['TransactionConflict', 'None']],
  ])('takes %s for a lost race', async (_, codes) => {
    const { url, asked } = await scriptedService(cancelled(...codes));
    expect(await storeOn(url).append(await appendTo('ip-1', 0))).toBe(false);
    expect(asked).toHaveLength(1);
  });

  test.each([
    ['throttling', cancelled('ThrottlingError', 'None')],
    ['an item that is refused', cancelled('ValidationError')],
    ['no right to write', failure(400, 'AccessDeniedException')],
  ])('takes %s for an outside failure, and says nothing of the items', async (_, answer) => {
    const { url } = await scriptedService(answer);
    const append = storeOn(url).append(await appendTo('ip-1', 0));
    await expect(append).rejects.toThrow(OutsideFailure);
    await expect(append).rejects.toThrow(/^DynamoDB: \w+$/);
  });

  test('is tried a bounded number of times, always as the same transaction', async () => {
    const { url, asked } = await scriptedService(failure(500, 'InternalServerError'));
    await expect(storeOn(url).append(await appendTo('ip-1', 0))).rejects.toThrow('DynamoDB: InternalServerError');
    expect(asked).toHaveLength(ATTEMPTS_MAX);
    expect(new Set(asked.map(({ ClientRequestToken }) => ClientRequestToken)).size).toBe(1);
  });

  test('fails when the table hangs up', async () => {
    const { url } = await scriptedService(undefined);
    await expect(storeOn(url).append(await appendTo('ip-1', 0))).rejects.toThrow(OutsideFailure);
  });
});

describe('a reading in DynamoDB', () => {
  const unprocessed = (keys: unknown[]) => ({
    status: 200,
    body: { Responses: {}, UnprocessedKeys: { veedor: { Keys: keys } } },
  });
  const head = { pk: { S: 'CASE#ip-1' }, sk: { S: 'HEAD' } };
  const found = {
    ...head,
    version: { N: '3' },
    hash: { S: 'a'.repeat(64) },
    state: { S: '{}' },
    stage: { S: 'closed' },
  };

  test('is one consistent request', async () => {
    const { url, asked } = await scriptedService({ status: 200, body: { Responses: { veedor: [found] } } });
    const reading = await storeOn(url).read({ case: 'ip-1', subjects: ['act-1'], command: 'c' });
    expect(reading.head).toEqual({ version: 3, hash: 'a'.repeat(64), state: '{}' });
    expect(asked).toEqual([
      {
        RequestItems: {
          veedor: {
            ConsistentRead: true,
            Keys: [
              head,
              { pk: { S: 'CASE#ip-1' }, sk: { S: 'SUBJECT#act-000001' } },
              { pk: { S: 'RECEIPT#c' }, sk: { S: 'RECEIPT' } },
            ],
          },
        },
      },
    ]);
  });

  test('asks again for what was left unprocessed, and only for that', async () => {
    const { url, asked } = await scriptedService(unprocessed([head]), {
      status: 200,
      body: { Responses: { veedor: [found] } },
    });
    expect((await storeOn(url).read({ case: 'ip-1', subjects: ['act-1'] })).head?.version).toBe(3);
    expect(asked[1].RequestItems.veedor.Keys).toEqual([head]);
  });

  test('gives up when too much is left unprocessed too often', async () => {
    const { url, asked } = await scriptedService(unprocessed([head]));
    await expect(storeOn(url).read({ case: 'ip-1', subjects: [] })).rejects.toThrow('DynamoDB: UnprocessedKeys');
    expect(asked).toHaveLength(BATCH_ROUNDS_MAX);
  });

  test.each([
    ['no version', { ...found, version: { S: 'three' } }],
    ['a version that is no whole number', { ...found, version: { N: '1.5' } }],
    ['a hash that is none', { ...found, hash: { S: 'short' } }],
    ['no state', { ...found, state: { M: {} } }],
  ])('does not take an item with %s, and does not repeat its text', async (_, item) => {
    const { url } = await scriptedService({ status: 200, body: { Responses: { veedor: [item] } } });
    await expect(storeOn(url).read({ case: 'ip-1', subjects: [] })).rejects.toThrow(
      'The item at HEAD of CASE#ip-1 is not what the house writes there.',
    );
  });
});

test('milestones that another projector wrote first are not written over', async () => {
  const { url } = await scriptedService(failure(400, 'ConditionalCheckFailedException'));
  const store = dynamodbMilestoneStore(openTable({ name: 'veedor', endpoint: url }));
  expect(await store.saveMilestones({ case: 'ip-1', version: 2, state: '{}' }, 1)).toBe(false);
});
