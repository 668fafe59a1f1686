import * as z from 'zod/mini';
import { authorityOf, type RegisteredFacts, standsAt } from '../registry/registered-facts.ts';
import { type Counters, monthOf } from '../scoreboard/measures.ts';
import { ELIGIBILITIES, eligibilityOf } from './eligibility.ts';

/** By it stand the processes of which no date is known. */
export const MONTH_UNDATED = '0000-00';

/** What of a process counts, as one source tells it. */
const told = z.strictObject({
  /** Of the source: the version of the registry, or of the event of the case that last read the official data. */
  version: z.int(),
  authority: z.string(),
  name: z.exactOptional(z.string()),
  month: z.string(),
  eligibility: z.enum(ELIGIBILITIES),
});
export type ToldProcess = z.infer<typeof told>;

/** A process as the registry knows it, and as each of its cases does: there are no more cases than instruments. */
export const countedProcessSchema = z.strictObject({
  registered: z.exactOptional(told),
  cases: z.record(z.string(), told),
});
export type CountedProcess = z.infer<typeof countedProcessSchema>;

export const NOT_COUNTED: CountedProcess = { cases: {} };

export const toldOf = (facts: RegisteredFacts, version: number): ToldProcess => {
  const { authority, name } = authorityOf(facts);
  const at = standsAt(facts);
  return {
    version,
    authority,
    ...(name === undefined ? {} : { name }),
    month: at === undefined ? MONTH_UNDATED : monthOf(at),
    eligibility: eligibilityOf(facts),
  };
};

/** The process with what one source tells of it now; what is as old or older changes nothing: undefined. */
export const withTold = (
  known: CountedProcess,
  source: 'registry' | { readonly case: string },
  facts: ToldProcess,
): CountedProcess | undefined => {
  const before = source === 'registry' ? known.registered : known.cases[source.case];
  if (before !== undefined && before.version >= facts.version) return undefined;
  return source === 'registry'
    ? { ...known, registered: facts }
    : { ...known, cases: { ...known.cases, [source.case]: facts } };
};

/** How a process is counted: as the registry tells it, or else the first of its cases. Undefined while nobody told of it. */
export const standingOf = ({ registered, cases }: CountedProcess): ToldProcess | undefined =>
  registered ?? Object.entries(cases).toSorted(([one], [other]) => (one < other ? -1 : 1))[0]?.[1];

/** What it counts for: that it is there, whether it should be watched, and whether it is. */
export const countersOf = (process: CountedProcess): Counters => {
  const standing = standingOf(process);
  if (standing === undefined) return {};
  const { eligibility } = standing;
  const isWatched = Object.keys(process.cases).length > 0;
  return {
    'processes.all': 1,
    [`processes.${eligibility}`]: 1,
    ...(isWatched ? { 'watched.all': 1, [`watched.${eligibility}`]: 1 } : {}),
    ...(process.registered === undefined ? { 'processes.unregistered': 1 } : {}),
  };
};
