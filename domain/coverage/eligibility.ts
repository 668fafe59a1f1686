import { localDate } from '../clocks/calendar.ts';
import type { Profile, Threshold } from '../profiles/profile.ts';
import { PROFILES, rulesAt } from '../profiles/profiles.ts';
import { type RegisteredFacts, standsAt } from '../registry/registered-facts.ts';
import { umaOn } from './unit-values.ts';

/**
 * Whether an instrument should watch a process: it reaches a threshold of a profile that rules there and then; no threshold is stated, so
 * that every process is one; it stays below; or that cannot be told, and why.
 */
export const ELIGIBILITIES = [
  'reachesThreshold',
  'noThresholdStated',
  'below',
  'noProfile',
  'dateUnknown',
  'territoryUnknown',
  'categoryUnknown',
  'valueUnknown',
  'unitUnknown',
] as const;
export type Eligibility = (typeof ELIGIBILITIES)[number];

/** These count as eligible; `below` and `noProfile` do not; the others are undecided, and shown as such. */
export const ELIGIBLE: readonly Eligibility[] = ['reachesThreshold', 'noThresholdStated'];
export const UNDECIDED: readonly Eligibility[] = [
  'dateUnknown',
  'territoryUnknown',
  'categoryUnknown',
  'valueUnknown',
  'unitUnknown',
];

/** What tells for itself goes before what is undecided, and that before what excludes. */
const WEIGHT: readonly Eligibility[] = [
  'reachesThreshold',
  'noThresholdStated',
  'unitUnknown',
  'valueUnknown',
  'categoryUnknown',
  'below',
];

/** Judges the compact facts of a process by every profile that rules where and when it stands. */
export const eligibilityOf = (facts: RegisteredFacts, profiles: readonly Profile[] = PROFILES): Eligibility => {
  const at = standsAt(facts);
  if (at === undefined) return 'dateUnknown';
  if (facts.territory === undefined) return 'territoryUnknown';
  const ruling = ruledIn(facts.territory, profiles).filter((profile) => rulesAt(profile, at));
  const judged = new Set(ruling.map((profile) => judge(facts, profile, localDate(at, profile.zone.value))));
  return WEIGHT.find((each) => judged.has(each)) ?? 'noProfile';
};

/** The profiles of a subdivision; where it has none of its own, those of its country. A profile for anywhere obliges nobody. */
const ruledIn = (territory: string, profiles: readonly Profile[]): readonly Profile[] => {
  const own = profiles.filter((profile) => profile.territory.value.subdivision === territory);
  if (own.length > 0) return own;
  const country = territory.slice(0, 2);
  return profiles.filter(({ territory: { value } }) => value.country === country && value.subdivision === undefined);
};

const judge = (facts: RegisteredFacts, profile: Profile, date: string): Eligibility => {
  const thresholds = profile.thresholds.value;
  if (thresholds.length === 0) return 'noThresholdStated';
  const value = facts.value ?? facts.awardedValue;
  if (value === undefined) return 'valueUnknown';
  const judged = new Set(
    thresholds
      .filter(({ covers }) => covers === (facts.category ?? covers) && covers !== NOT_TOLD_BY_OCDS)
      .map((threshold) => reached(value, threshold, date)),
  );
  // Where the category is not told, what is the same for each category is so whichever it is.
  if (facts.category === undefined && judged.size > 1) return 'categoryUnknown';
  return WEIGHT.find((each) => judged.has(each)) ?? 'below';
};

/** The closed list of categories of OCDS has no word for it: such a process is judged as what else it is. */
const NOT_TOLD_BY_OCDS = 'public-private-partnership';

const reached = (value: { amount: number; currency: string }, threshold: Threshold, date: string): Eligibility => {
  const unit = threshold.unit === 'UMA' && value.currency === 'MXN' ? umaOn(date) : undefined;
  if (unit === undefined) return 'unitUnknown';
  const limit = threshold.amount * unit;
  const isReached = threshold.reached === 'above' ? value.amount > limit : value.amount >= limit;
  return isReached ? 'reachesThreshold' : 'below';
};
