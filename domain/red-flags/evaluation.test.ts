import { describe, expect, it } from 'vitest';
import { bidding, DEADLINE, missing, NOT_RAISED, notApplicable, outcomeOf } from '../../test/support/bidding.ts';

const TO_A = [{ to: 'a' }];

describe('a late bid that won (R030)', () => {
  const withBid = (date: string | undefined, given: object = {}) =>
    outcomeOf(
      'R030',
      bidding({ bids: [{ by: 'a', ...(date === undefined ? {} : { date }), ...given }], awards: TO_A }),
    );

  it('is one that was received after the deadline', () => {
    expect(withBid('2026-02-01T13:30:00Z')).toEqual({ result: 'raised', values: { hoursLate: 1.5 }, bids: ['B-1'] });
    expect(withBid(DEADLINE)).toEqual(NOT_RAISED);
    expect(withBid('2026-02-01T11:59:59Z')).toEqual(NOT_RAISED);
  });

  it('is told by the instant, not by how it is written', () => {
    expect(withBid('2026-02-01T11:00:00-06:00')).toMatchObject({ values: { hoursLate: 5 } });
    expect(withBid('2026-02-01T13:00:00+02:00')).toEqual(NOT_RAISED);
  });

  it('is not one that lost, or that was not valid', () => {
    const late = '2026-02-02T12:00:00Z';
    const bids = [
      { by: 'a', date: DEADLINE },
      { by: 'b', date: late },
      { by: 'a', date: late, status: 'disqualified' },
    ];
    expect(outcomeOf('R030', bidding({ bids, awards: TO_A }))).toEqual(NOT_RAISED);
  });

  it('counts where a member of a consortium is among the suppliers', () => {
    const bids = [{ by: ['a', 'b'], date: '2026-02-02T12:00:00Z' }];
    expect(outcomeOf('R030', bidding({ bids, awards: [{ to: ['b', 'c'] }] }))).toMatchObject({ result: 'raised' });
  });

  it('cannot be told without deadline, dates, bids, statuses or suppliers', () => {
    expect(withBid(undefined)).toEqual(missing('bid-date'));
    expect(withBid(DEADLINE, { status: '' })).toEqual(missing('bids', 'bid-status'));
    expect(outcomeOf('R030', bidding({ awards: TO_A }))).toEqual(missing('bids'));
    expect(
      outcomeOf('R030', bidding({ bids: [{ by: 'a', date: DEADLINE }], awards: TO_A, tender: { tenderPeriod: {} } })),
    ).toEqual(missing('tender-period-end'));
    expect(outcomeOf('R030', bidding({ bids: [{ by: 'a', date: DEADLINE }], awards: [...TO_A, {}] }))).toEqual(
      missing('award-suppliers'),
    );
    expect(outcomeOf('R030', bidding({ bids: [{ by: 'b', date: DEADLINE }], awards: TO_A }))).toEqual(missing('bids'));
  });

  it('waits for an award', () => {
    const bids = [{ by: 'a', date: DEADLINE }];
    expect(outcomeOf('R030', bidding({ bids }))).toEqual(missing('awards'));
    expect(outcomeOf('R030', bidding({ bids, awards: [{ to: 'a', status: 'pending' }] }))).toEqual(
      missing('final-awards'),
    );
    expect(outcomeOf('R030', bidding({ bids, awards: [{ to: 'a', status: 'unsuccessful' }] }))).toEqual(
      notApplicable('nothing-awarded'),
    );
  });
});

const DISQUALIFIED = { by: 'b', amount: 90, status: 'disqualified' };
const WINNING = { by: 'a', amount: 100 };

