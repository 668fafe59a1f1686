import { answerQuestion, askTeam } from '../../../domain/dialogue/ask.ts';
import { commitToDraw, revealForDraw } from '../../../domain/draw/commit-and-reveal.ts';
import {
  acknowledgeEscalation,
  answerEscalation,
  beginReview,
  recordDelivery,
} from '../../../domain/escalations/answer-escalation.ts';
import { moveProceeding, recordProceeding } from '../../../domain/escalations/proceedings.ts';
import { reviseAnswer } from '../../../domain/escalations/revise-answer.ts';
import { replyToFinding } from '../../../domain/observations/put-to-authority.ts';
import { depositPactText } from '../../../domain/pact/deposit-pact-text.ts';
import { answerPactBreach } from '../../../domain/pact/pact-breaches.ts';
import { refusePactForBidder, signPactForAuthority, signPactForBidder } from '../../../domain/pact/sign-pact.ts';
import { respondToRecommendation } from '../../../domain/recommendations/follow-up.ts';
import { commentOnReport } from '../../../domain/reports/adopt-report.ts';
import { operationsOf } from './operations-of.ts';

/** Where each command of authority-api stands in the API, below its case: what institutions do: contracting authorities, bidders and control authorities. */
export const AUTHORITY_ROUTES = operationsOf('authority-api', {
  'commit-to-draw': [commitToDraw, '/draws/{draw}/commitment', 'Commit to your value as a party to a draw'],
  'reveal-for-draw': [revealForDraw, '/draws/{draw}/reveal', 'Reveal the value that you committed to'],
  'deposit-pact-text': [depositPactText, '/pact/text', 'Deposit the text of the pact that is to be signed'],
  'sign-pact-for-authority': [
    signPactForAuthority,
    '/pact/authority-signature',
    'Sign the pact for the contracting authority',
  ],
  'sign-pact-for-bidder': [signPactForBidder, '/bidders/{bidder}/signature', 'Sign the pact for a bidder'],
  'refuse-pact-for-bidder': [
    refusePactForBidder,
    '/bidders/{bidder}/refusal',
    'Record that a bidder refuses to sign the pact',
  ],
  'answer-pact-breach': [answerPactBreach, '/breaches/{breach}/answer', 'Answer to a breach that you are accused of'],
  'reply-to-finding': [replyToFinding, '/observations/{observation}/reply', 'Reply to a finding'],
  'answer-question': [answerQuestion, '/questions/{question}/answer', 'Answer a question of the team'],
  'ask-team': [askTeam, '/reports/{report}/question', 'Ask the team about a draft, once for each report'],
  'record-delivery': [
    recordDelivery,
    '/escalations/{escalation}/delivery',
    'Record that an escalation reached the authority',
  ],
  'acknowledge-escalation': [
    acknowledgeEscalation,
    '/escalations/{escalation}/acknowledgement',
    'Acknowledge an escalation',
  ],
  'begin-review': [beginReview, '/escalations/{escalation}/review', 'Begin the review of an escalation'],
  'answer-escalation': [answerEscalation, '/escalations/{escalation}/answer', 'Answer an escalation'],
  'revise-answer': [
    reviseAnswer,
    '/escalations/{escalation}/answers',
    'Answer an escalation once more: what came of it later, or a correction; the earlier answers stay',
  ],
  'record-proceeding': [
    recordProceeding,
    '/proceedings',
    'Record a sanction or a proceeding that follows from findings',
  ],
  'move-proceeding': [
    moveProceeding,
    '/proceedings/{proceeding}/states',
    'Record that a proceeding was decided, appealed, became final or was annulled',
  ],
  'comment-on-report': [commentOnReport, '/reports/{report}/comments', 'Comment on a draft'],
  'respond-to-recommendation': [
    respondToRecommendation,
    '/recommendations/{recommendation}/responses',
    'Say what your institution does with a recommendation',
  ],
});
