import type { ContractingProcess } from '../../domain/process/contracting-process.ts';
import type { Comparison } from '../../domain/red-flags/comparison.ts';
import type { Outcome } from '../../domain/red-flags/outcome.ts';
import { flagsOf } from '../../domain/red-flags/red-flags.ts';
import type { RedFlag } from '../../events/vocabulary.ts';
import { readOne, release } from './ocds.ts';

export interface BidGiven {
  readonly by?: string | readonly string[];
  readonly amount?: number;
  readonly currency?: string;
  readonly status?: string;
  readonly date?: string;
}

export interface AwardGiven {
  readonly to?: string | readonly string[];
  readonly status?: string;
  readonly classes?: readonly string[];
}

const organisation = (name: string) => ({ id: name, name });
const organisations = (names: string | readonly string[] | undefined) =>
  (typeof names === 'string' ? [names] : (names ?? [])).map(organisation);

/** A bid of OCDS; valid and priced in MXN unless said otherwise. */
const bid = ({ by, amount, currency = 'MXN', status = 'valid', date }: BidGiven, index: number) => ({
  id: `B-${index + 1}`,
  ...(status === '' ? {} : { status }),
  ...(date === undefined ? {} : { date }),
  ...(amount === undefined ? {} : { value: { amount, currency } }),
  tenderers: organisations(by),
});

const award = ({ to, status = 'active', classes }: AwardGiven, index: number) => ({
  id: `A-${index + 1}`,
  status,
  suppliers: organisations(to),
  ...(classes === undefined
    ? {}
    : { items: classes.map((id, item) => ({ id: `${item}`, classification: { scheme: 'UNSPSC', id } })) }),
});

export const DEADLINE = '2026-02-01T12:00:00Z';

/** A contracting process as a publisher would send it, with the bids and awards that are given. */
export const bidding = ({
  ocid = 'ocds-test00-0001',
  bids,
  awards = [],
  buyer = 'buyer',
  tender = {},
}: {
  readonly ocid?: string;
  readonly bids?: readonly BidGiven[];
  readonly awards?: readonly AwardGiven[];
  readonly buyer?: string;
  readonly tender?: Readonly<Record<string, unknown>>;
}): ContractingProcess =>
  readOne(
    release({
      ocid,
      buyer: organisation(buyer),
      tender: { id: 'T-1', tenderPeriod: { startDate: '2026-01-01T12:00:00Z', endDate: DEADLINE }, ...tender },
      ...(bids === undefined ? {} : { bids: { details: bids.map(bid) } }),
      awards: awards.map(award),
    }),
  ).process;

/** What one flag says of a process. */
export const outcomeOf = (code: RedFlag, process: ContractingProcess, comparison?: Comparison): Outcome => {
  const found = flagsOf(process, comparison).find((flag) => flag.code === code);
  if (found === undefined) throw new Error(`${code} is computed for every process.`);
  return found.outcome;
};

export const NOT_RAISED = { result: 'not-raised' };
export const missing = (...words: readonly string[]) => ({ result: 'not-computable', missing: words });
export const notApplicable = (because: string) => ({ result: 'not-applicable', because });
