import { describe, expect, it } from 'vitest';
import { bidding, missing, NOT_RAISED, notApplicable, outcomeOf } from '../../test/support/bidding.ts';

const over = (startDate: string | undefined, endDate: string | undefined) =>
  outcomeOf('R003', bidding({ tender: { tenderPeriod: { startDate, endDate } } }));

describe('a short submission period (R003)', () => {
  it('is one of less than 15 days', () => {
    expect(over('2026-03-01T00:00:00Z', '2026-03-15T23:59:59Z')).toMatchObject({
      result: 'raised',
      values: { submissionDays: 15, thresholdDays: 15 },
    });
    expect(over('2026-03-01T00:00:00Z', '2026-03-15T12:00:00Z')).toMatchObject({ values: { submissionDays: 14.5 } });
    expect(over('2026-03-01T00:00:00Z', '2026-03-01T00:00:00Z')).toMatchObject({ values: { submissionDays: 0 } });
    expect(over('2026-03-01T00:00:00Z', '2026-03-16T00:00:00Z')).toEqual(NOT_RAISED);
  });

  it('cannot be told without both dates, in order', () => {
    expect(over(undefined, '2026-03-01T00:00:00Z')).toEqual(missing('tender-period-start'));
    expect(over('2026-03-01T00:00:00Z', undefined)).toEqual(missing('tender-period-end'));
    expect(over(undefined, undefined)).toEqual(missing('tender-period-start', 'tender-period-end'));
    expect(over('2026-03-16T00:00:00Z', '2026-03-01T00:00:00Z')).toEqual(missing('tender-period-in-order'));
  });
});

describe('a single bid (R018)', () => {
  it.each([
    ['open', 1, { result: 'raised', values: { tenderers: 1 }, bids: [] }],
    ['selective', 1, { result: 'raised', values: { tenderers: 1 }, bids: [] }],
    ['open', 2, NOT_RAISED],
    ['open', 0, NOT_RAISED],
    ['limited', 1, notApplicable('method-not-competitive')],
    ['direct', 1, notApplicable('method-not-competitive')],
    ['open', undefined, missing('number-of-tenderers')],
    [undefined, 1, missing('procurement-method')],
    [undefined, undefined, missing('procurement-method', 'number-of-tenderers')],
  ])('is judged in a competition: %s, %s tenderers', (procurementMethod, numberOfTenderers, outcome) => {
    expect(outcomeOf('R018', bidding({ tender: { procurementMethod, numberOfTenderers } }))).toEqual(outcome);
  });
});

describe('identical prices (R028)', () => {
  it('are those of different tenderers', () => {
    const bids = [
      { by: 'a', amount: 100 },
      { by: 'b', amount: 100 },
      { by: 'c', amount: 101 },
    ];
    expect(outcomeOf('R028', bidding({ bids }))).toEqual({
      result: 'raised',
      values: { identicalBids: 2, prices: 1 },
      bids: ['B-1', 'B-2'],
    });
  });

  it.each([
    ['of one tenderer', { by: 'a', amount: 100 }],
    ['of a cent more', { by: 'b', amount: 100.01 }],
    ['of another currency', { by: 'b', amount: 100, currency: 'USD' }],
    ['of a bid that was withdrawn', { by: 'b', amount: 100, status: 'withdrawn' }],
    ['of one who was only invited', { by: 'b', amount: 100, status: 'invited' }],
  ])('are not those %s', (_, second) => {
    expect(outcomeOf('R028', bidding({ bids: [{ by: 'a', amount: 100 }, second] }))).toEqual(NOT_RAISED);
  });

  it('count however the bids stand', () => {
    const bids = [
      { by: 'a', amount: 7, status: 'pending' },
      { by: 'b', amount: 7, status: 'disqualified' },
      { by: 'c', amount: 7, status: 'qualified' },
      { by: 'd', amount: 9 },
      { by: 'e', amount: 9 },
    ];
    expect(outcomeOf('R028', bidding({ bids }))).toMatchObject({ values: { identicalBids: 5, prices: 2 } });
  });

  it('tell consortia apart by all their members', () => {
    const bids = (second: readonly string[]) => [
      { by: ['a', 'b'], amount: 5 },
      { by: second, amount: 5 },
    ];
    expect(outcomeOf('R028', bidding({ bids: bids(['b', 'a']) }))).toEqual(NOT_RAISED);
    expect(outcomeOf('R028', bidding({ bids: bids(['a', 'c']) }))).toMatchObject({ result: 'raised' });
  });

  it('cannot be excluded where the data are not whole', () => {
    const whole = { by: 'a', amount: 100 };
    expect(outcomeOf('R028', bidding({}))).toEqual(missing('bids'));
    expect(outcomeOf('R028', bidding({ bids: [whole, { by: 'b' }] }))).toEqual(missing('bid-price'));
    expect(outcomeOf('R028', bidding({ bids: [whole, { by: 'b', amount: 0 }, { by: 'c', amount: 0 }] }))).toEqual(
      missing('bid-price'),
    );
    expect(outcomeOf('R028', bidding({ bids: [whole, { by: 'b', amount: -100 }] }))).toEqual(missing('bid-price'));
    expect(outcomeOf('R028', bidding({ bids: [whole, { amount: 100 }] }))).toEqual(missing('bid-tenderers'));
    expect(outcomeOf('R028', bidding({ bids: [whole, { by: 'b', amount: 100, status: '' }] }))).toEqual(
      missing('bid-status'),
    );
    expect(outcomeOf('R028', bidding({ bids: [whole, { by: 'b', amount: 100, status: 'lost' }] }))).toEqual(
      missing('bid-status'),
    );
  });

  it('cannot be excluded where more bids were told of than are kept', () => {
    const bids = Array.from({ length: 201 }, (_, index) => ({ by: `t${index}`, amount: index + 1 }));
    expect(outcomeOf('R028', bidding({ bids }))).toEqual(missing('all-bids'));
  });

  it('are not there where nobody or one bid', () => {
    expect(outcomeOf('R028', bidding({ bids: [] }))).toEqual(NOT_RAISED);
    expect(outcomeOf('R028', bidding({ bids: [{ by: 'a', amount: 1 }] }))).toEqual(NOT_RAISED);
  });
});
