import { describe, expect, it } from 'vitest';
import pact from '../../local/examples/integrity-pact-works.json' with { type: 'json' };
import { newHouse } from '../../test/support/house.ts';
import { release } from '../../test/support/ocds.ts';

const opened = async (ocds: unknown) => {
  const house = newHouse();
  const answer = await house.post('coordinator-1', '/cases', {
    body: { instrument: 'integrity-pact', ocds },
    idempotencyKey: 'one',
  });
  const at = `/cases/${(answer.body as any).case}`;
  const read = async (path: string): Promise<any> => (await house.get('', `${at}${path}`)).body;
  return { house, read };
};

describe('the flags of a case', () => {
  it('are told to everybody, each with its texts, its source and what it found or could not see', async () => {
    const { read } = await opened(pact);
    const body = await read('/flag-computations');
    expect(body.items.map(({ code }: { code: string }) => code)).toEqual([
      'R003',
      'R018',
      'R024',
      'R028',
      'R030',
      'R035',
      'R036',
      'R038',
      'R048',
      'R058',
    ]);
    expect(body.items[3]).toMatchObject({
      texts: {
        es: { title: 'Precios idénticos' },
        en: { title: 'Identical prices' },
        pt: { title: 'Preços idênticos' },
      },
      source: expect.stringContaining('cardinal.readthedocs.io'),
      outcome: { result: 'not-computable', missing: ['bids'] },
    });
  });

  it('are those that the case was opened with, where they were raised', async () => {
    const bid = (id: string) => ({
      id,
      status: 'valid',
      value: { amount: 5, currency: 'MXN' },
      tenderers: [{ id, name: id }],
    });
    const { read } = await opened(
      release({
        tender: { tenderPeriod: { startDate: '2026-03-01T00:00:00Z', endDate: '2026-03-05T00:00:00Z' } },
        bids: { details: [bid('a'), bid('b')] },
      }),
    );
    const body = await read('/flag-computations');
    const raised = body.items.flatMap(({ code, outcome }: any) =>
      outcome.result === 'raised' ? [{ code, values: outcome.values }] : [],
    );
    const onRecord = (await read('/flags')).items;
    expect(raised).toEqual(onRecord.map(({ code, values }: any) => ({ code, values })));
    expect(raised.map(({ code }: any) => code)).toEqual(['R003', 'R028']);
    expect(body.items[3].outcome.bids).toEqual(['a', 'b']);
  });

  it('of no case are not found', async () => {
    const { house } = await opened(pact);
    expect((await house.get('', '/cases/ip-00000000000000000000/flag-computations')).status).toBe(404);
    expect((await house.get('', '/cases/x/flag-computations')).status).toBe(404);
  });
});
