import type { CaseCommandName } from '../../domain/commands.ts';
import type { ApiFunction, CommandOperation } from './operation.ts';

/** What the machinery of deadlines and of the roster asks of a case: no door of the API leads there. */
export const WITHOUT_DOOR = [
  'lapse-proposal',
  'lapse-reveal',
  'lapse-reply',
  'lapse-escalation',
  'end-committee-term',
  'lapse-breach-answer',
  'raise-inactivity',
  'remind-term',
  'record-accreditation-change',
  'lapse-accreditation',
] as const;

/** What anybody does without a token: tip-routes.ts says where. */
export type TipCommand = 'send-tip' | 'add-to-tip';

/** Official data come by a door of their own: functions/_http/refresh-operation.ts. */
type Routed = Exclude<CaseCommandName, (typeof WITHOUT_DOOR)[number] | 'refresh-process' | TipCommand>;

/** Where each command stands in the API, and which audience’s function answers it. */
const ROUTES: Readonly<Record<Routed, readonly [ApiFunction, `/${string}`, string]>> = {
  'advance-stage': [
    'coordinator-api',
    '/advance',
    'Move the case to its next stage, or learn everything that is missing',
  ],
  'suspend-case': ['coordinator-api', '/suspension', 'Stop every clock of the case'],
  'resume-case': ['coordinator-api', '/resumption', 'Let the clocks of the case run again'],
  'end-process': [
    'coordinator-api',
    '/process-end',
    'Record that the contracting process was cancelled, deserted or annulled',
  ],
  'propose-member': ['coordinator-api', '/team', 'Propose a person for the team by hand, with the reason'],
  'announce-draw': [
    'coordinator-api',
    '/draws',
    'Announce an appointment by lot: its candidates in order, and what will decide it',
  ],
  'commit-to-draw': ['authority-api', '/draws/{draw}/commitment', 'Commit to your value as a party to a draw'],
  'reveal-for-draw': ['authority-api', '/draws/{draw}/reveal', 'Reveal the value that you committed to'],
  'record-beacon-value': ['coordinator-api', '/draws/{draw}/public-value', 'Record the public value that was named'],
  'draw-lots': ['coordinator-api', '/draws/{draw}/lots', 'Draw the lots and propose those who were drawn'],
  'call-alternate': ['coordinator-api', '/draws/{draw}/alternates', 'Propose the next alternate for a place set free'],
  'accept-appointment': ['witness-api', '/team/acceptance', 'Accept your proposal'],
  'decline-appointment': ['witness-api', '/team/decline', 'Decline your proposal'],
  'leave-team': ['witness-api', '/team/{person}/departure', 'Leave the team, or record that somebody left it'],
  'sign-declaration': ['witness-api', '/team/declaration', 'Sign the declaration of no conflict of interest'],
  'rule-on-impediment': ['coordinator-api', '/team/{person}/ruling', 'Rule on an impediment'],
  'elect-officer': ['witness-api', '/team/officers', 'Elect a chair or a secretary'],
  'accredit-liaison': ['coordinator-api', '/liaisons', 'Accredit somebody who acts for an institution in this case'],
  'withdraw-liaison': [
    'coordinator-api',
    '/liaisons/{person}/withdrawal',
    'Withdraw the accreditation of somebody who acts for an institution',
  ],
  'deposit-pact-text': ['authority-api', '/pact/text', 'Deposit the text of the pact that is to be signed'],
  'sign-pact-for-authority': [
    'authority-api',
    '/pact/authority-signature',
    'Sign the pact for the contracting authority',
  ],
  'register-bidder': ['coordinator-api', '/bidders', 'Register a bidder that the official data do not name'],
  'sign-pact-for-bidder': ['authority-api', '/bidders/{bidder}/signature', 'Sign the pact for a bidder'],
  'refuse-pact-for-bidder': [
    'authority-api',
    '/bidders/{bidder}/refusal',
    'Record that a bidder refuses to sign the pact',
  ],
  'report-pact-breach': ['witness-api', '/breaches', 'Report that a signatory breached the pact'],
  'answer-pact-breach': ['authority-api', '/breaches/{breach}/answer', 'Answer to a breach that you are accused of'],
  'rule-on-pact-breach': ['coordinator-api', '/breaches/{breach}/ruling', 'Rule on a breach, with its consequence'],
  'constitute-committee': ['witness-api', '/constitution', 'Record the act of constitution of the committee'],
  'extend-committee': ['witness-api', '/constitution/extension', 'Extend the term of the committee'],
  'dissolve-committee': [
    'witness-api',
    '/constitution/dissolution',
    'Dissolve the committee: the case goes to its final report',
  ],
  'schedule-act': ['coordinator-api', '/acts', 'Put a formal act of the procedure on the calendar'],
  'reschedule-act': [
    'coordinator-api',
    '/acts/{act}/date',
    'Give an act another time, and a place where it has another',
  ],
  'cancel-act': ['coordinator-api', '/acts/{act}/cancellation', 'Record that an act will not be held, or was not'],
  'record-act-held': ['coordinator-api', '/acts/{act}/holding', 'Record when an act really began and ended'],
  'attend-act': ['witness-api', '/acts/{act}/attendance', 'Record who of the team attended an act'],
  'account-for-absence': ['witness-api', '/acts/{act}/absence', 'Record that an act was missed or obstructed'],
  'correct-account-of-act': [
    'witness-api',
    '/acts/{act}/correction',
    'Correct a mistaken account of an act, with the reason',
  ],
  'check-document-access': [
    'witness-api',
    '/document-access',
    'Record whether a document of the checklist was obtained',
  ],
  'record-award': ['coordinator-api', '/award', 'Record the ruling on the award'],
  'correct-award': ['coordinator-api', '/award/correction', 'Put right an award that was recorded wrongly'],
  'dismiss-flag': ['witness-api', '/flags/{flag}/dismissal', 'Dismiss a red flag with a reason'],
  'turn-flag-into-finding': ['witness-api', '/flags/{flag}/finding', 'Tie a red flag to the finding about it'],
  'record-contract-signature': ['coordinator-api', '/contract', 'Record the signature of the contract'],
  'record-amendment': ['coordinator-api', '/amendments', 'Record an amendment of the contract'],
  'review-amendment': [
    'witness-api',
    '/amendments/{amendment}/review',
    'Record what the team concluded of an amendment',
  ],
  'plan-visit': ['witness-api', '/visits', 'Plan a site visit'],
  'reschedule-visit': ['witness-api', '/visits/{visit}/date', 'Give a planned visit another time'],
  'settle-visit': ['witness-api', '/visits/{visit}/outcome', 'Record that a visit was done, or why it is excused'],
  'record-contract-end': ['coordinator-api', '/contract/end', 'Record the completion or termination of the contract'],
  'file-observation': ['witness-api', '/observations', 'File an observation'],
  'notify-finding': [
    'witness-api',
    '/observations/{observation}/notification',
    'Put a finding to the contracting authority',
  ],
  'reply-to-finding': ['authority-api', '/observations/{observation}/reply', 'Reply to a finding'],
  'escalate-findings': ['witness-api', '/escalations', 'Send findings to a control authority'],
  'reason-non-escalation': [
    'witness-api',
    '/observations/{observation}/non-escalation',
    'Say why a grave finding is not escalated',
  ],
  'record-delivery': [
    'coordinator-api',
    '/escalations/{escalation}/delivery',
    'Record that an escalation reached the authority',
  ],
  'acknowledge-escalation': ['authority-api', '/escalations/{escalation}/acknowledgement', 'Acknowledge an escalation'],
  'begin-review': ['authority-api', '/escalations/{escalation}/review', 'Begin the review of an escalation'],
  'answer-escalation': ['authority-api', '/escalations/{escalation}/answer', 'Answer an escalation'],
  'draft-report': ['witness-api', '/reports', 'Draft the report on the stage'],
  'redraft-report': ['witness-api', '/reports/{report}/text', 'Write a draft anew'],
  'send-report-for-reply': [
    'witness-api',
    '/reports/{report}/reply-window',
    'Put a draft to the contracting authority',
  ],
  'comment-on-report': ['authority-api', '/reports/{report}/comments', 'Comment on a draft'],
  'sign-report': ['witness-api', '/reports/{report}/signature', 'Sign a report as its witness'],
  'vote-on-report': ['witness-api', '/reports/{report}/vote', 'Vote on a report'],
  'publish-report': ['witness-api', '/reports/{report}/publication', 'Publish an adopted report'],
  'code-dimension': ['coordinator-api', '/codings', 'Code a dimension, with reasons'],
  'answer-tip': ['coordinator-api', '/tips/{tip}/answer', 'Answer a tip, once, with a code and the reason'],
  'make-tip-lead': ['coordinator-api', '/tips/{tip}/lead', 'Give a tip to the team as a lead'],
};

const isRouted = (name: string): name is Routed => Object.hasOwn(ROUTES, name);

export const COMMAND_OPERATIONS: readonly CommandOperation[] = Object.keys(ROUTES)
  .filter(isRouted)
  .map((name) => {
    const [answeredBy, path, summary] = ROUTES[name];
    return { kind: 'command', name, method: 'POST', path: `/cases/{case}${path}`, function: answeredBy, summary };
  });
