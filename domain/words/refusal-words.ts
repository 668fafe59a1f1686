import type { Words } from '../languages.ts';
import type { RefusalWord } from '../refusals.ts';
import { ACT_REFUSALS } from './refusals/acts.ts';
import { AWARD_REFUSALS } from './refusals/award.ts';
import { CASE_REFUSALS } from './refusals/case.ts';
import { DOCUMENT_REFUSALS } from './refusals/documents.ts';
import { DRAW_REFUSALS } from './refusals/draws.ts';
import { ESCALATION_REFUSALS } from './refusals/escalations.ts';
import { OBSERVATION_REFUSALS } from './refusals/observations.ts';
import { PACT_REFUSALS } from './refusals/pact.ts';
import { PEOPLE_REFUSALS } from './refusals/people.ts';
import { REPORT_REFUSALS } from './refusals/reports.ts';
import { ROSTER_REFUSALS } from './refusals/roster.ts';
import { TEAM_REFUSALS } from './refusals/team.ts';
import { TIP_REFUSALS } from './refusals/tips.ts';

/**
 * What each refusal says to a person at a screen: what is the matter and what to do next, in their language and without the names of
 * fields. `REFUSALS` says the same to programs.
 */
export const REFUSAL_WORDS: Readonly<Record<RefusalWord, Words>> = {
  ...CASE_REFUSALS,
  ...TEAM_REFUSALS,
  ...DRAW_REFUSALS,
  ...PACT_REFUSALS,
  ...ACT_REFUSALS,
  ...AWARD_REFUSALS,
  ...OBSERVATION_REFUSALS,
  ...ESCALATION_REFUSALS,
  ...REPORT_REFUSALS,
  ...TIP_REFUSALS,
  ...DOCUMENT_REFUSALS,
  ...ROSTER_REFUSALS,
  ...PEOPLE_REFUSALS,
};
