import type { Act } from './act.ts';
import { ASSESSMENT } from './assessment.ts';
import { CALENDAR_ACTS, CONTRACT_ACTS } from './calendar.ts';
import { COORDINATION } from './coordination.ts';
import { DIALOGUE } from './dialogue.ts';
import { ENDPOINTS } from './endpoints.ts';
import { ESCALATIONS } from './escalations.ts';
import { LIST_ACTS } from './lists.ts';
import { OBSERVATIONS } from './observations.ts';
import { COMMITTEE_ACTS, PACT_ACTS } from './pact.ts';
import { PEOPLE } from './people.ts';
import { REPORTS } from './reports.ts';
import { ROSTER } from './roster.ts';
import { DRAW_ACTS, TEAM_ACTS } from './team.ts';

/** Everything that somebody can do at the desk, by the name of its operation. */
export const ACTS = {
  ...COORDINATION,
  ...TEAM_ACTS,
  ...DRAW_ACTS,
  ...PACT_ACTS,
  ...COMMITTEE_ACTS,
  ...CALENDAR_ACTS,
  ...CONTRACT_ACTS,
  ...OBSERVATIONS,
  ...DIALOGUE,
  ...REPORTS,
  ...ESCALATIONS,
  ...ROSTER,
  ...PEOPLE,
  ...ENDPOINTS,
  ...ASSESSMENT,
  ...LIST_ACTS,
} as const satisfies Readonly<Record<string, Act>>;

export type ActName = keyof typeof ACTS;

export const isActName = (name: string): name is ActName => Object.hasOwn(ACTS, name);
