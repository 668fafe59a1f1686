import { recordActHeld } from '../../../domain/acts/record-act-held.ts';
import { cancelAct, rescheduleAct, scheduleAct } from '../../../domain/acts/schedule-act.ts';
import { accreditLiaison } from '../../../domain/appointment/accredit-liaison.ts';
import { ruleOnImpediment } from '../../../domain/appointment/declare.ts';
import { proposeMember } from '../../../domain/appointment/propose-member.ts';
import { withdrawLiaison } from '../../../domain/appointment/withdraw-liaison.ts';
import { correctAward } from '../../../domain/award/correct-award.ts';
import { recordAward } from '../../../domain/award/record-award.ts';
import { recordAmendment, recordContractEnd, recordContractSignature } from '../../../domain/award/watch-contract.ts';
import { announceDraw } from '../../../domain/draw/announce-draw.ts';
import { callAlternate, drawLots, recordBeaconValue } from '../../../domain/draw/draw-lots.ts';
import { advanceStage } from '../../../domain/lifecycle/advance-stage.ts';
import { endProcess, resumeCase, suspendCase } from '../../../domain/lifecycle/suspend-and-resume.ts';
import { releaseObservation } from '../../../domain/observations/release-observation.ts';
import { ruleOnPactBreach } from '../../../domain/pact/pact-breaches.ts';
import { registerBidder } from '../../../domain/pact/sign-pact.ts';
import { operationsOf } from './operations-of.ts';

/** Where each command of coordinator-api stands in the API, below its case: what coordinators do. */
export const COORDINATOR_ROUTES = operationsOf('coordinator-api', {
  'advance-stage': [advanceStage, '/advance', 'Move the case to its next stage, or learn everything that is missing'],
  'suspend-case': [suspendCase, '/suspension', 'Stop every clock of the case'],
  'resume-case': [resumeCase, '/resumption', 'Let the clocks of the case run again'],
  'end-process': [
    endProcess,
    '/process-end',
    'Record that the contracting process was cancelled, deserted or annulled',
  ],
  'propose-member': [proposeMember, '/team', 'Propose a person for the team by hand, with the reason'],
  'announce-draw': [
    announceDraw,
    '/draws',
    'Announce an appointment by lot: its candidates in order, and what will decide it',
  ],
  'record-beacon-value': [recordBeaconValue, '/draws/{draw}/public-value', 'Record the public value that was named'],
  'draw-lots': [drawLots, '/draws/{draw}/lots', 'Draw the lots and propose those who were drawn'],
  'call-alternate': [callAlternate, '/draws/{draw}/alternates', 'Propose the next alternate for a place set free'],
  'rule-on-impediment': [ruleOnImpediment, '/team/{person}/ruling', 'Rule on an impediment'],
  'accredit-liaison': [accreditLiaison, '/liaisons', 'Accredit somebody who acts for an institution in this case'],
  'withdraw-liaison': [
    withdrawLiaison,
    '/liaisons/{person}/withdrawal',
    'Withdraw the accreditation of somebody who acts for an institution',
  ],
  'register-bidder': [registerBidder, '/bidders', 'Register a bidder that the official data do not name'],
  'rule-on-pact-breach': [ruleOnPactBreach, '/breaches/{breach}/ruling', 'Rule on a breach, with its consequence'],
  'schedule-act': [scheduleAct, '/acts', 'Put a formal act of the procedure on the calendar'],
  'reschedule-act': [rescheduleAct, '/acts/{act}/date', 'Give an act another time, and a place where it has another'],
  'cancel-act': [cancelAct, '/acts/{act}/cancellation', 'Record that an act will not be held, or was not'],
  'record-act-held': [recordActHeld, '/acts/{act}/holding', 'Record when an act really began and ended'],
  'record-award': [recordAward, '/award', 'Record the ruling on the award'],
  'correct-award': [correctAward, '/award/correction', 'Put right an award that was recorded wrongly'],
  'record-contract-signature': [recordContractSignature, '/contract', 'Record the signature of the contract'],
  'record-amendment': [recordAmendment, '/amendments', 'Record an amendment of the contract'],
  'record-contract-end': [recordContractEnd, '/contract/end', 'Record the completion or termination of the contract'],
  'release-observation': [
    releaseObservation,
    '/observations/{observation}/release',
    'Agree, as the second of two people, that a restricted observation be opened',
  ],
});
