import type { ComponentType } from 'preact';
import type { Role } from '../../../events/vocabulary.ts';
import { Agenda } from './agenda.tsx';
import { Answers } from './answers.tsx';
import { Assignments } from './assignments.tsx';
import { Board } from './board.tsx';
import { Case } from './case.tsx';
import { Endpoints } from './endpoints.tsx';
import { Escalations } from './escalations.tsx';
import { Home } from './home.tsx';
import { NoticesAtDesk } from './notices.tsx';
import { People } from './people.tsx';
import { Processes } from './processes.tsx';
import { Profiles } from './profiles.tsx';
import { Roster } from './roster.tsx';
import { Seals } from './seals.tsx';
import { Search } from './search.tsx';
import { Triage } from './triage.tsx';

interface View {
  readonly draw: ComponentType;
  /** Whose it is; everybody’s who signed in where it is left out. */
  readonly roles?: readonly Role[];
  /** Whether the menu leads there. */
  readonly inMenu: boolean;
}

/** What there is at the desk, by the first part of its address, in the order of the menu. */
export const VIEWS = {
  home: { draw: Home, inMenu: true },
  board: { draw: Board, roles: ['coordinator', 'auditor'], inMenu: true },
  assignments: { draw: Assignments, roles: ['coordinator', 'auditor'], inMenu: true },
  agenda: { draw: Agenda, inMenu: true },
  triage: { draw: Triage, roles: ['coordinator', 'auditor'], inMenu: true },
  seals: { draw: Seals, roles: ['coordinator', 'auditor'], inMenu: true },
  processes: { draw: Processes, roles: ['coordinator'], inMenu: true },
  escalations: { draw: Escalations, roles: ['control-authority'], inMenu: true },
  answers: { draw: Answers, roles: ['contracting-authority', 'bidder-representative'], inMenu: true },
  search: { draw: Search, inMenu: true },
  notices: { draw: NoticesAtDesk, inMenu: true },
  roster: { draw: Roster, roles: ['coordinator', 'administrator', 'auditor'], inMenu: true },
  people: { draw: People, roles: ['administrator', 'auditor'], inMenu: true },
  endpoints: { draw: Endpoints, roles: ['administrator', 'auditor', 'control-authority'], inMenu: true },
  profiles: { draw: Profiles, roles: ['coordinator', 'administrator', 'auditor'], inMenu: true },
  cases: { draw: Case, inMenu: false },
} as const satisfies Readonly<Record<string, View>>;

export type ViewName = keyof typeof VIEWS;

export const isViewName = (name: string): name is ViewName => Object.hasOwn(VIEWS, name);

export const VIEW_NAMES: readonly ViewName[] = Object.keys(VIEWS).filter(isViewName);

/** Whether a view is for somebody with these roles. What they see in it the API decides. */
export const opensTo = (name: ViewName, roles: readonly string[]): boolean => {
  const { roles: whose }: View = VIEWS[name];
  return whose === undefined || whose.some((role) => roles.includes(role));
};
