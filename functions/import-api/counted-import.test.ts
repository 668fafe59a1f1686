import { expect, it } from 'vitest';
import { deliver } from '../../test/support/deliver.ts';
import { posting } from '../../test/support/exchanges.ts';
import { newHouse } from '../../test/support/house.ts';
import { release } from '../../test/support/ocds.ts';
import { keepScoreboard } from '../keep-scoreboard/keep-scoreboard.ts';

const process = (number: number) =>
  release({
    ocid: `ocds-test00-000${number}`,
    tag: ['compiled'],
    parties: [
      {
        id: 'DO-RNC-1',
        name: 'Secretaría de Obras',
        roles: ['buyer', 'procuringEntity'],
        identifier: { scheme: 'DO-RNC', id: '1' },
        address: { countryName: 'República Dominicana' },
      },
    ],
    buyer: { id: 'DO-RNC-1', name: 'Secretaría de Obras' },
    tender: { id: 'tender', tenderPeriod: { startDate: '2026-03-10T00:00:00Z', endDate: '2026-04-10T00:00:00Z' } },
  });

interface Shown {
  readonly name?: string;
  readonly items: readonly {
    readonly processes: { readonly known: number; readonly unregistered: number; readonly watched: number };
    readonly coverage: object;
  }[];
}

it('processes that are imported and not watched count against the coverage of their authority, and of all', async () => {
  const house = newHouse();
  const lines = [1, 2, 3].map((number) => JSON.stringify({ document: process(number), source: 'test.json' }));
  const headers = { 'content-type': 'application/x-ndjson', 'idempotency-key': 'import-1' };
  const sending = { method: 'POST', path: '/processes', person: 'coordinator-1', headers } as const;
  const coverage = async (authority: string) => {
    const { body } = await house.get('', `/coverage?from=2026-03&to=2026-03${authority}`);
    const { name, items } = body as Shown;
    return items.map(({ processes: { known, unregistered, watched }, coverage: share }) => ({
      name,
      counts: [known, unregistered, watched],
      share,
    }));
  };
  for (let time = 1; time <= 2; time += 1)
    expect((await house.send({ ...sending, body: lines.join('\n') })).status).toBe(200);
  expect(await coverage('')).toEqual([{ counts: [3, 0, 0], share: { numerator: 0, denominator: 3 } }]);

  const opening = { instrument: 'integrity-pact', ocds: process(2) };
  const { body } = await house.send(
    posting({ person: 'coordinator-1', path: '/cases', body: opening, idempotencyKey: 'open-1' }),
  );
  const { case: caseId } = body as { case: string };
  await deliver(keepScoreboard(house), house.cases, caseId);
  for (const authority of ['', '&authority=DO-RNC:1']) {
    const named = authority === '' ? {} : { name: 'Secretaría de Obras' };
    expect(await coverage(authority)).toEqual([
      { ...named, counts: [3, 0, 1], share: { numerator: 1, denominator: 3 } },
    ]);
  }
});
