import { describe, expect, it } from 'vitest';
import pact from '../../local/examples/integrity-pact-works.json' with { type: 'json' };
import committee from '../../local/examples/oversight-committee-school-meals.json' with { type: 'json' };
import { readOne } from '../../test/support/ocds.ts';

describe('our own example', () => {
  it('of a works tender under an integrity pact reads without a problem, from planning to implementation', () => {
    const { process, problems } = readOne(pact);
    expect(problems).toEqual([]);
    expect(process).toMatchObject({
      ocid: 'ocds-vd0r26-LO-SOP-014-2026',
      category: 'works',
      procurementMethod: 'open',
      tenderStatus: 'complete',
      numberOfTenderers: 3,
      // As amended after the clarification meeting.
      tenderPeriod: { startAt: '2026-02-16T15:00:00.000Z', endAt: '2026-03-20T16:00:00.000Z' },
      documents: { planning: 2, tender: 4, awards: 2, contracts: 1, implementation: 1 },
    });
    expect(process.bidders.map(({ identifier }) => identifier?.id)).toEqual(['1102', '0457', '2230']);
    expect(process.parties).toHaveLength(4);
    expect(process.contracts[0]).toMatchObject({ status: 'active', amendments: 1 });
  });

  it('of school meals under an oversight committee reads without a problem, with its single bidder', () => {
    const { process, problems } = readOne(committee);
    expect(problems).toEqual([]);
    expect(process).toMatchObject({
      ocid: 'ocds-1s5r26-ICE-CCC-LPN-2026-0003',
      category: 'goods',
      numberOfTenderers: 1,
      value: { amount: 96_800_000, currency: 'DOP' },
      bidders: [{ name: 'Cocinas La Guayaba Feliz, S.R.L.' }],
      awards: [{ status: 'active', suppliers: [{ identifier: { scheme: 'IS-RPE', id: '30418' } }] }],
    });
  });
});
