import type { Language } from '../../../domain/languages.ts';
import {
  achievement,
  breachConsequence,
  dimension,
  outcome,
  proceedingState,
  proceedingType,
  reportState,
  takeUp,
} from '../../../domain/open-data/codes-of-follow-up.ts';
import {
  accreditationLoss,
  type Code,
  dissolutionCause,
  visitOutcome,
} from '../../../domain/open-data/codes-of-watch.ts';
import { wordIn } from '../../../domain/open-data/words.ts';

/** Codes that are called here as the open data call them: those lists alone are loaded, not all that there are. */
const SHOWN = {
  accreditationLoss,
  achievement,
  breachConsequence,
  dimension,
  dissolutionCause,
  outcome,
  proceedingState,
  proceedingType,
  reportState,
  takeUp,
  visitOutcome,
} as const;
export type CodesShown = keyof typeof SHOWN;

/** What a code is called; the code itself where its list does not have it. */
export const titleOf = (list: CodesShown, code: string, language: Language): string => {
  const codes: Readonly<Record<string, Code>> = SHOWN[list];
  const found = Object.hasOwn(codes, code) ? codes[code] : undefined;
  return found === undefined ? code : wordIn(found[0], language);
};
