import type { Bid } from '../process/contracting-process.ts';
import {
  type Evidence,
  hasPrice,
  isSameSet,
  lowest,
  missingIf,
  organisations,
  pricesMissing,
  suppliersMissing,
  tenderersMissing,
} from './evidence.ts';
import { NOT_RAISED, notApplicable, notComputable, type Outcome, raised, rounded } from './outcome.ts';

const MS_PER_HOUR = 3_600_000;

/** Cardinal R035: at least this many other tenderers have disqualified bids. */
export const DISQUALIFIED_TENDERERS_MIN = 1;

/** Nothing is in force: because nothing was awarded, or because the data do not tell. */
const nothingInForce = ({ awardsMissing }: Evidence): Outcome =>
  awardsMissing.length > 0 ? notComputable(...awardsMissing) : notApplicable('nothing-awarded');

/** R030. A valid bid of a supplier of an award in force was received after the end of the tender period. */
export const lateBidWon = (evidence: Evidence): Outcome => {
  const { process, submitted, submittedMissing, active, suppliers, who } = evidence;
  if (active.length === 0) return nothingInForce(evidence);
  const deadline = process.tenderPeriod?.endAt;
  const winners = organisations(suppliers, who);
  const valid = submitted.filter(({ status }) => status === 'valid');
  const won = valid.filter(({ tenderers }) => tenderers.some((tenderer) => winners.has(who(tenderer))));
  const late = won.filter(({ receivedAt = '' }) => deadline !== undefined && receivedAt > deadline);
  if (deadline !== undefined && late.length > 0) {
    const latest = Math.max(...late.map(({ receivedAt = deadline }) => Date.parse(receivedAt)));
    return raised({ hoursLate: rounded((latest - Date.parse(deadline)) / MS_PER_HOUR, 2) }, late);
  }
  const lacking = [
    ...submittedMissing,
    ...missingIf(deadline === undefined, 'tender-period-end'),
    ...suppliersMissing(evidence),
    ...tenderersMissing(valid),
    ...missingIf(
      won.some(({ receivedAt }) => receivedAt === undefined),
      'bid-date',
    ),
    // Somebody won whose valid bid is not shown: whether it was late, the data do not tell.
    ...missingIf(won.length === 0, 'bids'),
  ];
  return lacking.length > 0 ? notComputable(...lacking) : NOT_RAISED;
};

/** R035. The winner's bids alone are valid, and at least one other tenderer was disqualified. */
export const othersDisqualified = (evidence: Evidence): Outcome => {
  const { submitted, submittedMissing, active, suppliers, awardsMissing, who } = evidence;
  if (awardsMissing.length > 0) return notComputable(...awardsMissing, ...submittedMissing);
  if (active.length === 0) return notApplicable('nothing-awarded');
  const tenderersOf = (wanted: Bid['status']) =>
    organisations(
      submitted.filter(({ status }) => status === wanted).flatMap(({ tenderers }) => tenderers),
      who,
    );
  const valid = tenderersOf('valid');
  // Nothing that is missing could take a second valid tenderer away.
  if (valid.size > 1) return NOT_RAISED;
  const lacking = [...submittedMissing, ...suppliersMissing(evidence), ...tenderersMissing(submitted)];
  if (lacking.length > 0) return notComputable(...lacking);
  const others = [...tenderersOf('disqualified')].filter((tenderer) => !valid.has(tenderer));
  const isWinnerAlone = valid.size === 1 && isSameSet(valid, organisations(suppliers, who));
  if (!isWinnerAlone || others.length < DISQUALIFIED_TENDERERS_MIN) return NOT_RAISED;
  return raised(
    { disqualifiedTenderers: others.length, thresholdTenderers: DISQUALIFIED_TENDERERS_MIN },
    submitted.filter(({ status }) => status === 'disqualified'),
  );
};

/**
 * R036. Something was awarded, some bid is valid, and the lowest of all submitted bids is disqualified. Where a disqualified bid and
 * another one share the lowest price, the lowest was not lost.
 */
export const lowestDisqualified = (evidence: Evidence): Outcome => {
  const { submitted, submittedMissing, active } = evidence;
  if (active.length === 0) return nothingInForce(evidence);
  const lacking = [...submittedMissing, ...pricesMissing(submitted)];
  if (lacking.length > 0) return notComputable(...lacking);
  const priced = submitted.filter(hasPrice);
  const price = lowest(priced);
  const cheapest = priced.filter(({ value }) => value.amount === price);
  const valid = priced.filter(({ status }) => status === 'valid');
  if (valid.length === 0 || cheapest.some(({ status }) => status !== 'disqualified')) return NOT_RAISED;
  return raised({ lowestAmount: price, lowestValidAmount: lowest(valid) }, cheapest);
};
