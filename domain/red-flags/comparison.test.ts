import { describe, expect, it } from 'vitest';
import { type BidGiven, bidding, missing, NOT_RAISED, notApplicable, outcomeOf } from '../../test/support/bidding.ts';
import type { ContractingProcess } from '../process/contracting-process.ts';
import { compare } from './compare.ts';
import type { Comparison } from './comparison.ts';
import { fencesOf, isHigh, isLow } from './quartiles.ts';

const comparing = (processes: readonly ContractingProcess[]): Comparison => {
  const comparison = compare();
  for (const process of processes) comparison.add(process);
  return comparison.finish();
};

/** A process whose second bid lies so much above the winning one of 1,000. */
const withMargin = (margin: number, index: number, given: object = {}): ContractingProcess =>
  bidding({
    ocid: `ocds-test00-${index}`,
    bids: [
      { by: 'a', amount: 1_000 },
      { by: 'b', amount: Math.round(1_000 * (1 + margin)) },
    ],
    awards: [{ to: 'a' }],
    ...given,
  });

const margins = (...values: readonly number[]): Comparison =>
  comparing(values.map((margin, index) => withMargin(margin, index)));

describe('the fences of a set', () => {
  it('are those of Tukey on the quartiles that Cardinal estimates', () => {
    // By hand: the places are 5.333 × 0.25 + 0.333 = 1.667 and 5.333 × 0.75 + 0.333 = 4.333.
    expect(fencesOf([50, 10, 40, 20, 30])).toEqual({
      count: 5,
      firstQuartile: expect.closeTo(16.667, 3),
      thirdQuartile: expect.closeTo(43.333, 3),
      lower: expect.closeTo(-23.333, 3),
      upper: expect.closeTo(83.333, 3),
    });
  });

  it('need as many values as it takes for one to be an outlier', () => {
    expect(fencesOf([0, 0, 0, 1_000_000])).toBeUndefined();
    const fences = fencesOf([0, 0, 0, 0, 1_000_000]);
    expect(fences !== undefined && isHigh(1_000_000, fences)).toBe(true);
  });

  it('leave out what is usual where most values are the same', () => {
    const fences = fencesOf([3, 3, 3, 3, 3, 3]);
    expect(fences !== undefined && (isHigh(3, fences) || isLow(3, fences))).toBe(false);
    expect(fences !== undefined && isHigh(4, fences) && isLow(2, fences)).toBe(true);
  });
});

