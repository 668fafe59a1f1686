/**
 * The words of the field, as closed lists: every schema, rule and page takes them from here.
 * A word is never reused for another meaning; a list only grows.
 */

export const INSTRUMENTS = ['integrity-pact', 'oversight-committee'] as const;

/** Where a case stands, in the order in which it walks. */
export const STAGES = [
  'appointment',
  'tender-observation',
  'award-review',
  'implementation-monitoring',
  'final-report',
  'closed',
] as const;

/** Roles of people. `public` needs no token, and `system` is nobody: a person who had it could act as the clock. */
export const GIVEN_ROLES = [
  'coordinator',
  'witness',
  'member',
  'contracting-authority',
  'bidder-representative',
  'control-authority',
  'assessor',
  'auditor',
  'administrator',
] as const;

/** A suspended case keeps its stage: a challenge or a court order stopped the tender, and every clock with it. */
export const CONDITIONS = ['running', 'suspended'] as const;

export const ROLES = [...GIVEN_ROLES, 'public', 'system'] as const;

/** Why a contracting process ended before an award or contract could stand. */
export const PROCESS_ENDINGS = ['cancelled', 'deserted', 'annulled'] as const;

export const SUSPENSION_REASONS = ['challenge', 'court-order', 'force-majeure', 'authority-decision'] as const;

export const APPOINTMENT_WAYS = ['by-hand', 'by-lot'] as const;

/** Why somebody left a team. */
export const DEPARTURE_CAUSES = ['resignation', 'removal', 'impediment', 'death', 'accreditation-lapsed'] as const;

/** Who can stand in the roster. */
export const ROSTER_KINDS = ['person', 'organisation'] as const;

/**
 * How an accreditation stands. `pending` has not begun and `expired` is over: both are told by its days and the clock. The others are
 * on record.
 */
export const ACCREDITATION_STATUSES = ['pending', 'active', 'suspended', 'expired', 'removed'] as const;

/** What keeps a member of a team from acting although accepted: its accreditation no longer holds. */
export const ACCREDITATION_LOSSES = ['suspended', 'removed', 'lapsed'] as const;

/** What ties somebody to a party of a process. */
export const INTEREST_KINDS = [
  'employer',
  'former-employer',
  'ownership',
  'supply',
  'kinship',
  'membership',
  'other',
] as const;

/** How a drawn order follows from a seed; domain/draw/algorithm.ts says it exactly. */
export const DRAW_ALGORITHMS = ['veedor-draw-1'] as const;

/** Public beacons whose values can seed a draw: drand of the League of Entropy, NIST 2.0, and Random UChile. */
export const BEACONS = ['drand-quicknet', 'drand-default', 'nist-beacon-2', 'uchile-beacon'] as const;

/** What a draw waits for, in the order in which it goes on; one that is seeded by a beacon alone begins with the third. */
export const DRAW_STATES = [
  'commitments-awaited',
  'reveals-awaited',
  'value-awaited',
  'drawing-awaited',
  'drawn',
] as const;

/** Who signs an integrity pact, and can breach it. */
export const PACT_SIGNATORIES = ['contracting-authority', 'bidder'] as const;

/** What follows from a breach of a pact: the sanctions that pacts agree on (Transparency International), or that there was none. */
export const BREACH_CONSEQUENCES = [
  'warning',
  'exclusion',
  'guarantee-enforced',
  'contract-terminated',
  'referred-to-authority',
  'not-a-breach',
] as const;

/** How the members of a committee came to be its members. */
export const ELECTION_WAYS = ['assembly', 'vote', 'designation', 'draw'] as const;

/** Why a committee is dissolved. */
export const DISSOLUTION_CAUSES = ['object-fulfilled', 'term-ended', 'members-lacking', 'authority-order'] as const;

/** Offices of a committee; every other member holds none. */
export const OFFICES = ['chair', 'secretary'] as const;

/** What somebody stands for when acting on behalf of an institution in one case. */
export const LIAISON_KINDS = ['contracting-authority', 'bidder', 'control-authority'] as const;

export const ACT_KINDS = [
  'call-for-tenders',
  'clarification-meeting',
  'site-visit',
  'bid-opening',
  'technical-evaluation',
  'economic-evaluation',
  'award-ruling',
  'contract-signing',
] as const;

/** How an act that the team did not attend is accounted for. */
export const ACT_ABSENCES = ['missed', 'obstructed'] as const;

/** How an act that was held is accounted for, whichever way it was. */
export const ACT_ACCOUNTS = ['attended', ...ACT_ABSENCES] as const;

export const ABSENCE_REASONS = [
  'before-appointment',
  'not-notified',
  'notified-late',
  'entry-refused',
  'held-elsewhere',
  'illness-or-accident',
  'travel',
  'other',
] as const;

