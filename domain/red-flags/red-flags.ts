import { RED_FLAGS, type RedFlag } from '../../events/vocabulary.ts';
import type { ContractingProcess } from '../process/contracting-process.ts';
import type { Comparison } from './comparison.ts';
import { identicalPrices, SHORT_SUBMISSION_DAYS, shortSubmissionPeriod, singleBid } from './competition.ts';
import { excessiveDisqualifications } from './disqualified-share.ts';
import { DISQUALIFIED_TENDERERS_MIN, lateBidWon, lowestDisqualified, othersDisqualified } from './evaluation.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { heavilyDiscounted, priceCloseToWinner } from './margin.ts';
import { notApplicable, type Outcome } from './outcome.ts';
import { heterogeneousSupplier } from './supplier-variety.ts';

/** A red flag: a place to look, never a verdict. */
export interface FlagDefinition {
  /** Where its definition and its threshold stand. */
  readonly source: string;
  /** The value from which on it is raised: a number, or what the processes that are compared make of it. */
  readonly threshold: number | 'lower-fence' | 'upper-fence' | 'none';
  readonly computedOn: 'one-process' | 'many-processes';
  readonly compute: (evidence: Evidence, comparison: Comparison | undefined) => Outcome;
}

const cardinal = (code: RedFlag): string =>
  `Open Contracting Partnership, Cardinal, https://cardinal.readthedocs.io/en/latest/cli/indicators/R/${code.slice(1)}.html`;

/** With the definitions and default thresholds of Open Contracting's Cardinal; docs/adr/0020 says where this house is more careful. */
export const FLAG_DEFINITIONS: Readonly<Record<RedFlag, FlagDefinition>> = {
  R003: {
    source: cardinal('R003'),
    threshold: SHORT_SUBMISSION_DAYS,
    computedOn: 'one-process',
    compute: shortSubmissionPeriod,
  },
  R018: { source: cardinal('R018'), threshold: 'none', computedOn: 'one-process', compute: singleBid },
  R024: {
    source: cardinal('R024'),
    threshold: 'lower-fence',
    computedOn: 'many-processes',
    compute: priceCloseToWinner,
  },
  R028: { source: cardinal('R028'), threshold: 'none', computedOn: 'one-process', compute: identicalPrices },
  R030: { source: cardinal('R030'), threshold: 'none', computedOn: 'one-process', compute: lateBidWon },
  R035: {
    source: cardinal('R035'),
    threshold: DISQUALIFIED_TENDERERS_MIN,
    computedOn: 'one-process',
    compute: othersDisqualified,
  },
  R036: { source: cardinal('R036'), threshold: 'none', computedOn: 'one-process', compute: lowestDisqualified },
  R038: {
    source: cardinal('R038'),
    threshold: 'upper-fence',
    computedOn: 'many-processes',
    compute: excessiveDisqualifications,
  },
  R048: {
    source: cardinal('R048'),
    threshold: 'upper-fence',
    computedOn: 'many-processes',
    compute: heterogeneousSupplier,
  },
  R058: {
    source: cardinal('R058'),
    threshold: 'upper-fence',
    computedOn: 'many-processes',
    compute: heavilyDiscounted,
  },
};

export interface FlagOf {
  readonly code: RedFlag;
  readonly outcome: Outcome;
}

/**
 * Every red flag of a process, raised or not, in the order of their codes. Flags that are outliers among many need a comparison; without
 * one they say that it is missing.
 */
export const flagsOf = (process: ContractingProcess, comparison?: Comparison): readonly FlagOf[] => {
  const evidence = evidenceOf(process);
  return RED_FLAGS.map((code) => ({
    code,
    outcome:
      // Cardinal leaves cancelled tenders out altogether.
      process.tenderStatus === 'cancelled'
        ? notApplicable('tender-cancelled')
        : FLAG_DEFINITIONS[code].compute(evidence, comparison),
  }));
};