describe('a price close to the winner (R024)', () => {
  // Quartiles 0.10 and 0.12, so that the lower fence lies at 0.07.
  const comparison = margins(0.1, 0.1, 0.1, 0.1, 0.1, 0.12, 0.12, 0.12, 0.12, 0.12);

  it('is a margin at the lower fence or under it', () => {
    expect(comparison.margins).toMatchObject({ lower: expect.closeTo(0.07, 6), upper: expect.closeTo(0.15, 6) });
    expect(outcomeOf('R024', withMargin(0.06, 99), comparison)).toEqual({
      result: 'raised',
      values: { margin: 0.06, fence: 0.07, compared: 10 },
      bids: ['B-1', 'B-2'],
    });
    expect(outcomeOf('R024', withMargin(0.071, 99), comparison)).toEqual(NOT_RAISED);
    expect(outcomeOf('R024', withMargin(0, 99), comparison)).toMatchObject({ values: { margin: 0 } });
  });

  it('is not judged where a quarter of the processes has no margin, or the fence lies below none', () => {
    expect(outcomeOf('R024', withMargin(0, 99), margins(0, 0, 0, 0.2, 0.2, 0.2))).toEqual(NOT_RAISED);
    expect(outcomeOf('R024', withMargin(0, 99), margins(0.01, 0.1, 0.2, 0.3, 0.4))).toEqual(NOT_RAISED);
  });

  it('cannot be told of one process, nor of a few', () => {
    expect(outcomeOf('R024', withMargin(0.01, 99))).toEqual(missing('comparison'));
    expect(outcomeOf('R024', withMargin(0.01, 99), margins(0.1, 0.1))).toEqual(notApplicable('too-few-in-comparison'));
  });

  it.each([
    ['several awards', { awards: [{ to: 'a' }, { to: 'b' }] }, notApplicable('several-awards')],
    ['several suppliers', { awards: [{ to: ['a', 'b'] }] }, notApplicable('several-suppliers')],
    [
      'a joint bid',
      {
        bids: [
          { by: 'a', amount: 1 },
          { by: ['b', 'c'], amount: 2 },
        ],
      },
      notApplicable('joint-bids'),
    ],
    [
      'a lower bid that lost',
      {
        bids: [
          { by: 'a', amount: 2 },
          { by: 'b', amount: 1 },
        ],
      },
      notApplicable('winner-not-lowest'),
    ],
    ['nothing awarded', { awards: [{ to: 'a', status: 'unsuccessful' }] }, notApplicable('nothing-awarded')],
    ['a pending award', { awards: [{ to: 'a' }, { to: 'b', status: 'pending' }] }, missing('final-awards')],
    ['one bid', { bids: [{ by: 'a', amount: 1 }] }, NOT_RAISED],
    [
      'a winner who did not bid',
      {
        bids: [
          { by: 'c', amount: 1 },
          { by: 'b', amount: 2 },
        ],
      },
      missing('bids'),
    ],
    [
      'a price of zero',
      {
        bids: [
          { by: 'a', amount: 0 },
          { by: 'b', amount: 2 },
        ],
      },
      missing('bid-price'),
    ],
    [
      'two currencies',
      {
        bids: [
          { by: 'a', amount: 1 },
          { by: 'b', amount: 2, currency: 'USD' },
        ],
      },
      missing('bid-price-in-one-currency'),
    ],
    ['no bids', { bids: undefined }, missing('bids')],
  ])('is not judged where there is %s', (_, given, outcome) => {
    expect(outcomeOf('R024', withMargin(0.01, 99, given), comparison)).toEqual(outcome);
    expect(outcomeOf('R058', withMargin(0.01, 99, given), comparison)).toEqual(outcome);
  });

  it('takes the lowest valid bid of the winner and of the others', () => {
    const bids = [
      { by: 'a', amount: 1_100 },
      { by: 'a', amount: 1_000 },
      { by: 'b', amount: 1_500 },
      { by: 'c', amount: 1_010 },
      { by: 'd', amount: 1_001, status: 'disqualified' },
    ];
    expect(outcomeOf('R024', withMargin(0, 99, { bids }), comparison)).toMatchObject({
      values: { margin: 0.01 },
      bids: ['B-2', 'B-4'],
    });
  });
});

describe('a heavily discounted bid (R058)', () => {
  const comparison = margins(0.1, 0.1, 0.1, 0.1, 0.1, 0.12, 0.12, 0.12, 0.12, 0.12);

  it('is a margin at the upper fence or above it', () => {
    expect(outcomeOf('R058', withMargin(0.151, 99), comparison)).toEqual({
      result: 'raised',
      values: { margin: 0.151, fence: 0.15, compared: 10 },
      bids: ['B-1', 'B-2'],
    });
    expect(outcomeOf('R058', withMargin(0.149, 99), comparison)).toEqual(NOT_RAISED);
    expect(outcomeOf('R058', withMargin(0.5, 99))).toEqual(missing('comparison'));
  });

  it('is not judged where three quarters have no margin at all', () => {
    expect(outcomeOf('R058', withMargin(0.5, 99), margins(0, 0, 0, 0, 0, 0, 0.5))).toEqual(NOT_RAISED);
  });
});

/** So many bids of one tenderer each to a buyer, the first of them disqualified. */
const opening = (buyer: string, index: number, { of, disqualified }: { of: number; disqualified: number }) =>
  bidding({
    ocid: `ocds-test00-${buyer}-${index}`,
    buyer,
    bids: Array.from(
      { length: of },
      (_, place): BidGiven => ({
        by: `${buyer}-t${place}`,
        amount: place + 1,
        status: place < disqualified ? 'disqualified' : 'valid',
      }),
    ),
  });

const shares = (...disqualified: readonly number[]): readonly ContractingProcess[] =>
  disqualified.flatMap((count, index) =>
    [1, 2].map((each) => opening(`buyer-${index}`, each, { of: 10, disqualified: count })),
  );