export const DOCUMENT_ACCESS_RESULTS = ['obtained', 'incomplete', 'late', 'refused', 'not-applicable'] as const;

/** The documents that a team asks for; each stage's checklist is drawn from them. */
export const CHECKLIST_DOCUMENTS = [
  'tender-notice',
  'bidding-documents',
  'clarifications',
  'bid-opening-record',
  'bids-received',
  'evaluation-report',
  'award-ruling',
  'contract',
] as const;

/** What a file is handed in for. It decides who may hand it in, what it is attached to, and who may read it. */
export const DOCUMENT_PURPOSES = [
  'observation-evidence',
  'pact-text',
  'signed-act',
  'report-annex',
  'reply-attachment',
  'tip-file',
  'access-copy',
] as const;

/** What a document waits for: its bytes, their examination, or nothing any more. */
export const DOCUMENT_STATES = ['awaited', 'checking', 'usable', 'refused'] as const;

/** Why a file was not taken. */
export const DOCUMENT_REFUSALS = [
  'hash-differs',
  'size-differs',
  'type-differs',
  'extension-differs',
  'type-not-allowed',
  'image-bomb',
  'archive-bomb',
  'archive-nested',
  'archive-path',
  'archive-link',
  'archive-encrypted',
  'active-content',
  'embedded-file',
  'malformed',
  'empty',
  'name-unfit',
  'not-arrived',
  /** A scan of the cloud found malware in it. */
  'malware-found',
  /** Whatever was tried, it could not be looked into: for a fault of ours, or something that nobody thought of. */
  'check-failed',
] as const;

/** What a file is, once it was looked into. */
export const DOCUMENT_KINDS = [
  'photo',
  'pdf',
  'office',
  'audio',
  'video',
  'text',
  'archive',
  'message',
  'signed',
] as const;

/** For how many days a refused file can be kept for whoever must look at it: the store forgets it by itself after them. */
export const QUARANTINE_DAYS = [7, 30, 90] as const;

export const OBSERVATION_TYPES = ['act-attended', 'finding', 'good-practice', 'access-obstacle', 'site-visit'] as const;

export const SEVERITIES = ['minor', 'serious', 'grave'] as const;

export const VISIBILITIES = ['public', 'after-award', 'restricted'] as const;

/** Whom a question of the dialogue is put to. */
export const QUESTIONED = ['contracting-authority', 'team'] as const;

/** When a question to the contracting authority and its answer are shown: at once, or once bids are no secret any more. */
export const QUESTION_VISIBILITIES = ['public', 'after-award'] as const;

/**
 * Categories of a finding: the violation types of PROZORRO's monitoring (code list `violation-types`), whose codes are kept so that
 * findings compare across countries; `other` asks for a text.
 */
export const FINDING_CATEGORIES = [
  'corruptionDescription',
  'corruptionProcurementMethodType',
  'corruptionPublicDisclosure',
  'corruptionBiddingDocuments',
  'documentsForm',
  'corruptionAwarded',
  'corruptionCancelled',
  'corruptionContracting',
  'corruptionChanges',
  'other',
  'corruptionUntimely',
  'corruptionBidSecurity',
  'corruptionFailureDocuments',
  'corruptionConsideration',
  'servicesWithoutProcurementProcedure',
  'useProceduresNotByLaw',
  'rejectionOfBidsNotByLaw',
  'inaccuratePersonalData',
  'deadlineForThePublicationDocumentation',
  'notComplyDecisionACU',
  'contractsWithoutProcurement',
] as const;

/** Red flags of Open Contracting's Cardinal that this rulebook computes. */
export const RED_FLAGS = ['R003', 'R018', 'R024', 'R028', 'R030', 'R035', 'R036', 'R038', 'R048', 'R058'] as const;

/** How a tip is answered. */
export const TIP_ANSWERS = [
  'passed-to-team',
  'passed-to-control-authority',
  'known-already',
  'insufficient-information',
  'no-competence',
  'not-about-this-case',
  'abusive',
] as const;

export const REPORT_STATES = ['draft', 'in-reply', 'adopted', 'published'] as const;

/** How far a recommendation was taken up: the administration's response on six levels (Monithon), lowest first. */
export const TAKE_UP_LEVELS = [
  'none',
  'some',
  'formal',
  'concrete-feedback',
  'put-into-practice',
  'problem-solved',
] as const;

export const VOTES = ['for', 'against', 'abstain'] as const;

export const ESCALATION_STATES = ['sent', 'delivered', 'acknowledged', 'under-review', 'answered', 'lapsed'] as const;

export const OUTCOMES = [
  'proceeding-opened',
  'inspection-planned',
  'referred-to-prosecutor',
  'violation-corrected',
  'no-violation',
  'no-competence',
  'insufficient-information',
  'process-cancelled',
  'closed-without-action',
] as const;

export const REMEDIES = ['eliminated', 'not-eliminated', 'no-mechanism'] as const;

