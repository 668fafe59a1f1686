import type { Instant } from '../../events/shapes.ts';
import { type CaseParty, isNamedAlike } from '../interests/parties.ts';
import type { Award, ContractingProcess } from '../process/contracting-process.ts';
import { AMOUNT_MAX } from '../shapes.ts';

/** A ruling on the award as the official data tell it. */
export interface OfficialAward {
  readonly decision: 'awarded' | 'none';
  readonly decidedAt: Instant;
  /** Bidders of the case; suppliers who are no bidders of their own are parties of the process, and not among them. */
  readonly suppliers: readonly string[];
  /** The sum of the awards, where all of them are in one currency. */
  readonly value?: { readonly amount: number; readonly currency: string };
}

/** What was ruled: an award that is active, or that states no status and has suppliers; a pending one is no ruling yet. */
const isMade = ({ status, suppliers }: Award): boolean =>
  status === 'active' || (status === undefined && suppliers.length > 0);
const isNone = ({ status }: Award): boolean => status === 'unsuccessful' || status === 'cancelled';

const lastDate = (awards: readonly Award[]): Instant | undefined =>
  awards
    .flatMap(({ decidedAt }) => decidedAt ?? [])
    .toSorted()
    .at(-1);

const valueOf = (awards: readonly Award[]): OfficialAward['value'] => {
  const values = awards.flatMap(({ value }) => value ?? []);
  const [first] = values;
  if (first === undefined || values.length < awards.length) return undefined;
  if (values.some(({ currency }) => currency !== first.currency)) return undefined;
  const sum = values.reduce((total, { amount }) => total + amount, 0);
  // Cents of floating point are no part of an award.
  return sum > AMOUNT_MAX ? undefined : { amount: Number(sum.toFixed(2)), currency: first.currency };
};

/** The ruling of the official data, if they tell one with its date: with several awards (lots) the last of them completes it. */
export const officialAward = (
  process: ContractingProcess | undefined,
  parties: readonly CaseParty[],
): OfficialAward | undefined => {
  const awards = process?.awards ?? [];
  const made = awards.filter(isMade);
  const ruled = made.length > 0 ? made : awards.filter(isNone);
  const decidedAt = lastDate(ruled);
  if (decidedAt === undefined) return undefined;
  if (made.length === 0) return { decision: 'none', decidedAt, suppliers: [] };
  const bidders = parties.filter(({ party }) => party.startsWith('bidder-'));
  const suppliers = made
    .flatMap((award) => award.suppliers)
    .flatMap((supplier) => bidders.find((bidder) => isNamedAlike(bidder, supplier))?.party ?? []);
  const value = valueOf(made);
  return { decision: 'awarded', decidedAt, suppliers: [...new Set(suppliers)], ...(value && { value }) };
};
