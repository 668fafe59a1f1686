import { accountForAbsence, attendAct } from './acts/account-for-act.ts';
import { checkDocumentAccess } from './acts/check-document-access.ts';
import { correctAccount } from './acts/correct-account.ts';
import { recordActHeld } from './acts/record-act-held.ts';
import { cancelAct, rescheduleAct, scheduleAct } from './acts/schedule-act.ts';
import { accreditLiaison } from './appointment/accredit-liaison.ts';
import { lapseAccreditation, recordAccreditationChange } from './appointment/accreditation-changes.ts';
import { acceptAppointment, declineAppointment, lapseProposal } from './appointment/answer-proposal.ts';
import { electOfficer, ruleOnImpediment, signDeclaration } from './appointment/declare.ts';
import { leaveTeam } from './appointment/leave-team.ts';
import { proposeMember } from './appointment/propose-member.ts';
import { withdrawLiaison } from './appointment/withdraw-liaison.ts';
import { assessFactor } from './assessment/assess-factor.ts';
import { checkSustained, raiseSustainedCheck } from './assessment/check-sustained.ts';
import { claimParticipation } from './assessment/claim-participation.ts';
import { codeDimension } from './assessment/code-dimension.ts';
import { dismissFlag, turnFlagIntoFinding } from './award/answer-flag.ts';
import { correctAward } from './award/correct-award.ts';
import { planVisit, rescheduleVisit, settleVisit } from './award/plan-visits.ts';
import { recordAward } from './award/record-award.ts';
import {
  recordAmendment,
  recordContractEnd,
  recordContractSignature,
  reviewAmendment,
} from './award/watch-contract.ts';
import { raiseInactivity } from './clocks/raise-inactivity.ts';
import { remindTerm } from './clocks/remind-term.ts';
import type { Command } from './command.ts';
import { answerAuthorityQuestion, answerQuestion, askQuestion, askTeam, lapseAnswer } from './dialogue/ask.ts';
import { acceptDocument, recordArrival, refuseDocument } from './documents/check-document.ts';
import { declareDocument } from './documents/declare-document.ts';
import { lapseUpload } from './documents/lapse-upload.ts';
import { recordBundling } from './documents/record-bundling.ts';
import { recordReading } from './documents/record-reading.ts';
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
import { declineNextTier, escalateFurther } from './escalations/next-tier.ts';
import { moveProceeding, recordProceeding } from './escalations/proceedings.ts';
import { raiseEscalationOverdue } from './escalations/raise-overdue.ts';
import { reviseAnswer } from './escalations/revise-answer.ts';
import { advanceStage } from './lifecycle/advance-stage.ts';
import { endProcess, resumeCase, suspendCase } from './lifecycle/suspend-and-resume.ts';
import { correctObservation, withdrawObservation } from './observations/correct-observation.ts';
import { endEmbargo, extendEmbargo } from './observations/extend-embargo.ts';
import { fileObservation } from './observations/file-observation.ts';
import { lapseReply, notifyFinding, replyToFinding } from './observations/put-to-authority.ts';
import { proposeRelease, releaseObservation } from './observations/release-observation.ts';
import { endCommitteeTerm, extendCommittee } from './pact/committee-term.ts';
import { constituteCommittee } from './pact/constitute-committee.ts';
import { depositPactText } from './pact/deposit-pact-text.ts';
import { dissolveCommittee } from './pact/dissolve-committee.ts';
import { answerPactBreach, lapseBreachAnswer, reportPactBreach, ruleOnPactBreach } from './pact/pact-breaches.ts';
import { refusePactForBidder, registerBidder, signPactForAuthority, signPactForBidder } from './pact/sign-pact.ts';
import type { OperationName, PersonOperation, RegistryOperation, RosterOperation } from './permissions.ts';
import { refreshProcess } from './process/refresh-process.ts';
import { followUpRecommendation, lapseRecommendation, respondToRecommendation } from './recommendations/follow-up.ts';
import { commentOnReport, sendReportForReply, signReport, voteOnReport } from './reports/adopt-report.ts';
import { draftReport, redraftReport } from './reports/draft-report.ts';
import { publishReport } from './reports/publish-report.ts';
import { answerTip, lapseTipAnswer, makeTipLead } from './tips/answer-tip.ts';
import { addToTip, sendTip } from './tips/send-tip.ts';

