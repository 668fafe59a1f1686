import { accountForAbsence, attendAct } from '../../../domain/acts/account-for-act.ts';
import { checkDocumentAccess } from '../../../domain/acts/check-document-access.ts';
import { correctAccount } from '../../../domain/acts/correct-account.ts';
import { acceptAppointment, declineAppointment } from '../../../domain/appointment/answer-proposal.ts';
import { electOfficer, signDeclaration } from '../../../domain/appointment/declare.ts';
import { leaveTeam } from '../../../domain/appointment/leave-team.ts';
import { dismissFlag, turnFlagIntoFinding } from '../../../domain/award/answer-flag.ts';
import { planVisit, rescheduleVisit, settleVisit } from '../../../domain/award/plan-visits.ts';
import { reviewAmendment } from '../../../domain/award/watch-contract.ts';
import { answerAuthorityQuestion, askQuestion } from '../../../domain/dialogue/ask.ts';
import { escalateFindings, reasonNonEscalation } from '../../../domain/escalations/escalate-findings.ts';
import { declineNextTier, escalateFurther } from '../../../domain/escalations/next-tier.ts';
import { correctObservation, withdrawObservation } from '../../../domain/observations/correct-observation.ts';
import { extendEmbargo } from '../../../domain/observations/extend-embargo.ts';
import { fileObservation } from '../../../domain/observations/file-observation.ts';
import { notifyFinding } from '../../../domain/observations/put-to-authority.ts';
import { proposeRelease } from '../../../domain/observations/release-observation.ts';
import { extendCommittee } from '../../../domain/pact/committee-term.ts';
import { constituteCommittee } from '../../../domain/pact/constitute-committee.ts';
import { dissolveCommittee } from '../../../domain/pact/dissolve-committee.ts';
import { reportPactBreach } from '../../../domain/pact/pact-breaches.ts';
import { followUpRecommendation } from '../../../domain/recommendations/follow-up.ts';
import { sendReportForReply, signReport, voteOnReport } from '../../../domain/reports/adopt-report.ts';
import { draftReport, redraftReport } from '../../../domain/reports/draft-report.ts';
import { publishReport } from '../../../domain/reports/publish-report.ts';
import { operationsOf } from './operations-of.ts';

/** Where each command of witness-api stands in the API, below its case: what witnesses and committee members do. */
export const WITNESS_ROUTES = operationsOf('witness-api', {
  'accept-appointment': [acceptAppointment, '/team/acceptance', 'Accept your proposal'],
  'decline-appointment': [declineAppointment, '/team/decline', 'Decline your proposal'],
  'leave-team': [leaveTeam, '/team/{person}/departure', 'Leave the team, or record that somebody left it'],
  'sign-declaration': [signDeclaration, '/team/declaration', 'Sign the declaration of no conflict of interest'],
  'elect-officer': [electOfficer, '/team/officers', 'Elect a chair or a secretary'],
  'report-pact-breach': [reportPactBreach, '/breaches', 'Report that a signatory breached the pact'],
  'constitute-committee': [constituteCommittee, '/constitution', 'Record the act of constitution of the committee'],
  'extend-committee': [extendCommittee, '/constitution/extension', 'Extend the term of the committee'],
  'dissolve-committee': [
    dissolveCommittee,
    '/constitution/dissolution',
    'Dissolve the committee: the case goes to its final report',
  ],
  'attend-act': [attendAct, '/acts/{act}/attendance', 'Record who of the team attended an act'],
  'account-for-absence': [accountForAbsence, '/acts/{act}/absence', 'Record that an act was missed or obstructed'],
  'correct-account-of-act': [
    correctAccount,
    '/acts/{act}/correction',
    'Correct a mistaken account of an act, with the reason',
  ],
  'check-document-access': [
    checkDocumentAccess,
    '/document-access',
    'Record whether a document of the checklist was obtained',
  ],
  'dismiss-flag': [dismissFlag, '/flags/{flag}/dismissal', 'Dismiss a red flag with a reason'],
  'turn-flag-into-finding': [turnFlagIntoFinding, '/flags/{flag}/finding', 'Tie a red flag to the finding about it'],
  'review-amendment': [
    reviewAmendment,
    '/amendments/{amendment}/review',
    'Record what the team concluded of an amendment',
  ],
  'plan-visit': [planVisit, '/visits', 'Plan a site visit'],
  'reschedule-visit': [rescheduleVisit, '/visits/{visit}/date', 'Give a planned visit another time'],
  'settle-visit': [settleVisit, '/visits/{visit}/outcome', 'Record that a visit was done, or why it is excused'],
  'file-observation': [fileObservation, '/observations', 'File an observation'],
  'correct-observation': [
    correctObservation,
    '/observations/{observation}/versions',
    'Correct your observation: a new version, beside which the old one stays',
  ],
  'withdraw-observation': [withdrawObservation, '/observations/{observation}/withdrawal', 'Withdraw your observation'],
  'extend-embargo': [
    extendEmbargo,
    '/observations/{observation}/embargo',
    'Keep an observation sealed beyond the award, until a date',
  ],
  'propose-release': [
    proposeRelease,
    '/observations/{observation}/release-proposal',
    'Propose that your restricted observation be opened',
  ],
  'notify-finding': [
    notifyFinding,
    '/observations/{observation}/notification',
    'Put a finding to the contracting authority',
  ],
  'ask-question': [askQuestion, '/questions', 'Ask the contracting authority'],
  'answer-authority-question': [
    answerAuthorityQuestion,
    '/questions/{question}/team-answer',
    'Answer the question of the contracting authority about a draft',
  ],
  'escalate-findings': [escalateFindings, '/escalations', 'Send findings to a control authority'],
  'escalate-further': [
    escalateFurther,
    '/escalations/{escalation}/next-tier',
    'Send the same findings to the authority that is proposed after a silence or a lack of competence',
  ],
  'decline-next-tier': [
    declineNextTier,
    '/escalations/{escalation}/next-tier/refusal',
    'Say why the proposed authority is not asked',
  ],
  'reason-non-escalation': [
    reasonNonEscalation,
    '/observations/{observation}/non-escalation',
    'Say why a grave finding is not escalated',
  ],
  'draft-report': [draftReport, '/reports', 'Draft the report on the stage'],
  'redraft-report': [redraftReport, '/reports/{report}/text', 'Write a draft anew'],
  'send-report-for-reply': [
    sendReportForReply,
    '/reports/{report}/reply-window',
    'Put a draft to the contracting authority',
  ],
  'sign-report': [signReport, '/reports/{report}/signature', 'Sign a report as its witness'],
  'vote-on-report': [voteOnReport, '/reports/{report}/vote', 'Vote on a report'],
  'publish-report': [publishReport, '/reports/{report}/publication', 'Publish an adopted report'],
  'follow-up-recommendation': [
    followUpRecommendation,
    '/recommendations/{recommendation}/follow-ups',
    'Say how far a recommendation was taken up, with the evidence',
  ],
});
