import type { Party } from '../process/contracting-process.ts';
import type { Comparison, Share, Shares } from './comparison.ts';
import { type Evidence, tenderersMissing } from './evidence.ts';
import { organisationKey } from './organisation-key.ts';
import { type FlagValues, NOT_RAISED, notApplicable, notComputable, type Outcome, raised, rounded } from './outcome.ts';
import { isHigh } from './quartiles.ts';

/**
 * R038. The share of disqualified bids is a high outlier for the buyer, the procuring entity or a tenderer of this process, over all
 * processes compared; and in this process, too, a bid of theirs was disqualified.
 */
export const excessiveDisqualifications = (evidence: Evidence, comparison: Comparison | undefined): Outcome => {
  const { process, submitted, submittedMissing } = evidence;
  const disqualified = submitted.filter(({ status }) => status === 'disqualified');
  if (comparison === undefined) return notComputable(...submittedMissing, 'comparison');
  const { buyers, procuringEntities, tenderers } = comparison;
  if (disqualified.length > 0) {
    const outliers: FlagValues = {
      ...outlierAmong(buyers, presentOf(process.buyer), 'buyer'),
      ...outlierAmong(procuringEntities, presentOf(process.procuringEntity), 'procuringEntity'),
      ...outlierAmong(
        tenderers,
        disqualified.flatMap((bid) => bid.tenderers),
        'tenderer',
      ),
    };
    if (Object.keys(outliers).length > 0) return raised(outliers, disqualified);
  }
  const lacking = [...submittedMissing, ...tenderersMissing(disqualified)];
  if (lacking.length > 0) return notComputable(...lacking);
  if (disqualified.length === 0) return NOT_RAISED;
  const isJudged = [buyers, procuringEntities, tenderers].some(({ fences }) => fences !== undefined);
  return isJudged ? NOT_RAISED : notApplicable('too-few-in-comparison');
};

const presentOf = (party: Party | undefined): readonly Party[] => (party === undefined ? [] : [party]);

/** The highest share among these that is an outlier of its set, with the fence that it reached. */
const outlierAmong = ({ byKey, fences }: Shares, parties: readonly Party[], label: string): FlagValues => {
  // Cardinal: where three quarters have no disqualified bid at all, any share would be an outlier.
  if (fences === undefined || fences.upper <= 0) return {};
  const shares = parties
    .flatMap((party) => byKey.get(organisationKey(party)) ?? [])
    .filter(({ isCounted }) => isCounted)
    .map(shareOf)
    .filter((share) => isHigh(share, fences));
  if (shares.length === 0) return {};
  return { [`${label}Share`]: rounded(Math.max(...shares)), [`${label}Fence`]: rounded(fences.upper) };
};

const shareOf = ({ disqualified, submitted }: Share): number => disqualified / submitted;
