import { describe, expect, it } from 'vitest';
import { readOne, release } from '../../test/support/ocds.ts';
import { raiseFlags } from './red-flags.ts';

const flagsOf = (fields: Readonly<Record<string, unknown>>) =>
  raiseFlags(readOne(release(fields)).process).map(({ data }) => data);

const period = (startDate: string, endDate: string) => ({
  tender: { id: 'T-1', tenderPeriod: { startDate, endDate } },
});

describe('red flags', () => {
  it('are recorded with the values that raised them, and with nothing else', () => {
    expect(flagsOf(period('2026-03-01T00:00:00Z', '2026-03-15T12:00:00Z'))).toEqual([
      { flag: 'flag-1', code: 'R003', values: { submissionDays: 14.5, thresholdDays: 15 } },
    ]);
  });

  it('are not recorded where the data do not tell, or one process alone cannot', () => {
    expect(flagsOf({ tender: { id: 'T-1', tenderPeriod: { endDate: '2026-03-01T00:00:00Z' } } })).toEqual([]);
    const bids = {
      details: ['a', 'b'].map((id, index) => ({
        id,
        status: 'valid',
        value: { amount: 100 + index, currency: 'MXN' },
        tenderers: [{ id, name: id }],
      })),
    };
    const awards = [{ id: 'A-1', status: 'active', suppliers: [{ id: 'a', name: 'a' }] }];
    expect(flagsOf({ bids, awards })).toEqual([]);
  });

  it('are numbered from one', () => {
    const { tender } = period('2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z');
    const both = { tender: { ...tender, procurementMethod: 'open', numberOfTenderers: 1 } };
    expect(flagsOf(both).map((data) => 'flag' in data && data.flag)).toEqual(['flag-1', 'flag-2']);
  });
});
