/**
 * What the official data would have to say for a flag to be computed. A flag that lacks something is not computable, which is not the
 * same as not raised: nobody must take silence for a clean process.
 */
export const MISSING = [
  'tender-period-start',
  'tender-period-end',
  'tender-period-in-order',
  'procurement-method',
  'number-of-tenderers',
  'bids',
  'all-bids',
  'bid-status',
  'bid-price',
  'bid-price-in-one-currency',
  'bid-date',
  'bid-tenderers',
  'awards',
  'award-status',
  'final-awards',
  'award-suppliers',
  'item-classification',
  'comparison',
] as const;

/** Why a flag has nothing to say about a process, although its data are there. */
export const NOT_APPLICABLE = [
  'tender-cancelled',
  'method-not-competitive',
  'nothing-awarded',
  'several-awards',
  'several-suppliers',
  'joint-bids',
  'winner-not-lowest',
  'too-few-in-comparison',
] as const;

export type Missing = (typeof MISSING)[number];
export type NotApplicable = (typeof NOT_APPLICABLE)[number];

/** Numbers alone: days, hours, counts, shares of one, amounts. They travel in an event, so they name nobody. */
export type FlagValues = Readonly<Record<string, number>>;

export type Outcome =
  | {
      readonly result: 'raised';
      readonly values: FlagValues;
      /** Ids of the bids to look at, as the publisher gives them, in the order of the alphabet. */
      readonly bids: readonly string[];
    }
  | { readonly result: 'not-raised' }
  | { readonly result: 'not-applicable'; readonly because: NotApplicable }
  | { readonly result: 'not-computable'; readonly missing: readonly Missing[] };

export const raised = (values: FlagValues, bids: readonly { readonly id: string }[] = []): Outcome => ({
  result: 'raised',
  values,
  bids: bids.map(({ id }) => id).toSorted(),
});

export const NOT_RAISED: Outcome = { result: 'not-raised' };

export const notApplicable = (because: NotApplicable): Outcome => ({ result: 'not-applicable', because });

/** Each missing thing once, in the order of the vocabulary. */
export const notComputable = (...missing: readonly Missing[]): Outcome => ({
  result: 'not-computable',
  missing: MISSING.filter((word) => missing.includes(word)),
});

/** A number as it is told: enough digits to follow a computation, few enough to read. */
export const rounded = (value: number, digits = 4): number => Math.round(value * 10 ** digits) / 10 ** digits;
