import type { Award, Bid, ContractingProcess, Party } from '../process/contracting-process.ts';
import { type Who, whoIsWho } from '../process/same-party.ts';
import type { Missing } from './outcome.ts';

/** What the flags look at of one process, worked out once. */
export interface Evidence {
  readonly process: ContractingProcess;
  /** Cardinal's "submitted" bids: not evaluated yet, valid or disqualified. No invitations, and none that were withdrawn. */
  readonly submitted: readonly Bid[];
  /** What keeps us from knowing all submitted bids. */
  readonly submittedMissing: readonly Missing[];
  /** The awards in force. */
  readonly active: readonly Award[];
  /** Suppliers of the awards in force. */
  readonly suppliers: readonly Party[];
  /** What is missing to know what was awarded in the end. */
  readonly awardsMissing: readonly Missing[];
  /** Which organisation a tenderer or supplier is. */
  readonly who: Who;
}

const SUBMITTED = ['pending', 'valid', 'disqualified'] as const;

export const evidenceOf = (process: ContractingProcess): Evidence => {
  const { bids, bidsLeftOut, awards } = process;
  const submitted = (bids ?? []).filter(({ status }) => SUBMITTED.some((word) => word === status));
  const active = awards.filter(({ status }) => status === 'active');
  const suppliers = active.flatMap((award) => award.suppliers);
  return {
    process,
    submitted,
    submittedMissing: [
      ...missingIf(bids === undefined, 'bids'),
      ...missingIf(bidsLeftOut !== undefined, 'all-bids'),
      ...missingIf(
        (bids ?? []).some(({ status }) => status === undefined),
        'bid-status',
      ),
    ],
    active,
    suppliers,
    awardsMissing: [
      ...missingIf(awards.length === 0, 'awards'),
      ...missingIf(
        awards.some(({ status }) => status === undefined),
        'award-status',
      ),
      ...missingIf(
        awards.some(({ status }) => status === 'pending'),
        'final-awards',
      ),
    ],
    who: whoIsWho([...submitted.flatMap(({ tenderers }) => tenderers), ...suppliers]),
  };
};

export const missingIf = (isMissing: boolean, word: Missing): readonly Missing[] => (isMissing ? [word] : []);

export interface PricedBid extends Bid {
  readonly value: NonNullable<Bid['value']>;
}

/** A price of nothing stands for one that is withheld: publishers write it so, and nothing can be compared with it. */
export const hasPrice = (bid: Bid): bid is PricedBid => bid.value !== undefined && bid.value.amount > 0;

/** What is missing for the prices of bids to be compared as one set: like with like only. */
export const pricesMissing = (bids: readonly Bid[]): readonly Missing[] => {
  const priced = bids.filter(hasPrice);
  const currencies = new Set(priced.map(({ value }) => value.currency));
  return [
    ...missingIf(priced.length < bids.length, 'bid-price'),
    ...missingIf(currencies.size > 1, 'bid-price-in-one-currency'),
  ];
};

/** The lowest amount among bids of one currency; infinite when there is none. */
export const lowest = (bids: readonly PricedBid[]): number =>
  bids.reduce((least, { value }) => Math.min(least, value.amount), Infinity);

export const tenderersMissing = (bids: readonly Bid[]): readonly Missing[] =>
  missingIf(
    bids.some(({ tenderers }) => tenderers.length === 0),
    'bid-tenderers',
  );

export const suppliersMissing = ({ active }: Evidence): readonly Missing[] =>
  missingIf(
    active.some(({ suppliers }) => suppliers.length === 0),
    'award-suppliers',
  );

/** The organisations among parties, each once. */
export const organisations = (parties: readonly Party[], who: Who): ReadonlySet<number> => new Set(parties.map(who));

export const isSameSet = (some: ReadonlySet<number>, others: ReadonlySet<number>): boolean =>
  some.size === others.size && [...some].every((one) => others.has(one));
