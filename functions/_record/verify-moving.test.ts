import { describe, expect, it } from 'vitest';
import { type Around, around, counting } from '../../test/support/around.ts';
import { arrived } from '../../test/support/journey.ts';
import { verifyRecord } from './verify-record.ts';

/** A case to which somebody writes whenever a method is called, `times` times in all. */
const writtenTo = async (method: string, times: number) => {
  const { house, caseId } = await arrived('oversight-committee', 1);
  let written = 0;
  const intervene: Around = async ({ method: called, call }) => {
    if (called === method && written < times) {
      written += 1;
      const body = { name: `Bidder ${written}` };
      await house.post('coordinator-1', `/cases/${caseId}/bidders`, { body, idempotencyKey: `k-${written}` });
    }
    return call();
  };
  const counted = counting();
  const cases = around(around(house.cases, intervene), counted.around);
  return { stores: { cases, milestones: house.milestones, deadlines: house.deadlines }, caseId, counted };
};

describe('a record that is written to while it is verified', () => {
  it.each(['rawItems', 'rawReceipts'])('verifies, when that happens at %s', async (method) => {
    for (const times of [1, 2, 3]) {
      const { stores, caseId } = await writtenTo(method, times);
      expect(await verifyRecord(stores, caseId)).toMatchObject({ verified: true });
    }
  });

  it('and never stands still is looked at a few times, and no more', async () => {
    const { stores, caseId, counted } = await writtenTo('rawReceipts', 1_000);
    await verifyRecord(stores, caseId);
    expect(counted.calls()['rawItems']).toBeLessThanOrEqual(5);
  });
});
