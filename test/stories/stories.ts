import { answerFinding } from './answer-finding.ts';
import { appointTeam } from './appoint-team.ts';
import { checkRecord } from './check-record.ts';
import { followEscalation } from './follow-escalation.ts';
import { handInEvidence } from './hand-in-evidence.ts';
import { importProcesses } from './import-processes.ts';
import { keepRoster } from './keep-roster.ts';
import { moveActs } from './move-acts.ts';
import { reachMachine } from './reach-machine.ts';
import { receiveEscalation } from './receive-escalation.ts';
import { reportBreach } from './report-breach.ts';
import { sendTip } from './send-tip.ts';
import type { Story } from './story.ts';
import { voteReport } from './vote-report.ts';
import { watchDueDates } from './watch-due-dates.ts';
import { watchTender } from './watch-tender.ts';

/** Every story, in the order in which a newcomer reads them: the tutorial is made of these. */
export const STORIES: readonly Story[] = [
  appointTeam,
  keepRoster,
  watchTender,
  moveActs,
  handInEvidence,
  answerFinding,
  receiveEscalation,
  reportBreach,
  sendTip,
  followEscalation,
  reachMachine,
  voteReport,
  watchDueDates,
  importProcesses,
  checkRecord,
];
