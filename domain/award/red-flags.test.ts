import { describe, expect, it } from 'vitest';
import { readOne, release } from '../../test/support/ocds.ts';
import { raiseFlags } from './red-flags.ts';

const flagsOf = (fields: Readonly<Record<string, unknown>>) =>
  raiseFlags(readOne(release(fields)).process).map(({ data }) => data);

const period = (startDate: string, endDate: string) => ({
  tender: { id: 'T-1', tenderPeriod: { startDate, endDate } },
});

const AWARDS = [{ id: 'A-1', status: 'active' }];

describe('red flags', () => {
  it('are raised for a submission period under 15 days (R003)', () => {
    expect(flagsOf(period('2026-03-01T00:00:00Z', '2026-03-15T12:00:00Z'))).toEqual([
      { flag: 'flag-1', code: 'R003', values: { submissionDays: 14.5, thresholdDays: 15 } },
    ]);
    expect(flagsOf(period('2026-03-01T00:00:00Z', '2026-03-16T00:00:00Z'))).toEqual([]);
    expect(flagsOf(period('2026-03-16T00:00:00Z', '2026-03-16T00:00:00Z'))).toMatchObject([{ code: 'R003' }]);
  });

  it('are not raised by dates that contradict each other, or by one alone', () => {
    expect(flagsOf(period('2026-03-16T00:00:00Z', '2026-03-01T00:00:00Z'))).toEqual([]);
    expect(flagsOf({ tender: { id: 'T-1', tenderPeriod: { endDate: '2026-03-01T00:00:00Z' } } })).toEqual([]);
  });

  it.each([
    ['open', 1, AWARDS, ['R018']],
    ['selective', 1, AWARDS, ['R018']],
    ['direct', 1, AWARDS, []],
    [undefined, 1, AWARDS, []],
    ['open', 2, AWARDS, []],
    ['open', undefined, AWARDS, []],
    ['open', 1, [], []],
  ])(
    'are raised for a single bid in a competition (R018): %s, %s tenderers',
    (procurementMethod, numberOfTenderers, awards, codes) => {
      const tender = { id: 'T-1', procurementMethod, numberOfTenderers };
      expect(
        flagsOf({ tender: JSON.parse(JSON.stringify(tender)), awards }).map((data) => 'code' in data && data.code),
      ).toEqual(codes);
    },
  );

  it('are numbered from one', () => {
    const { tender } = period('2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z');
    const both = { tender: { ...tender, procurementMethod: 'open', numberOfTenderers: 1 }, awards: AWARDS };
    expect(flagsOf(both).map((data) => 'flag' in data && data.flag)).toEqual(['flag-1', 'flag-2']);
  });
});
