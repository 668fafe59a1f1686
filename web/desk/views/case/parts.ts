import type { ComponentType } from 'preact';
import type { Role } from '../../../../events/vocabulary.ts';
import type { CaseShown } from '../../case-at-desk.ts';
import { Access } from './access.tsx';
import { ActsOfCase } from './acts-of-case.tsx';
import { AssessmentOfCase } from './assessment.tsx';
import { Committee } from './committee.tsx';
import { Contract } from './contract.tsx';
import { DeliveriesOfCase } from './deliveries.tsx';
import { Documents } from './documents.tsx';
import { Draws } from './draws.tsx';
import { EscalationsOfCase } from './escalations.tsx';
import { FlagsOfCase } from './flags.tsx';
import { Now } from './now.tsx';
import { ObservationsOfCase } from './observations.tsx';
import { Pact } from './pact.tsx';
import { ProcessOfCase } from './process.tsx';
import { QuestionsOfCase } from './questions.tsx';
import { RecommendationsOfCase } from './recommendations.tsx';
import { RecordOfCase } from './record.tsx';
import { ReportsOfCase } from './reports.tsx';
import { Team } from './team.tsx';
import { TimelineOfCase } from './timeline.tsx';
import { TipsOfCase } from './tips.tsx';

export interface PartProps {
  /** Changes when something was done: lists are read anew. */
  readonly stamp: number;
}

interface Part {
  readonly draw: ComponentType<PartProps>;
  /** Whether the case has such a part. */
  readonly opens?: (shown: CaseShown) => boolean;
  /** Whose it is; everybody’s who reads the case where it is left out. */
  readonly roles?: readonly Role[];
}

/** What a case is made of, by the third part of the address, in the order in which it is gone through. */
export const PARTS = {
  now: { draw: Now },
  team: { draw: Team },
  draws: { draw: Draws },
  pact: { draw: Pact, opens: ({ instrument }) => instrument === 'integrity-pact' },
  committee: { draw: Committee, opens: ({ instrument }) => instrument === 'oversight-committee' },
  acts: { draw: ActsOfCase },
  access: { draw: Access },
  contract: { draw: Contract },
  documents: { draw: Documents },
  process: { draw: ProcessOfCase },
  observations: { draw: ObservationsOfCase },
  questions: { draw: QuestionsOfCase },
  flags: { draw: FlagsOfCase },
  tips: { draw: TipsOfCase },
  escalations: { draw: EscalationsOfCase },
  reports: { draw: ReportsOfCase },
  recommendations: { draw: RecommendationsOfCase },
  assessment: { draw: AssessmentOfCase },
  timeline: { draw: TimelineOfCase },
  record: { draw: RecordOfCase },
  deliveries: { draw: DeliveriesOfCase, roles: ['coordinator', 'auditor'] },
} as const satisfies Readonly<Record<string, Part>>;

export type PartName = keyof typeof PARTS;

export const isPartName = (name: string): name is PartName => Object.hasOwn(PARTS, name);

export const PART_NAMES: readonly PartName[] = Object.keys(PARTS).filter(isPartName);

export const opensInCase = (name: PartName, shown: CaseShown, roles: readonly string[]): boolean => {
  const { opens, roles: whose }: Part = PARTS[name];
  return (opens?.(shown) ?? true) && (whose === undefined || whose.some((role) => roles.includes(role)));
};