/** Every command on an existing case, by the name under which the table of permissions knows it. */
export const COMMANDS = {
  'advance-stage': advanceStage,
  'suspend-case': suspendCase,
  'resume-case': resumeCase,
  'end-process': endProcess,
  'refresh-process': refreshProcess,
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
  'withdraw-liaison': withdrawLiaison,
  'deposit-pact-text': depositPactText,
  'sign-pact-for-authority': signPactForAuthority,
  'register-bidder': registerBidder,
  'sign-pact-for-bidder': signPactForBidder,
  'refuse-pact-for-bidder': refusePactForBidder,
  'report-pact-breach': reportPactBreach,
  'answer-pact-breach': answerPactBreach,
  'lapse-breach-answer': lapseBreachAnswer,
  'rule-on-pact-breach': ruleOnPactBreach,
  'constitute-committee': constituteCommittee,
  'end-committee-term': endCommitteeTerm,
  'extend-committee': extendCommittee,
  'dissolve-committee': dissolveCommittee,
  'schedule-act': scheduleAct,
  'reschedule-act': rescheduleAct,
  'cancel-act': cancelAct,
  'record-act-held': recordActHeld,
  'attend-act': attendAct,
  'account-for-absence': accountForAbsence,
  'correct-account-of-act': correctAccount,
  'check-document-access': checkDocumentAccess,
  'record-award': recordAward,
  'correct-award': correctAward,
  'dismiss-flag': dismissFlag,
  'turn-flag-into-finding': turnFlagIntoFinding,
  'record-contract-signature': recordContractSignature,
  'record-amendment': recordAmendment,
  'review-amendment': reviewAmendment,
  'plan-visit': planVisit,
  'reschedule-visit': rescheduleVisit,
  'settle-visit': settleVisit,
  'record-contract-end': recordContractEnd,
  'file-observation': fileObservation,
  'correct-observation': correctObservation,
  'withdraw-observation': withdrawObservation,
  'extend-embargo': extendEmbargo,
  'end-embargo': endEmbargo,
  'propose-release': proposeRelease,
  'release-observation': releaseObservation,
  'notify-finding': notifyFinding,
  'reply-to-finding': replyToFinding,
  'lapse-reply': lapseReply,
  'ask-question': askQuestion,
  'answer-question': answerQuestion,
  'ask-team': askTeam,
  'answer-authority-question': answerAuthorityQuestion,
  'lapse-answer': lapseAnswer,
  'escalate-findings': escalateFindings,
  'reason-non-escalation': reasonNonEscalation,
  'escalate-further': escalateFurther,
  'decline-next-tier': declineNextTier,
  'raise-escalation-overdue': raiseEscalationOverdue,
  'record-delivery': recordDelivery,
  'acknowledge-escalation': acknowledgeEscalation,
  'begin-review': beginReview,
  'answer-escalation': answerEscalation,
  'revise-answer': reviseAnswer,
  'lapse-escalation': lapseEscalation,
  'record-proceeding': recordProceeding,
  'move-proceeding': moveProceeding,
  'draft-report': draftReport,
  'redraft-report': redraftReport,
  'send-report-for-reply': sendReportForReply,
  'comment-on-report': commentOnReport,
  'sign-report': signReport,
  'vote-on-report': voteOnReport,
  'publish-report': publishReport,
  'follow-up-recommendation': followUpRecommendation,
  'respond-to-recommendation': respondToRecommendation,
  'lapse-recommendation': lapseRecommendation,
  'code-dimension': codeDimension,
  'assess-factor': assessFactor,
  'claim-participation': claimParticipation,
  'check-sustained': checkSustained,
  'raise-sustained-check': raiseSustainedCheck,
  'send-tip': sendTip,
  'add-to-tip': addToTip,
  'answer-tip': answerTip,
  'lapse-tip-answer': lapseTipAnswer,
  'make-tip-lead': makeTipLead,
  'declare-document': declareDocument,
  'record-arrival': recordArrival,
  'accept-document': acceptDocument,
  'refuse-document': refuseDocument,
  'lapse-upload': lapseUpload,
  'record-reading': recordReading,
  'record-bundling': recordBundling,
  'raise-inactivity': raiseInactivity,
  'remind-term': remindTerm,
  'record-accreditation-change': recordAccreditationChange,
  'lapse-accreditation': lapseAccreditation,
} as const satisfies Record<CaseCommandName, Command>;

/** Opening a case is the one operation that has no case yet; the roster, who may sign in and the registry of processes belong to none. */
export type CaseCommandName = Exclude<
  OperationName,
  'open-case' | RosterOperation | PersonOperation | RegistryOperation
>;
