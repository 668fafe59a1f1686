import {
  type Evidence,
  hasPrice,
  isSameSet,
  missingIf,
  organisations,
  type PricedBid,
  tenderersMissing,
} from './evidence.ts';
import { NOT_RAISED, notApplicable, notComputable, type Outcome, raised } from './outcome.ts';

/** Cardinal R003: the submission period is shorter than this many days. */
export const SHORT_SUBMISSION_DAYS = 15;

const MS_PER_DAY = 86_400_000;

/** R003. From the start of the tender period to its end, in days. */
export const shortSubmissionPeriod = (evidence: Evidence): Outcome => {
  const { tenderPeriod } = evidence.process;
  const { startAt, endAt } = tenderPeriod ?? {};
  if (startAt === undefined || endAt === undefined) {
    return notComputable(
      ...missingIf(startAt === undefined, 'tender-period-start'),
      ...missingIf(endAt === undefined, 'tender-period-end'),
    );
  }
  const days = (Date.parse(endAt) - Date.parse(startAt)) / MS_PER_DAY;
  if (days < 0) return notComputable('tender-period-in-order');
  if (days >= SHORT_SUBMISSION_DAYS) return NOT_RAISED;
  return raised({ submissionDays: Math.round(days * 100) / 100, thresholdDays: SHORT_SUBMISSION_DAYS });
};

/** R018. One tenderer in a procedure that is open to competition (`open` or `selective`), as the publisher counts them. */
export const singleBid = (evidence: Evidence): Outcome => {
  const { numberOfTenderers, procurementMethod } = evidence.process;
  if (procurementMethod === 'limited' || procurementMethod === 'direct') return notApplicable('method-not-competitive');
  if (procurementMethod === undefined || numberOfTenderers === undefined) {
    return notComputable(
      ...missingIf(procurementMethod === undefined, 'procurement-method'),
      ...missingIf(numberOfTenderers === undefined, 'number-of-tenderers'),
    );
  }
  return numberOfTenderers === 1 ? raised({ tenderers: 1 }) : NOT_RAISED;
};

/** R028. Different tenderers submitted bids of the same price. */
export const identicalPrices = (evidence: Evidence): Outcome => {
  const { submitted, submittedMissing } = evidence;
  const comparable = submitted.filter(hasPrice).filter(({ tenderers }) => tenderers.length > 0);
  const identical = byPrice(comparable).filter((bids) => areOfSeveral(bids, evidence));
  if (identical.length > 0) {
    const concerned = identical.flat();
    return raised({ identicalBids: concerned.length, prices: identical.length }, concerned);
  }
  const lacking = [
    ...submittedMissing,
    ...missingIf(!submitted.every(hasPrice), 'bid-price'),
    ...tenderersMissing(submitted),
  ];
  return lacking.length > 0 ? notComputable(...lacking) : NOT_RAISED;
};

const byPrice = (bids: readonly PricedBid[]): ReadonlyArray<readonly PricedBid[]> => {
  const groups = new Map<string, PricedBid[]>();
  for (const bid of bids) {
    const price = `${bid.value.amount} ${bid.value.currency}`;
    const group = groups.get(price);
    if (group === undefined) groups.set(price, [bid]);
    else group.push(bid);
  }
  return [...groups.values()];
};

const areOfSeveral = (bids: readonly PricedBid[], { who }: Evidence): boolean => {
  const [first, ...others] = bids.map(({ tenderers }) => organisations(tenderers, who));
  return first !== undefined && others.some((other) => !isSameSet(first, other));
};