describe('excessive disqualifications (R038)', () => {
  it('are a share that is a high outlier among buyers', () => {
    const processes = shares(1, 1, 1, 2, 2, 2, 9);
    const comparison = comparing(processes);
    const of = (index: number) => outcomeOf('R038', processes[index * 2] ?? bidding({}), comparison);
    expect(of(6)).toMatchObject({ result: 'raised', values: { buyerShare: 0.9 } });
    expect(of(0)).toEqual(NOT_RAISED);
  });

  it('are judged over buyers of two processes or more', () => {
    const processes = [...shares(1, 1, 1, 2, 2, 2), opening('once', 1, { of: 10, disqualified: 9 })];
    expect(outcomeOf('R038', processes.at(-1) ?? bidding({}), comparing(processes))).toEqual(NOT_RAISED);
  });

  it('are told of tenderers too', () => {
    const given = (index: number): BidGiven[] => [
      { by: 'unlucky', amount: 5, status: 'disqualified' },
      ...Array.from(
        { length: 8 },
        (_, place): BidGiven => ({ by: `t${place}`, amount: 9, status: place === index ? 'disqualified' : 'valid' }),
      ),
    ];
    const processes = [0, 1, 2, 3, 4, 5, 6, 7].map((index) =>
      bidding({ ocid: `ocds-test00-${index}`, bids: given(index) }),
    );
    const outcome = outcomeOf('R038', processes[0] ?? bidding({}), comparing(processes));
    expect(outcome).toMatchObject({ result: 'raised', values: { tendererShare: 1 } });
  });

  it('cannot be told of one process, of a few, or without bids', () => {
    const one = opening('buyer', 1, { of: 4, disqualified: 3 });
    expect(outcomeOf('R038', one)).toEqual(missing('comparison'));
    expect(outcomeOf('R038', bidding({}))).toEqual(missing('bids', 'comparison'));
    expect(outcomeOf('R038', bidding({}), comparing(shares(1, 1, 1, 2, 2)))).toEqual(missing('bids'));
    const few = opening('buyer', 1, { of: 1, disqualified: 1 });
    expect(outcomeOf('R038', few, comparing([few]))).toEqual(notApplicable('too-few-in-comparison'));
  });

  it('are not raised by a share that most have none of', () => {
    const processes = shares(0, 0, 0, 0, 0, 0, 0, 1);
    expect(outcomeOf('R038', processes.at(-1) ?? bidding({}), comparing(processes))).toEqual(NOT_RAISED);
  });
});

/** So many awards to a supplier, each of another kind of thing. */
const awardsTo = (supplier: string, kinds: number, processes = 20): readonly ContractingProcess[] =>
  Array.from({ length: processes }, (_, index) =>
    bidding({
      ocid: `ocds-test00-${supplier}-${index}`,
      awards: [{ to: supplier, classes: [`${10 + (index % kinds)}101500`] }],
    }),
  );

describe('a heterogeneous supplier (R048)', () => {
  const usual = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((supplier, index) => awardsTo(supplier, 1 + (index % 3)));
  const of = (processes: readonly ContractingProcess[]) =>
    outcomeOf('R048', processes.at(-1) ?? bidding({}), comparing([...usual, ...processes]));

  it('is one whose kinds of things are a high outlier', () => {
    expect(of(awardsTo('wide', 15))).toMatchObject({ result: 'raised', values: { classes: 15, compared: 7 } });
    expect(of(awardsTo('narrow', 3))).toEqual(NOT_RAISED);
  });

  it('was awarded in twenty processes at least', () => {
    expect(of(awardsTo('wide', 15, 19))).toEqual(notApplicable('too-few-in-comparison'));
  });

  it('cannot be told of one process, or without classifications', () => {
    const [one = bidding({})] = usual;
    const unclassified = bidding({ awards: [{ to: 'a' }] });
    expect(outcomeOf('R048', one)).toEqual(missing('comparison'));
    expect(outcomeOf('R048', unclassified)).toEqual(missing('item-classification', 'comparison'));
    expect(outcomeOf('R048', unclassified, comparing(usual))).toEqual(missing('item-classification'));
    expect(outcomeOf('R048', bidding({}), comparing(usual))).toEqual(missing('awards'));
    expect(outcomeOf('R048', bidding({ awards: [{}] }), comparing(usual))).toEqual(missing('award-suppliers'));
  });

  it('is not told by awards to several, whose things nobody can tell apart', () => {
    const joint = bidding({ awards: [{ to: ['a', 'b'], classes: ['10000000'] }] });
    expect(outcomeOf('R048', joint, comparing(usual))).toEqual(notApplicable('several-suppliers'));
  });
});

describe('a process that comes twice', () => {
  it('counts once', () => {
    const [first = bidding({})] = shares(5);
    expect(comparing([first, first]).processes).toBe(1);
    expect(comparing([bidding({}), first, bidding({})]).processes).toBe(1);
  });
});
