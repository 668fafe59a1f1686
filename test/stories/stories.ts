import { answerFinding } from './answer-finding.ts';
import { appointTeam } from './appoint-team.ts';
import { checkRecord } from './check-record.ts';
import { reachMachine } from './reach-machine.ts';
import { receiveEscalation } from './receive-escalation.ts';
import type { Story } from './story.ts';
import { voteReport } from './vote-report.ts';
import { watchTender } from './watch-tender.ts';

/** Every story, in the order in which a newcomer reads them: the tutorial is made of these. */
export const STORIES: readonly Story[] = [
  appointTeam,
  watchTender,
  answerFinding,
  receiveEscalation,
  reachMachine,
  voteReport,
  checkRecord,
];
