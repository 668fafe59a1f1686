import type {
  CaseStore,
  Clock,
  Entropy,
  Identity,
  ImportStore,
  Log,
  MilestoneStore,
  RosterStore,
} from '../_ports/ports.ts';
import type { RecentCases } from '../_record/recent-cases.ts';

/** What the functions behind the API work on. */
export interface ApiPorts {
  readonly cases: CaseStore;
  readonly milestones: MilestoneStore;
  readonly roster: RosterStore;
  readonly imports: ImportStore;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly identity: Identity;
  readonly log: Log;
  readonly recent?: RecentCases;
}
