import { accountForAbsence, attendAct } from './acts/account-for-act.ts';
import { checkDocumentAccess } from './acts/check-document-access.ts';
import { scheduleAct } from './acts/schedule-act.ts';
import { accreditLiaison } from './appointment/accredit-liaison.ts';
import { acceptAppointment, declineAppointment, lapseProposal, leaveTeam } from './appointment/answer-proposal.ts';
import { electOfficer, ruleOnImpediment, signDeclaration } from './appointment/declare.ts';
import { proposeMember } from './appointment/propose-member.ts';
import { dismissFlag, turnFlagIntoFinding } from './award/answer-flag.ts';
import { recordAward } from './award/record-award.ts';
import {
  planVisit,
  recordAmendment,
  recordContractEnd,
  recordContractSignature,
  reviewAmendment,
  settleVisit,
} from './award/watch-contract.ts';
import type { Command } from './command.ts';
import { announceDraw } from './draw/announce-draw.ts';
import { commitToDraw, lapseReveal, revealForDraw } from './draw/commit-and-reveal.ts';
import { callAlternate, drawLots, recordBeaconValue } from './draw/draw-lots.ts';
import {
  acknowledgeEscalation,
  answerEscalation,
  beginReview,
  lapseEscalation,
  recordDelivery,
} from './escalations/answer-escalation.ts';
import { escalateFindings, reasonNonEscalation } from './escalations/escalate-findings.ts';
import { advanceStage } from './lifecycle/advance-stage.ts';
import { endProcess, resumeCase, suspendCase } from './lifecycle/suspend-and-resume.ts';
import { fileObservation } from './observations/file-observation.ts';
import { lapseReply, notifyFinding, replyToFinding } from './observations/put-to-authority.ts';
import { constituteCommittee } from './pact/constitute-committee.ts';
import { refusePactForBidder, registerBidder, signPactForAuthority, signPactForBidder } from './pact/sign-pact.ts';
import type { OperationName } from './permissions.ts';
import { commentOnReport, sendReportForReply, signReport, voteOnReport } from './reports/adopt-report.ts';
import { draftReport, redraftReport } from './reports/draft-report.ts';
import { codeDimension, publishReport } from './reports/publish-report.ts';
import { answerTip, makeTipLead } from './tips/answer-tip.ts';
import { addToTip, sendTip } from './tips/send-tip.ts';

/** Every command on an existing case, by the name under which the table of permissions knows it. */
export const COMMANDS = {
  'advance-stage': advanceStage,
  'suspend-case': suspendCase,
  'resume-case': resumeCase,
  'end-process': endProcess,
  'propose-member': proposeMember,
  'announce-draw': announceDraw,
  'commit-to-draw': commitToDraw,
  'reveal-for-draw': revealForDraw,
  'lapse-reveal': lapseReveal,
  'record-beacon-value': recordBeaconValue,
  'draw-lots': drawLots,
  'call-alternate': callAlternate,
  'accept-appointment': acceptAppointment,
  'decline-appointment': declineAppointment,
  'lapse-proposal': lapseProposal,
  'leave-team': leaveTeam,
  'sign-declaration': signDeclaration,
  'rule-on-impediment': ruleOnImpediment,
  'elect-officer': electOfficer,
  'accredit-liaison': accreditLiaison,
  'sign-pact-for-authority': signPactForAuthority,
  'register-bidder': registerBidder,
  'sign-pact-for-bidder': signPactForBidder,
  'refuse-pact-for-bidder': refusePactForBidder,
  'constitute-committee': constituteCommittee,
  'schedule-act': scheduleAct,
  'attend-act': attendAct,
  'account-for-absence': accountForAbsence,
  'check-document-access': checkDocumentAccess,
  'record-award': recordAward,
  'dismiss-flag': dismissFlag,
  'turn-flag-into-finding': turnFlagIntoFinding,
  'record-contract-signature': recordContractSignature,
  'record-amendment': recordAmendment,
  'review-amendment': reviewAmendment,
  'plan-visit': planVisit,
  'settle-visit': settleVisit,
  'record-contract-end': recordContractEnd,
  'file-observation': fileObservation,
  'notify-finding': notifyFinding,
  'reply-to-finding': replyToFinding,
  'lapse-reply': lapseReply,
  'escalate-findings': escalateFindings,
  'reason-non-escalation': reasonNonEscalation,
  'record-delivery': recordDelivery,
  'acknowledge-escalation': acknowledgeEscalation,
  'begin-review': beginReview,
  'answer-escalation': answerEscalation,
  'lapse-escalation': lapseEscalation,
  'draft-report': draftReport,
  'redraft-report': redraftReport,
  'send-report-for-reply': sendReportForReply,
  'comment-on-report': commentOnReport,
  'sign-report': signReport,
  'vote-on-report': voteOnReport,
  'publish-report': publishReport,
  'code-dimension': codeDimension,
  'send-tip': sendTip,
  'add-to-tip': addToTip,
  'answer-tip': answerTip,
  'make-tip-lead': makeTipLead,
} as const satisfies Record<CaseCommandName, Command>;

/** Opening a case is the one operation that has no case yet. */
export type CaseCommandName = Exclude<OperationName, 'open-case'>;
