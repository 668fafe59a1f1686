import type { Comparison } from './comparison.ts';
import {
  type Evidence,
  hasPrice,
  lowest,
  type PricedBid,
  pricesMissing,
  suppliersMissing,
  tenderersMissing,
} from './evidence.ts';
import { NOT_RAISED, notApplicable, notComputable, type Outcome, raised, rounded } from './outcome.ts';
import { type Fences, isHigh, isLow } from './quartiles.ts';

/** How far the second-lowest valid bid lies above the winning one, as a share of the winning one, or why nobody can say. */
type Margin = { readonly margin: number; readonly bids: readonly PricedBid[] } | { readonly outcome: Outcome };

/**
 * What R024 and R058 have in common, with Cardinal's exclusions: one award in force, to one supplier, whose bid is the lowest valid
 * one; no joint bids. The winner's lowest bid counts as the winning one, and the lowest of the others as the second.
 */
export const marginOf = (evidence: Evidence): Margin => {
  const { submitted, submittedMissing, active, suppliers, awardsMissing, who } = evidence;
  if (awardsMissing.length > 0) return { outcome: notComputable(...awardsMissing, ...submittedMissing) };
  if (active.length === 0) return { outcome: notApplicable('nothing-awarded') };
  if (active.length > 1) return { outcome: notApplicable('several-awards') };
  if (suppliers.length > 1) return { outcome: notApplicable('several-suppliers') };
  const valid = submitted.filter(({ status }) => status === 'valid');
  if (valid.some(({ tenderers }) => tenderers.length > 1)) return { outcome: notApplicable('joint-bids') };
  const lacking = [
    ...submittedMissing,
    ...suppliersMissing(evidence),
    ...tenderersMissing(valid),
    ...pricesMissing(valid),
  ];
  const winners = new Set(suppliers.map(who));
  const isWinners = ({ tenderers }: PricedBid): boolean => tenderers.some((tenderer) => winners.has(who(tenderer)));
  const priced = valid.filter(hasPrice);
  const winning = priced.filter(isWinners);
  if (lacking.length === 0 && winning.length === 0) lacking.push('bids');
  if (lacking.length > 0) return { outcome: notComputable(...lacking) };
  const others = priced.filter((bid) => !isWinners(bid));
  if (others.length === 0) return { outcome: NOT_RAISED };
  const [won, second] = [lowest(winning), lowest(others)];
  if (second < won) return { outcome: notApplicable('winner-not-lowest') };
  return {
    margin: (second - won) / won,
    bids: [...atPrice(winning, won), ...atPrice(others, second)],
  };
};

const atPrice = (bids: readonly PricedBid[], amount: number): readonly PricedBid[] =>
  bids.filter(({ value }) => value.amount === amount);

/** R024. The margin is a low outlier among those of comparable processes. */
export const priceCloseToWinner = (evidence: Evidence, comparison: Comparison | undefined): Outcome =>
  judged(evidence, comparison, (margin, set) => ({
    // Cardinal: where the fence lies at no margin or below, as it does when a quarter has none, a low one is usual.
    isOutlier: set.lower > 0 && isLow(margin, set),
    fence: set.lower,
  }));

/** R058. The margin is a high outlier among those of comparable processes. */
export const heavilyDiscounted = (evidence: Evidence, comparison: Comparison | undefined): Outcome =>
  judged(evidence, comparison, (margin, set) => ({
    // Cardinal: where three quarters of the processes have no margin at all, any margin would be an outlier.
    isOutlier: set.upper > 0 && isHigh(margin, set),
    fence: set.upper,
  }));

const judged = (
  evidence: Evidence,
  comparison: Comparison | undefined,
  judge: (margin: number, set: Fences) => { readonly isOutlier: boolean; readonly fence: number },
): Outcome => {
  const found = marginOf(evidence);
  if ('outcome' in found) return found.outcome;
  if (comparison === undefined) return notComputable('comparison');
  const { margins } = comparison;
  if (margins === undefined) return notApplicable('too-few-in-comparison');
  const { isOutlier, fence } = judge(found.margin, margins);
  if (!isOutlier) return NOT_RAISED;
  return raised({ margin: rounded(found.margin), fence: rounded(fence), compared: margins.count }, found.bids);
};
