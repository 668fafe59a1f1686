/**
 * Every reason for which a command can be refused, with the sentence that says what to do next. The words are part of the API:
 * they never change their meaning.
 */
export const REFUSALS = {
  'not-permitted':
    'Neither your role nor what you are in a case that it may be about allows this. Ask a coordinator who may do it.',
  'wrong-stage': 'The case is not in a stage where this can be done. `allowedIn` lists the stages in which it can.',
  'case-suspended':
    'The case is suspended and its clocks stand still. Wait until the coordinator resumes it, then send this again.',
  'case-not-suspended': 'The case is not suspended: there is nothing to resume.',
  'case-exists': 'There is a case of this instrument for this contracting process already. Follow `case` to it.',
  'requirements-unmet':
    'The case cannot leave its stage yet. `requirements` lists everything that is missing, who can do it and why it is asked.',
  'too-many-suspensions':
    'The case was suspended as often as a record can hold. Record the end of the process, or go on.',
  'profile-unknown': 'There is no such profile. `profiles` lists those that exist.',
  'profile-not-for-instrument':
    'This profile does not rule this instrument. Choose one whose `instrument` is that of the case.',
  'profile-not-valid':
    'This profile does not rule on the day of `judgedAt`, when the tender starts or else the case opens. Choose one that does: `validFrom` and `validTo` bound this one.',
  'process-unusable':
    'No contracting process could be read from the document. `problems` says what was wrong and where.',
  'process-ambiguous':
    'The document holds several contracting processes. Say which one with `ocid`; `ocids` lists them.',
  'process-differs':
    'The document is about another contracting process than this case. `expected` is the ocid that it must have.',
  'process-older':
    'The document is older than the official data that are known. `knownAt` says when those were published: send a newer one.',
  'process-unchanged': 'The official data say what they said before: there is nothing to record.',
  'already-in-team': 'This person was proposed or accepted already.',
  'team-full': 'The team holds as many people as the profile allows. Somebody must leave first.',
  'proposal-lapsed': 'The term to answer the proposal is over. Ask the coordinator for a new proposal.',
  'draw-under-way':
    'A draw is under way in this case already. `draw` names it: finish it first, so that nobody can choose among draws.',
  'draw-unknown': 'There is no such draw in this case. `/cases/{case}/draws` lists them.',
  'draw-state': 'The draw is not in a state from which this can be done. `state` says what it waits for.',
  'candidates-too-few':
    'A draw needs at least as many candidates as places and alternates together. `candidatesMin` says how many.',
  'draw-hours-unfit':
    'What decides a draw must still be unknown to everybody when it is announced. Leave `minutesMin` minutes before the term to reveal and as many before the public value, all within `daysMax` days.',
  'parties-unfit':
    'The parties of a draw are two different people, each the coordinator who announces it or somebody accredited in this case, and neither a candidate. `unfit` lists who is not.',
  'not-party-to-draw': 'Only the two parties that the announcement names commit and reveal. `parties` lists them.',
  'already-committed': 'Your commitment is on record already and cannot be another.',
  'already-revealed': 'Your value is on record already.',
  'reveal-term-over': 'The term to commit and reveal is over: the draw goes on without your value.',
  'commitment-broken':
    'The value is not the one that you committed to. The commitment is the SHA-256 of `veedor-draw-1:{case}:{draw}:{your person id}:{value}`.',
  'value-not-published':
    'The public value that was named is not published yet: take the first that the beacon publishes at or after `publishedAfter`.',
  'value-implausible':
    'This is no value of the beacon that was named: its values have `digits` hexadecimal digits. Copy it whole from the beacon.',
  'place-not-free':
    'Every place of this draw is held or offered. An alternate is called once somebody declines or leaves.',
  'no-alternate-left':
    'No alternate of this draw is left to be called. Announce a new draw, or propose somebody by hand.',
  'declaration-missing': 'Sign the declaration of no conflict of interest for this process first.',
  'already-declared': 'The declaration is on record already.',
  'questions-unanswered':
    'Every impediment question of the profile must be answered. `missing` lists those that are not, `unknown` those that the profile does not ask.',
  'no-impediment': 'There is no impediment to rule on for this person.',
  'impediment-standing':
    'An impediment stands against you in this case. The coordinator must rule on it before you can file or vote.',
  'not-in-team': 'This person is not an accepted member of the team.',
  'reason-missing':
    'Whoever is put out of a team, and whoever reads a document of which something was left out, is told why: send `reason`.',
  'conflict-of-roles':
    'Nobody watches over a case and acts in it for an institution. Choose somebody else, or end the other role first.',
  'put-out-before':
    'This person was put out of this team, or an accreditation lapsed. Propose by hand and say with `despiteDeparture` why it is right now.',
  'nobody-to-replace': 'Nobody of that name left this team. `/cases/{case}/departures` lists who did.',
  'replaced-already': 'Somebody was proposed or accepted in that place already: `successor` says who.',
  'not-for-this-instrument': 'This belongs to another instrument than the one of this case.',
  'office-taken': 'The same person cannot be chair and secretary. Elect somebody else.',
  'too-many-liaisons': 'The case has as many accredited people as a record can hold.',
  'liaison-incomplete':
    'A bidder’s representative needs `bidder`, a control authority’s needs `controlAuthority`; the contracting authority’s needs neither.',
  'liaison-unknown': 'This person is not accredited for that in this case. `/cases/{case}` lists its liaisons.',
  'already-accredited': 'This person is accredited for the same already.',
  'control-authority-unknown': 'The profile has no such control authority. `controlAuthorities` lists its tiers.',
  'committee-not-ready':
    'A committee is constituted once it has its minimum of accepted members, a chair and a secretary.',
  'already-constituted': 'The act of constitution is on record already.',
  'not-constituted': 'The act of constitution of the committee is not on record yet.',
  'duration-too-long': 'A committee is constituted for `monthsMax` months at most, extensions included.',
  'extension-too-short':
    'With so many months more the term would be over already. `endsAt` says when it would have ended.',
  'cause-unfounded':
    'The record does not bear this cause out: members lack only below the profile’s minimum, and a term has ended only once that is on record.',
  'dissolution-incomplete':
    'A committee dissolves itself by a vote that is in its minutes. `missing` lists what is not there.',
  'too-many-votes': 'More votes were counted than members are in office: `inOffice` says how many are.',
  'majority-missing': 'More than half of the members in office must be for it.',
  'already-signed': 'This signature is on record already.',
  'pact-text-unchanged': 'This is the text that is deposited already.',
  'pact-text-differs':
    'Another text of the pact is deposited than this one. Sign it, or hand it in, with the hash `documentHash`.',
  'act-file-unusable':
    'The file with this hash is handed in and not usable: `document` names it, `state` says how it stands. Wait until it was checked; where it was refused, hand in a sound file and record the act with the hash of that one.',
  'act-file-differs':
    'Files were handed in for this act, and none has the hash `documentHash`. `handedIn` lists the hashes of those that are there: name the right one, or hand in the file with this hash first.',
  'pact-concluded': 'The text of the pact can change no more: everybody signed it, or the bids were opened under it.',
  'accused-incomplete': 'A bidder who is accused is named by `bidder`; the contracting authority needs none.',
  'not-bound': 'Only who signed the pact can breach it. File a finding instead.',
  'breach-unknown': 'There is no such breach in this case. `/cases/{case}/breaches` lists them.',
  'breach-answered': 'The answer to this breach is on record already.',
  'breach-ruled': 'The coordinator ruled on this breach already: `consequence` says what follows.',
  'breach-unheard': 'Who is accused may still answer. `dueAt` says until when.',
  'bidder-unknown':
    'There is no such bidder in this case. Register it first, or take one from `/cases/{case}/bidders`.',
  'too-many-bidders': 'The case holds as many bidders as a record can hold.',
  'act-unknown': 'There is no such act in this case. `/cases/{case}/acts` lists them.',
  'act-accounted': 'It is on record already whether the team attended this act.',
  'act-not-held-yet': 'The act has not been held yet: `heldAt` says when it will be.',
  'act-cancelled': 'The act was cancelled: nobody waits for it any more. Schedule a new one if it is held after all.',
  'act-held-already': 'It is on record already that this act was held: `beganAt` says when it began.',
  'act-time-past':
    'The time of the act is over: whether it was held is for the team or the coordinator to say. Ask the coordinator to record it.',
  'act-not-accounted': 'Nothing is on record to correct: record first who attended the act, or why nobody did.',
  'account-incomplete':
    'A correction tells the whole account: who was present, or why nobody was. `missing` says what it lacks.',
  'date-unchanged': 'This is the time that is on record already. Send another, or another place.',
  'new-date-past':
    'The new time is over already. Record that the act was held, or the visit done, and when it really was.',
  'too-many-dates': 'It was moved as often as a record can hold. Cancel it and put a new one on the calendar.',
  'interval-reversed': 'It ends before it begins: `pointer` names the field. Check which of the two times is wrong.',
  'local-time-skipped':
    'The clocks of that zone never showed this time: they were put forward over it. `instants` are the two that it can mean; send one of them.',
  'local-time-twice':
    'The clocks of that zone showed this time twice. Say with `offset` which is meant: `offsets` lists both, for `instants` in the same order.',
  'offset-unfit': 'At this time the zone has another offset. `offsets` lists those that it can have.',
  'quorum-missing':
    'Fewer members were present than the quorum asks for. Record the act as missed, or correct who was present.',
  'document-not-on-checklist':
    'This document is not on the access checklist of the stage. `checklist` lists those that are.',
  'award-contradicts':
    'The award contradicts itself or the record: none has no suppliers and no value, one that is made names its suppliers, and no ruling comes before the bids were opened.',
  'award-recorded-already': 'The award is on record already.',
  'award-not-published':
    'The official data that were last read tell of no ruling with its date. Refresh them, or record the award by hand.',
  'award-not-recorded': 'No award is on record to correct: record it first.',
  'nothing-awarded':
    'The award on record is none, so there is nothing to sign. Correct the award first if it was recorded wrongly.',
  'flag-unknown': 'There is no such red flag in this case.',
  'flag-answered': 'The red flag was answered already.',
  'contract-signed-already': 'The signature of the contract is on record already.',
  'contract-not-signed': 'No contract is on record: record its signature first.',
  'contract-ended': 'The contract’s completion or termination is on record already.',
  'amendment-unknown': 'There is no such amendment in this case.',
  'amendment-reviewed': 'The team looked at this amendment already.',
  'visit-unknown': 'There is no such visit in this case.',
  'visit-settled': 'The visit is on record as done or excused already.',
  'observation-unknown': 'There is no such observation in this case.',
  'observed-in-the-future': 'The observation lies in the future. Check the clock and the time zone of your device.',
  'observed-before-the-case': 'The observation is older than the case. A case only holds what its team saw.',
  'stage-not-reached': 'The case has not reached that stage yet.',
  'finding-incomplete':
    'A finding needs a category, a severity, and a legal basis or the reason why none is cited. `missing` lists what is not there.',
  'not-a-finding': 'Only findings have a category and a severity, are put to the authority and escalated.',
  'finding-notified': 'The finding was put to the contracting authority already.',
  'finding-replied': 'The contracting authority replied to this finding already: it is answered once.',
  'not-the-author':
    'Only its author corrects or withdraws an observation, and only its author or the coordinator decides on its seal.',
  'observation-withdrawn':
    'The observation was withdrawn: it stays as it is. File a new one where there is more to say.',
  'corrections-too-many':
    'The observation was corrected as often as a record can hold. Withdraw it and file a new one.',
  'visibility-widened':
    'A correction shows an observation to nobody else, and seals nothing that is open already. It can restrict one that waits for the award, and no more.',
  'not-embargoed': 'Only an observation that is filed to wait for the award and still sealed has an embargo to extend.',
  'embargo-end-unfit':
    'An embargo ends after `after`, and not after `latest`: the profile’s longest term from the award, or from today while there is none.',
  'not-restricted': 'Only a restricted observation that is still sealed is opened by two people.',
  'release-proposed': 'It is proposed already that this observation be opened. A coordinator must agree.',
  'release-not-proposed':
    'Nobody of the team proposed to open this observation as it stands. Its author proposes it first.',
  'second-person-needed':
    'Two people open a restricted observation: neither its author nor whoever proposed it can be the second.',
  'question-unknown': 'There is no such question to you in this case. `/cases/{case}/questions` lists them.',
  'question-answered': 'The question was answered already: it is answered once.',
  'answers-itself': 'Nobody answers a question of its own side. Somebody of the side that was asked must answer it.',
  'team-asked': 'The team was asked about this report already: the contracting authority asks once for each report.',
  'term-running': 'The term is not over yet. `dueAt` says when it will be.',
  'nothing-to-lapse': 'What was awaited came in time, or was settled: nothing lapses.',
  'escalation-unknown': 'There is no such escalation in this case.',
  'escalation-state': 'The escalation is not in a state from which this can be done. `state` says where it stands.',
  'tier-escalated':
    'One of the findings was sent to this tier already: `escalation` says with which. Each tier is asked once, unless the authority that was asked lacks the competence.',
  'nothing-proposed':
    'No authority is proposed after this escalation, or it was settled already. Escalate the findings by hand if that is right.',
  'next-tier-unfit': 'Choose one of those that are proposed: `controlAuthorities` lists them.',
  'finding-escalated': 'One of the findings was sent to this control authority already.',
  'not-grave': 'Only a grave finding needs a reason for not being escalated.',
  'remedies-incomplete':
    'Every finding of the escalation needs one remedy with this outcome, and no other has any. `missing` lists those without, `foreign` those of another escalation.',
  'outcome-contradicts':
    'The remedies contradict the outcome: `contradicting` lists which. `allowed` says which remedies it takes, `atLeastOne` which one finding at least must have.',
  'outcome-incomplete':
    'This outcome says more, or other things: `missing` lists the fields that it asks for, `oneOf` those of which it asks for one, `foreign` those that belong to another outcome.',
  'inspection-date-past': 'The inspection is planned for a day that is over. `today` is the earliest that it can be.',
  'answers-too-many': 'The escalation was answered as often as a record can hold.',
  'proceeding-unknown':
    'There is no such proceeding in this case that you may see. `/cases/{case}/proceedings` lists them.',
  'proceeding-unlinked':
    'Say which escalation or which findings it follows from. A control authority names its escalation.',
  'proceeding-known':
    'This proceeding of this escalation is on record already, under its kind and number: `proceeding`. Record where it stands now there.',
  'proceeding-unexplained':
    'A proceeding begins on record in one of the states of `beginnings`. One that is further on already says in `note` how it came there.',
  'proceeding-state': 'The proceeding does not stand so that this could follow. `allowedTo` lists what can.',
  'proceeding-date-unfit': 'It cannot stand so since that day: `notBefore` and `notAfter` bound it.',
  'proceeding-steps-too-many':
    'The proceeding moved as often as a record can hold. Record another one that goes on from it.',
  'report-exists': 'There is a report on this stage already. Draft it anew instead.',
  'report-unknown': 'There is no such report in this case.',
  'report-state': 'The report is not in a state from which this can be done. `state` says where it stands.',
  'report-incomplete':
    'The report lacks what a reader must find in it. `missing` lists everything, each with what to write.',
  'reply-window-open': 'The contracting authority may still comment on the draft. `dueAt` says until when.',
  'signature-not-asked': 'A committee votes on its reports; only a witness signs.',
  'vote-not-asked': 'A witness signs the report; only a committee votes.',
  'already-voted': 'Your vote on this text is on record already.',
  'dissent-missing': 'A vote against needs the dissenting opinion, which is published with the report.',
  'recommendation-unknown':
    'There is no such recommendation in this case. `/cases/{case}/recommendations` lists those that were published.',
  'follow-up-in-the-future': 'A follow-up tells what is, not what will be. Check the date of `asOf`: it is `now`.',
  'follow-up-before-report':
    'The recommendation was made at `publishedAt`: nothing was done about it before. Check the date of `asOf`.',
  'follow-up-older':
    'A newer state is on record, as of `asOf`. Tell what is known as of then or later; evidence of earlier times belongs into it.',
  'follow-ups-too-many': 'The recommendation was followed up as often as a record can hold.',
  'responses-too-many': 'The recommendation was responded to as often as a record can hold.',
  'tips-too-many':
    'This case took more tips and additions to tips in a short time than it can hear. Keep yours and send it again after `retryAt`, with the same key.',
  'tip-files-too-many':
    'This case was sent more files of tips in a short time than it can look at. Keep yours and announce it again after `retryAt`; what the tip says is safe.',
  'tip-unknown': 'There is no such tip in this case, or its receipt code is another one.',
  'tip-full': 'Nothing more can be added to this tip. Send another one.',
  'tip-answered': 'The tip was answered already: it is answered once.',
  'tip-not-lead':
    'The answer says that the team has this tip, and the team does not have it. Give it to the team as a lead first.',
  'tip-made-lead': 'The team has this tip as a lead already.',
  'purpose-unfit':
    'A file for this purpose is not attached to this, or not by you. `attachedTo` says what it is attached to, `roles` by whom.',
  'document-type-unfit': 'Files of this type are not taken. `extensions` lists how the names end of those that are.',
  'document-type-differs':
    'The name and the declared type of the file do not agree. Declare one that ends in `extension` as `mediaType`, or give it the name that it should have.',
  'document-too-large':
    'A file that ends in `extension` weighs at most `bytesMax` bytes. Make it smaller or split it, and announce that.',
  'document-declared': 'This file is expected or here already: `document` names it.',
  'documents-too-many': 'As many files as can be are attached to this: `filesMax`. Put further ones into one ZIP.',
  'quota-full':
    'The files of this case, of this tip, or yours in it, take as much room as there is: `of` says whose, `filesMax` and `bytesMax` how much.',
  'document-unknown': 'There is no such document in this case. `/cases/{case}/documents` lists those that you may see.',
  'document-state': 'The document is not in a state in which this can be done. `state` says how it stands.',
  'document-superseded':
    'There is a newer version of this document already: `supersededBy` names it. Go on from that one.',
  'codes-contradict': 'A dimension is achieved or not achieved, never both.',
  'evidence-missing':
    'A judgement that settles something rests on evidence. Name events or documents of the case, or tell of interviews.',
  'event-unknown': 'The record of this case holds no event `event`: `last` is its last one.',
  'assessor-involved':
    'Nobody judges what they took part in. Let an assessor code this who was never in the team and acts for no institution of the case.',
  'judgements-too-many': 'This was judged as often as a record can hold.',
  'was-not-done': 'Only what was done can be undone: `thing` was neither remedied nor taken up.',
  'not-accredited':
    'The profile asks for accredited people, and the roster holds none of this name with an accreditation. Ask the administrator of the roster.',
  'accreditation-not-active':
    'The accreditation of this person does not hold now: `status` says why. Ask the administrator of the roster.',
  'accreditation-too-short':
    'The accreditation ends at `accreditedUntil`, before the case is expected to end at `expectedEndAt`. Have it renewed, or propose somebody else.',
  'accreditation-lapsed':
    'The accreditation ended while the case went on. Have it renewed, or let the coordinator replace whoever held it.',
  'accreditation-unchanged':
    'The case knows already how this person stands in the roster, or holds nobody of this name.',
  'roster-entry-exists':
    'Somebody stands in the roster under this id already. Correct the entry, or grant it an accreditation.',
  'roster-entry-unknown': 'Nobody stands in the roster under this id. Add the entry first.',
  'roster-entry-unchanged': 'The roster says the same already.',
  'roster-kind-differs':
    'The roster holds this id as another kind: `kind` says which. A person never becomes an organisation; use another id.',
  'accreditation-ends-before': 'The accreditation would end before it begins. Correct `validFrom` or `validTo`.',
  'accreditation-exists':
    'This number of this issuer is on record already: `accreditation` names it. Renew it instead, if it goes on.',
  'too-many-accreditations': 'The entry holds as many accreditations as a record can hold.',
  'accreditation-unknown': 'The entry has no such accreditation. `/roster/{person}` lists those that it has.',
  'accreditation-state':
    'The accreditation does not stand so that this could be done to it: `standing` says how it stands.',
  'renewal-not-later':
    'A renewal ends later than what it renews, which is `validTo`. To end an accreditation earlier, remove it with a reason.',
  'person-exists':
    'Whoever signs in with this address is on record already: `person` is their id. Give or take roles there.',
  'person-unknown': 'Nobody is on record under this id. Add the person first; `/people` lists who there is.',
  'person-suspended': 'This person is suspended already.',
  'person-not-suspended': 'This person is not suspended: there is nothing to restore.',
  'role-held': 'This person has this role already. `roles` lists those that they have.',
  'role-not-held': 'This person does not have this role. `roles` lists those that they have.',
  'roles-incompatible':
    'Whoever is watched can have no other role: `watched` must stand alone, and `others` cannot stand beside it. Take those first, or let somebody else have them.',
  'own-access':
    'Nobody decides about their own roles or suspension. Another administrator must do it; your own entry can only say that you are an administrator.',
  'administrator-not-on-record':
    'The record says that you are no administrator, or are suspended, although your token still says otherwise. Ask another administrator.',
} as const;

export type RefusalWord = keyof typeof REFUSALS;

/** What a decision refuses with: a word, and the facts behind it. */
export interface Refusal {
  readonly word: RefusalWord;
  readonly facts: Readonly<Record<string, unknown>>;
}

export const refuse = (word: RefusalWord, facts: Readonly<Record<string, unknown>> = {}): { refusal: Refusal } => ({
  refusal: { word, facts },
});