describe('all but the winner disqualified (R035)', () => {
  const of = (bids: readonly object[], awards: readonly object[] = TO_A) =>
    outcomeOf('R035', bidding({ bids, awards }));

  it('needs one other tenderer at least', () => {
    expect(of([WINNING, DISQUALIFIED])).toEqual({
      result: 'raised',
      values: { disqualifiedTenderers: 1, thresholdTenderers: 1 },
      bids: ['B-2'],
    });
    expect(of([WINNING])).toEqual(NOT_RAISED);
    expect(of([WINNING, { ...DISQUALIFIED, by: 'a' }])).toEqual(NOT_RAISED);
  });

  it('counts tenderers once, and leaves the winner’s own disqualified bid out', () => {
    const others = [DISQUALIFIED, DISQUALIFIED, { ...DISQUALIFIED, by: 'c' }, { ...DISQUALIFIED, by: 'a' }];
    expect(of([WINNING, ...others])).toMatchObject({ values: { disqualifiedTenderers: 2 } });
  });

  it('is not raised where somebody else is valid too, or won', () => {
    expect(of([WINNING, DISQUALIFIED, { by: 'c' }])).toEqual(NOT_RAISED);
    expect(of([WINNING, DISQUALIFIED], [{ to: 'c' }])).toEqual(NOT_RAISED);
    expect(of([WINNING, DISQUALIFIED], [...TO_A, { to: 'c' }])).toEqual(NOT_RAISED);
    expect(of([DISQUALIFIED])).toEqual(NOT_RAISED);
  });

  it('cannot be told before the awards are final, or without who bid', () => {
    expect(of([WINNING, DISQUALIFIED], [{ to: 'a', status: 'pending' }])).toEqual(missing('final-awards'));
    expect(of([WINNING, DISQUALIFIED], [{ to: 'a', status: 'unheard of' }])).toEqual(missing('award-status'));
    expect(of([WINNING, DISQUALIFIED], [{}])).toEqual(missing('award-suppliers'));
    expect(of([WINNING, { status: 'disqualified' }])).toEqual(missing('bid-tenderers'));
    expect(of([WINNING, { by: 'b', status: '' }])).toEqual(missing('bid-status'));
    expect(outcomeOf('R035', bidding({ awards: TO_A }))).toEqual(missing('bids'));
    expect(of([WINNING, DISQUALIFIED], [{ to: 'a', status: 'cancelled' }])).toEqual(notApplicable('nothing-awarded'));
  });
});

describe('a lowest bid that was disqualified (R036)', () => {
  const of = (bids: readonly object[], awards: readonly object[] = TO_A) =>
    outcomeOf('R036', bidding({ bids, awards }));

  it('is lower than every other', () => {
    expect(of([WINNING, DISQUALIFIED])).toEqual({
      result: 'raised',
      values: { lowestAmount: 90, lowestValidAmount: 100 },
      bids: ['B-2'],
    });
    expect(of([WINNING, { ...DISQUALIFIED, amount: 99.99 }])).toMatchObject({ result: 'raised' });
    expect(of([WINNING, { ...DISQUALIFIED, amount: 100 }])).toEqual(NOT_RAISED);
    expect(of([WINNING, { ...DISQUALIFIED, amount: 100.01 }])).toEqual(NOT_RAISED);
  });

  it('is compared with all submitted bids, and needs a valid one', () => {
    expect(of([WINNING, DISQUALIFIED, { by: 'c', amount: 80, status: 'pending' }])).toEqual(NOT_RAISED);
    expect(of([WINNING, DISQUALIFIED, { by: 'c', amount: 80, status: 'withdrawn' }])).toMatchObject({
      result: 'raised',
    });
    expect(of([DISQUALIFIED])).toEqual(NOT_RAISED);
    expect(of([DISQUALIFIED, { by: 'a', amount: 100, status: 'pending' }])).toEqual(NOT_RAISED);
  });

  it('cannot be told where prices are missing, withheld as zero, negative or of several currencies', () => {
    for (const given of [{}, { amount: 0 }, { amount: -1 }]) {
      expect(of([WINNING, { by: 'b', status: 'disqualified', ...given }])).toEqual(missing('bid-price'));
    }
    expect(of([WINNING, { ...DISQUALIFIED, currency: 'USD' }])).toEqual(missing('bid-price-in-one-currency'));
    expect(outcomeOf('R036', bidding({ awards: TO_A }))).toEqual(missing('bids'));
    expect(of([WINNING, DISQUALIFIED], [])).toEqual(missing('awards'));
    expect(of([WINNING, DISQUALIFIED], [{ to: 'a', status: 'unsuccessful' }])).toEqual(
      notApplicable('nothing-awarded'),
    );
  });

  it('is judged while another award is still pending', () => {
    expect(of([WINNING, DISQUALIFIED], [...TO_A, { to: 'c', status: 'pending' }])).toMatchObject({ result: 'raised' });
  });
});

describe('a tender that was cancelled', () => {
  it('raises none', () => {
    const process = bidding({ bids: [WINNING, DISQUALIFIED], awards: TO_A, tender: { status: 'cancelled' } });
    expect(outcomeOf('R036', process)).toEqual(notApplicable('tender-cancelled'));
  });
});
