import type { EscalationOutcome, Remedy } from '../../events/vocabulary.ts';

/** What an answer tells beside its outcome, its words and its remedies. */
export const ANSWER_DETAILS = ['number', 'inspectionOn', 'missing', 'competentAuthority', 'competentBody'] as const;
type Detail = (typeof ANSWER_DETAILS)[number];

/** What an outcome means for the remedies of the findings, and what else it must say. */
export interface OutcomeRule {
  /** Whether each finding needs a remedy, may have one already, or can have none: nothing was found out, or there is nothing to remedy. */
  readonly remedies: 'each' | 'may' | 'none';
  readonly allowed: readonly Remedy[];
  /** The remedy that one finding at least must have. */
  readonly atLeastOne?: Remedy;
  /** Each of these must be told. */
  readonly asks: readonly Detail[];
  /** One of these must be told, and no other detail. */
  readonly asksOneOf?: readonly Detail[];
}

const ANY: readonly Remedy[] = ['eliminated', 'not-eliminated', 'no-mechanism'];

/**
 * Which remedies an outcome bears out. In PROZORRO’s monitoring, whose remedies these are, only a conclusion that names violations is
 * followed by a remedy for each of them (`addressed` to `completed`); one that finds none (`declined`) has nothing to remedy. What is
 * not stated there follows from the words: who lacks competence or information, or has yet to inspect, has judged no finding; who
 * closes without acting eliminated nothing; of a process that is cancelled nothing is left uneliminated but what no mechanism reaches.
 */
export const OUTCOME_RULES: Readonly<Record<EscalationOutcome, OutcomeRule>> = {
  'proceeding-opened': { remedies: 'may', allowed: ANY, asks: ['number'] },
  'inspection-planned': { remedies: 'none', allowed: [], asks: ['inspectionOn'] },
  'referred-to-prosecutor': { remedies: 'may', allowed: ANY, asks: ['number'] },
  'violation-corrected': { remedies: 'each', allowed: ANY, atLeastOne: 'eliminated', asks: [] },
  'no-violation': { remedies: 'none', allowed: [], asks: [] },
  'no-competence': {
    remedies: 'none',
    allowed: [],
    asks: [],
    asksOneOf: ['competentAuthority', 'competentBody'],
  },
  'insufficient-information': { remedies: 'none', allowed: [], asks: ['missing'] },
  'process-cancelled': { remedies: 'each', allowed: ['eliminated', 'no-mechanism'], asks: [] },
  'closed-without-action': { remedies: 'each', allowed: ['not-eliminated', 'no-mechanism'], asks: [] },
};

/** The remedy of one finding. */
export interface Remedied {
  readonly observation: string;
  readonly remedy: Remedy;
}

/** What contradicts an outcome among the remedies, and what would not; undefined where nothing does. */
export const contradiction = (
  outcome: EscalationOutcome,
  remedies: readonly Remedied[],
): { readonly [fact: string]: unknown } | undefined => {
  const { allowed, atLeastOne } = OUTCOME_RULES[outcome];
  const contradicting = remedies.filter(({ remedy }) => !allowed.includes(remedy));
  const isLacking = atLeastOne !== undefined && !remedies.some(({ remedy }) => remedy === atLeastOne);
  if (contradicting.length === 0 && !isLacking) return undefined;
  return { outcome, contradicting, allowed, ...(atLeastOne === undefined ? {} : { atLeastOne }) };
};

/** The details that an outcome lacks, and those that belong to another; undefined where they are right. */
export const detailFlaws = (
  outcome: EscalationOutcome,
  told: { readonly [Name in Detail]?: unknown },
): { readonly [fact: string]: unknown } | undefined => {
  const { asks, asksOneOf = [] } = OUTCOME_RULES[outcome];
  const given = ANSWER_DETAILS.filter((name) => told[name] !== undefined);
  const missing = asks.filter((name) => !given.includes(name));
  const foreign = given.filter((name) => !asks.includes(name) && !asksOneOf.includes(name));
  const isLacking = asksOneOf.length > 0 && !asksOneOf.some((name) => given.includes(name));
  if (missing.length === 0 && foreign.length === 0 && !isLacking) return undefined;
  return { outcome, missing, ...(isLacking ? { oneOf: asksOneOf } : {}), foreign };
};