/** Why another control authority is proposed: the one that was asked kept silent, or said who has the competence that it lacks. */
export const PROPOSAL_REASONS = ['lapsed', 'no-competence'] as const;

/** What is done with an escalation on its way: who got what, and when. */
export const ESCALATION_STEPS = [
  'sent',
  'delivered',
  'acknowledged',
  'review-begun',
  'answered',
  'answer-revised',
  'lapsed',
  'next-tier-declined',
  'escalated-further',
] as const;

/** What a control authority, a prosecutor or a court opens because of what was found. */
export const PROCEEDING_KINDS = [
  'administrative-sanction',
  'disciplinary-proceeding',
  'debarment',
  'recovery-of-damages',
  'criminal-proceeding',
  'court-review',
  'other',
] as const;

/** How such a proceeding stands. */
export const PROCEEDING_STATES = ['opened', 'decided', 'appealed', 'final', 'annulled'] as const;

export const CONTRACT_ENDS = ['completed', 'terminated'] as const;

export const VISIT_OUTCOMES = ['done', 'excused'] as const;

/** The dimensions that a case must achieve to be successful; what its events prove of them is computed. */
export const DIMENSIONS = ['effectiveness', 'openness'] as const;

/** The five dimensions of success (Cruz-Rubio 2020, Tables 4 and 7): the two that are mandatory, and those that people alone code. */
export const SUCCESS_DIMENSIONS = [...DIMENSIONS, 'behaviourChange', 'socialAcceptance', 'replication'] as const;

/** The four codes of achievement (Cruz-Rubio 2020, Tables 4 and 7). */
export const ACHIEVEMENT_CODES = ['achieved', 'notAchieved', 'informationMissing', 'furtherTimeNeeded'] as const;

/** The eight factors of success (Cruz-Rubio 2020, Table 5): five of management maturity, three of institutionalisation. */
export const SUCCESS_FACTORS = [
  'teamTalent',
  'realisticPlanning',
  'topLevelSupport',
  'definedBurdensAndBenefits',
  'changeManagement',
  'csoGovernmentInteraction',
  'institutionalisation',
  'innovationEcosystems',
] as const;

/** Whether a factor of success is there. */
export const FACTOR_PRESENCES = ['present', 'absent', 'unknown'] as const;

/** To what extent citizens take part, least first (IAP2 spectrum of public participation; Cruz-Rubio 2020, Table 6). */
export const PARTICIPATION_LEVELS = ['inform', 'consult', 'involve', 'collaborate', 'empower'] as const;

/** What a check of what was achieved finds, months after a case was closed. */
export const SUSTAINMENTS = ['nothing-undone', 'something-undone'] as const;

export type InstrumentId = (typeof INSTRUMENTS)[number];
export type Stage = (typeof STAGES)[number];
export type Role = (typeof ROLES)[number];
export type GivenRole = (typeof GIVEN_ROLES)[number];
export type RedFlag = (typeof RED_FLAGS)[number];
export type ProcessEnding = (typeof PROCESS_ENDINGS)[number];
export type Beacon = (typeof BEACONS)[number];
export type DepartureCause = (typeof DEPARTURE_CAUSES)[number];
export type DissolutionCause = (typeof DISSOLUTION_CAUSES)[number];
export type AccreditationStatus = (typeof ACCREDITATION_STATUSES)[number];
export type AccreditationLoss = (typeof ACCREDITATION_LOSSES)[number];
export type Office = (typeof OFFICES)[number];
export type LiaisonKind = (typeof LIAISON_KINDS)[number];
export type ActKind = (typeof ACT_KINDS)[number];
export type DocumentPurpose = (typeof DOCUMENT_PURPOSES)[number];
export type DocumentRefusal = (typeof DOCUMENT_REFUSALS)[number];
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
export type ObservationType = (typeof OBSERVATION_TYPES)[number];
export type Severity = (typeof SEVERITIES)[number];
export type Visibility = (typeof VISIBILITIES)[number];
export type EscalationState = (typeof ESCALATION_STATES)[number];
export type TakeUpLevel = (typeof TAKE_UP_LEVELS)[number];
export type Remedy = (typeof REMEDIES)[number];
export type EscalationOutcome = (typeof OUTCOMES)[number];
export type ProceedingState = (typeof PROCEEDING_STATES)[number];
export type Dimension = (typeof DIMENSIONS)[number];
export type AchievementCode = (typeof ACHIEVEMENT_CODES)[number];
export type ChecklistDocument = (typeof CHECKLIST_DOCUMENTS)[number];
export type SuccessDimension = (typeof SUCCESS_DIMENSIONS)[number];
export type SuccessFactor = (typeof SUCCESS_FACTORS)[number];
export type ParticipationLevel = (typeof PARTICIPATION_LEVELS)[number];
