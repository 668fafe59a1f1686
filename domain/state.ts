import * as z from 'zod/mini';
import { calendarDate, count, instant, personId, sha256 } from '../events/shapes.ts';
import {
  ACCREDITATION_LOSSES,
  ACHIEVEMENT_CODES,
  ACT_KINDS,
  BREACH_CONSEQUENCES,
  CHECKLIST_DOCUMENTS,
  CONDITIONS,
  CONTRACT_ENDS,
  DEPARTURE_CAUSES,
  DISSOLUTION_CAUSES,
  DOCUMENT_ACCESS_RESULTS,
  ESCALATION_STATES,
  ESCALATION_STEPS,
  INSTRUMENTS,
  LIAISON_KINDS,
  OBSERVATION_TYPES,
  OFFICES,
  OUTCOMES,
  PACT_SIGNATORIES,
  PROCEEDING_KINDS,
  PROCEEDING_STATES,
  PROCESS_ENDINGS,
  PROPOSAL_REASONS,
  QUESTION_VISIBILITIES,
  QUESTIONED,
  RED_FLAGS,
  REMEDIES,
  REPORT_STATES,
  ROLES,
  SEVERITIES,
  STAGES,
  TAKE_UP_LEVELS,
  TIP_ANSWERS,
  VISIBILITIES,
  VOTES,
} from '../events/vocabulary.ts';
import { documentSchema, shelfSchema, uploadsSchema } from './documents/document-state.ts';
import { drawShape } from './draw/draw-state.ts';
import { interestsSchema } from './interests/interests-state.ts';
import { partiesSchema } from './interests/parties.ts';
import { changeSchema, processSchema } from './process/process-state.ts';
import { tally } from './tally.ts';

/** How many people a team can hold, proposals included: the head carries each of them. */
export const TEAM_MAX = 20;
export const LIAISONS_MAX = 20;
export const SUSPENSIONS_MAX = 20;
export const BIDDERS_MAX = 200;
/** How often an act or a visit can be given another date: each of them stays with it. */
export const DATES_MAX = 20;

const member = z.strictObject({
  person: personId,
  standing: z.enum(['proposed', 'accepted']),
  sector: z.optional(z.string()),
  office: z.optional(z.enum(OFFICES)),
  proposedAt: instant,
  declared: z.boolean(),
  impeded: z.boolean(),
  /** The first instant at which the accreditation no longer holds, where the roster has one. */
  accreditedUntil: z.optional(instant),
  /** Why the accreditation holds no longer; absent while it does. */
  accreditation: z.optional(z.enum(ACCREDITATION_LOSSES)),
});

const liaison = z.strictObject({
  person: personId,
  kind: z.enum(LIAISON_KINDS),
  bidder: z.optional(z.string()),
  controlAuthority: z.optional(z.string()),
});

/** An interval during which every clock of the case stood still; without `to` it still does. */
const pause = z.strictObject({ from: instant, to: z.optional(instant) });

const actsOfStage = z.strictObject({ awaited: tally, attended: count, missed: count, obstructed: count });
const reportOfStage = z.strictObject({
  report: z.string(),
  state: z.enum(REPORT_STATES),
  sentForReplyAt: z.optional(instant),
  commented: z.boolean(),
  /** How many observations were filed when its text was written: the next report goes on from there. */
  filed: z.optional(count),
});

/**
 * The state of a case that travels with every command: counts, and what is still open. It stays within `HEAD_BYTES_MAX` however long
 * the case lives; the things of the case keep their own state as subjects.
 */
export const headSchema = z.strictObject({
  case: z.string(),
  ocid: z.string(),
  instrument: z.enum(INSTRUMENTS),
  profile: z.strictObject({ id: z.string(), version: z.int() }),
  implementationMonitoring: z.boolean(),
  openedAt: instant,
  stage: z.enum(STAGES),
  condition: z.enum(CONDITIONS),
  pauses: z.array(pause),
  /** When the team last did something, and whether its silence since then was said. */
  teamActive: z.optional(z.strictObject({ at: instant, raised: z.boolean() })),
  ending: z.optional(z.enum(PROCESS_ENDINGS)),
  participationEndedAt: z.optional(instant),
  /** When the process is expected to end, as far as its official data say. */
  expectedEndAt: z.optional(instant),
  numbers: z.record(z.string(), count),
  team: z.array(member),
  liaisons: z.array(liaison),
  /** The draw that is under way; once its lot is drawn it stands as a thing of the case alone. */
  drawUnderWay: z.optional(z.string()),
  pactSignedByAuthority: z.boolean(),
  /** The text of the pact that is to be signed, where one was deposited. */
  pactText: z.optional(z.strictObject({ documentHash: sha256, edition: count, depositedIn: z.int() })),
  biddersAwaited: tally,
  breachesUnruled: z.optional(tally),
  committee: z.optional(
    z.strictObject({
      members: count,
      registered: z.boolean(),
      /** When it was constituted, and for how many months, extensions included. */
      startedAt: z.optional(instant),
      months: z.optional(count),
      termEnded: z.optional(z.boolean()),
      dissolved: z.optional(z.enum(DISSOLUTION_CAUSES)),
    }),
  ),
  acts: z.partialRecord(z.enum(STAGES), actsOfStage),
  /** When the bids were opened, as far as the team accounted for it. */
  bidsOpenedAt: z.optional(instant),
  documentAccess: z.partialRecord(
    z.enum(STAGES),
    z.partialRecord(z.enum(CHECKLIST_DOCUMENTS), z.enum(DOCUMENT_ACCESS_RESULTS)),
  ),
  award: z.optional(z.strictObject({ decision: z.enum(['awarded', 'none']), decidedAt: instant })),
  /** That an embargo was extended, and when all that were not were lifted since. */
  embargoesExtended: z.optional(z.strictObject({ liftedAt: z.optional(instant) })),
  flagsUnanswered: tally,
  findingsUnput: tally,
  graveUnescalated: tally,
  /** Those of them whose term is over, and that is on record. */
  escalationsOverdue: z.optional(tally),
  escalationsUnanswered: tally,
  contract: z.optional(z.strictObject({ signedAt: instant, end: z.optional(z.enum(CONTRACT_ENDS)) })),
  amendmentsUnreviewed: tally,
  visitsOpen: tally,
  reports: z.partialRecord(z.enum(STAGES), reportOfStage),
  /** Absent until the first tip. `busyUntil` is how the case keeps count of how many came lately. */
  tips: z.optional(z.strictObject({ unanswered: tally, busyUntil: instant })),
  /** Absent until the first file: how many there are, refused ones left out, and their bytes together. */
  documents: z.optional(z.strictObject({ files: count, bytes: count })),
  codings: z.strictObject({
    effectiveness: z.optional(z.array(z.enum(ACHIEVEMENT_CODES))),
    openness: z.optional(z.array(z.enum(ACHIEVEMENT_CODES))),
  }),
});

/**
 * What a head holds at every limit at once, with the longest names (test/features/head-size.test.ts measures it). DynamoDB charges a
 * write by the kilobyte, and every command writes the head: a crowded case stays under 11 KB, a usual one under 3.
 */
export const HEAD_BYTES_MAX = 15_360;

/** What every thing of a case says of itself. `recordedIn` is the version of the event that made it. */
const about = { id: z.string(), recordedIn: z.int() };

export const biddersSchema = z.strictObject({
  ...about,
  kind: z.literal('bidders'),
  /** Each bidder by its id: what became of its signature, and the version of the event whose content names it. */
  bidders: z.record(
    z.string(),
    z.strictObject({ signature: z.enum(['awaited', 'signed', 'refused']), namedIn: z.int() }),
  ),
});

export const departuresSchema = z.strictObject({
  ...about,
  kind: z.literal('departures'),
  /** Each person who left the team: why, when, and who was proposed in that place. */
  people: z.record(
    z.string(),
    z.strictObject({
      cause: z.enum(DEPARTURE_CAUSES),
      leftAt: instant,
      leftIn: z.int(),
      successor: z.optional(personId),
    }),
  ),
});

export const breachSchema = z.strictObject({
  ...about,
  kind: z.literal('breach'),
  accused: z.enum(PACT_SIGNATORIES),
  bidder: z.optional(z.string()),
  reportedAt: instant,
  answeredIn: z.optional(z.int()),
  answeredLate: z.optional(z.boolean()),
  answerLapsed: z.boolean(),
  consequence: z.optional(z.enum(BREACH_CONSEQUENCES)),
  ruledIn: z.optional(z.int()),
});

export const actSchema = z.strictObject({
  ...about,
  kind: z.literal('act'),
  act: z.enum(ACT_KINDS),
  stage: z.enum(STAGES),
  heldAt: instant,
  public: z.boolean(),
  accounted: z.enum(['awaited', 'attended', 'missed', 'obstructed', 'cancelled']),
  accountedIn: z.optional(z.int()),
  /** Who attended, how many had to, and whether citizens came in: as it was corrected, where it was. */
  present: z.optional(z.array(personId)),
  quorum: z.optional(count),
  citizensAdmitted: z.optional(z.boolean()),
  correctedIn: z.optional(z.int()),
  /** The times it was scheduled for before, first to last; and the event whose content says where it is now. */
  earlierDates: z.optional(z.array(instant)),
  movedIn: z.optional(z.int()),
  placedIn: z.optional(z.int()),
  beganAt: z.optional(instant),
  endedAt: z.optional(instant),
  heldIn: z.optional(z.int()),
});

export const observationSchema = z.strictObject({
  ...about,
  kind: z.literal('observation'),
  type: z.enum(OBSERVATION_TYPES),
  stage: z.enum(STAGES),
  by: personId,
  filedAt: instant,
  late: z.boolean(),
  act: z.optional(z.string()),
  category: z.optional(z.string()),
  severity: z.optional(z.enum(SEVERITIES)),
  visibility: z.enum(VISIBILITIES),
  notifiedAt: z.optional(instant),
  /** The end of the term to reply of which somebody was reminded without the event naming this observation. */
  remindedOf: z.optional(instant),
  replyLapsed: z.optional(z.boolean()),
  repliedIn: z.optional(z.int()),
  escalations: z.array(
    z.strictObject({
      escalation: z.string(),
      controlAuthority: z.string(),
      tier: z.optional(z.int()),
      /** It was answered that this authority lacks the competence: another of its tier may be asked. */
      noCompetence: z.optional(z.boolean()),
    }),
  ),
  escalationAccounted: z.boolean(),
  nonEscalationReasonedIn: z.optional(z.int()),
  /** Since when it is grave: what it asks for by its term counts from then. */
  graveSince: z.optional(instant),
  /** When it went on record that its term was over. */
  escalationOverdueAt: z.optional(instant),
  remedy: z.optional(z.enum(REMEDIES)),
  /** Whose answer told the remedy. */
  remedyFrom: z.optional(z.string()),
  /** Each version after the one that was filed: the event that holds it, and since when it holds. */
  corrections: z.optional(z.array(z.strictObject({ recordedIn: z.int(), correctedAt: instant }))),
  /** Somebody to whom it was put has seen an earlier version. */
  correctedSincePut: z.optional(z.boolean()),
  withdrawnAt: z.optional(instant),
  withdrawnIn: z.optional(z.int()),
  /** Until when it stays sealed although the award is on record. */
  embargoUntil: z.optional(instant),
  embargoExtendedIn: z.optional(z.int()),
  embargoEndedAt: z.optional(instant),
  /** Who proposed to open it, while nobody else agreed. */
  releaseProposedBy: z.optional(personId),
  releasedAt: z.optional(instant),
  releasedIn: z.optional(z.int()),
});

export const flagSchema = z.strictObject({
  ...about,
  kind: z.literal('flag'),
  code: z.enum(RED_FLAGS),
  values: z.record(z.string(), z.number()),
  answer: z.optional(z.enum(['dismissed', 'turned-into-finding'])),
  answeredIn: z.optional(z.int()),
  observation: z.optional(z.string()),
});

export const reportSchema = z.strictObject({
  ...about,
  kind: z.literal('report'),
  stage: z.enum(STAGES),
  state: z.enum(REPORT_STATES),
  /** How many observations its text cites or leaves out; a final one accounts for all that were filed when it was written. */
  accounts: count,
  /** How many observations were filed when its text was written. */
  filed: z.optional(count),
  recommendationsDueAt: z.optional(z.array(instant)),
  sentForReplyAt: z.optional(instant),
  commentedIn: z.optional(z.int()),
  signedBy: z.array(personId),
  votes: z.record(z.string(), z.enum(VOTES)),
  dissents: z.array(z.int()),
  adoptedAt: z.optional(instant),
  publishedAt: z.optional(instant),
  late: z.optional(z.boolean()),
  /** The contracting authority asked the team about it. */
  askedIn: z.optional(z.int()),
});

/** How far a recommendation was taken up as of a time; `recordedIn` holds the evidence. */
export const followUpSchema = z.strictObject({
  recordedIn: z.int(),
  level: z.enum(TAKE_UP_LEVELS),
  asOf: instant,
  recordedAt: instant,
  lowered: z.boolean(),
});

/** That an institution responded to a recommendation; `recordedIn` holds its words. */
export const responseSchema = z.strictObject({ recordedIn: z.int(), respondedAt: instant });

export const recommendationSchema = z.strictObject({
  ...about,
  kind: z.literal('recommendation'),
  report: z.string(),
  /** Which of those of its report it is, from 1 on; and the event whose content holds the text of the report. */
  number: count,
  textIn: z.int(),
  madeAt: instant,
  dueAt: instant,
  level: z.enum(TAKE_UP_LEVELS),
  followUps: z.array(followUpSchema),
  responses: z.array(responseSchema),
  /** Its due date passed before it had concrete feedback, and that is on record. */
  overdue: z.boolean(),
});

export const questionSchema = z.strictObject({
  ...about,
  kind: z.literal('question'),
  to: z.enum(QUESTIONED),
  by: personId,
  /** Of a question to the contracting authority. */
  visibility: z.optional(z.enum(QUESTION_VISIBILITIES)),
  /** Of a question to the team: the report that it is about. */
  report: z.optional(z.string()),
  askedAt: instant,
  answeredAt: z.optional(instant),
  answeredIn: z.optional(z.int()),
  late: z.optional(z.boolean()),
  /** Its term passed before it was answered, and that is on record. */
  overdue: z.boolean(),
});

export const escalationSchema = z.strictObject({
  ...about,
  kind: z.literal('escalation'),
  state: z.enum(ESCALATION_STATES),
  findings: z.array(z.string()),
  controlAuthority: z.string(),
  tier: z.int(),
  sentAt: instant,
  answerDueAt: instant,
  answeredIn: z.optional(z.int()),
  outcome: z.optional(z.string()),
  lapsed: z.boolean(),
  /** The escalation after whose silence, or lack of competence, this one was sent. */
  follows: z.optional(z.string()),
  /** Who has the competence that this authority lacks. */
  competentAuthority: z.optional(z.string()),
  /** Who is proposed next, and what became of that. */
  proposal: z.optional(
    z.strictObject({
      controlAuthority: z.string(),
      because: z.enum(PROPOSAL_REASONS),
      proposedAt: instant,
      acceptedAs: z.optional(z.string()),
      declinedIn: z.optional(z.int()),
    }),
  ),
  /** Every answer, first to last. */
  answers: z.optional(z.array(z.strictObject({ recordedIn: z.int(), answeredAt: instant, outcome: z.enum(OUTCOMES) }))),
  /** What was done with it, first to last. */
  steps: z.optional(
    z.array(z.strictObject({ step: z.enum(ESCALATION_STEPS), at: instant, by: z.enum(ROLES), recordedIn: z.int() })),
  ),
});

export const proceedingSchema = z.strictObject({
  ...about,
  kind: z.literal('proceeding'),
  type: z.enum(PROCEEDING_KINDS),
  escalation: z.optional(z.string()),
  findings: z.array(z.string()),
  /** Where it stood since which day, first to last; each in the event that tells its number and its note. */
  states: z.array(z.strictObject({ state: z.enum(PROCEEDING_STATES), on: calendarDate, recordedIn: z.int() })),
});

export const amendmentSchema = z.strictObject({
  ...about,
  kind: z.literal('amendment'),
  amendedAt: instant,
  reviewed: z.boolean(),
  reviewedIn: z.optional(z.int()),
});

export const visitSchema = z.strictObject({
  ...about,
  kind: z.literal('visit'),
  plannedAt: instant,
  earlierDates: z.optional(z.array(instant)),
  movedIn: z.optional(z.int()),
  placedIn: z.optional(z.int()),
  outcome: z.optional(z.enum(['done', 'excused'])),
  settledIn: z.optional(z.int()),
});

export const drawSchema = z.strictObject({ ...about, ...drawShape });

export const tipSchema = z.strictObject({
  ...about,
  kind: z.literal('tip'),
  receivedAt: instant,
  receiptHash: sha256,
  addedIn: z.array(z.int()),
  answer: z.optional(z.enum(TIP_ANSWERS)),
  late: z.optional(z.boolean()),
  answeredIn: z.optional(z.int()),
  /** Its term passed before it was answered, and that is on record. */
  overdue: z.boolean(),
  lead: z.boolean(),
});

/** The things of a case, each with the state that a decision about it needs. */
export const subjectSchema = z.discriminatedUnion('kind', [
  biddersSchema,
  departuresSchema,
  breachSchema,
  actSchema,
  observationSchema,
  flagSchema,
  reportSchema,
  recommendationSchema,
  escalationSchema,
  proceedingSchema,
  amendmentSchema,
  visitSchema,
  drawSchema,
  questionSchema,
  tipSchema,
  documentSchema,
  shelfSchema,
  uploadsSchema,
  processSchema,
  changeSchema,
  partiesSchema,
  interestsSchema,
]);

export type Head = z.infer<typeof headSchema>;
export type Member = Head['team'][number];
export type Pause = Head['pauses'][number];
export type Subject = z.infer<typeof subjectSchema>;
export type SubjectKind = Subject['kind'];
export type SubjectOf<K extends SubjectKind> = Extract<Subject, { kind: K }>;
export type Subjects = ReadonlyMap<string, Subject>;

/** Content that says which observation a fact is about, where the fact itself must not. */
export const aboutObservation = z.looseObject({ observation: z.string() });

/** The one subject that lists every bidder with its signature. */
export const BIDDERS = 'bidders-1';

/** The one subject that remembers everybody who left the team. */
export const DEPARTURES = 'departures-1';

/** A subject of the kind that is asked for, or nothing. */
export const subjectOf = <K extends SubjectKind>(subjects: Subjects, kind: K, id: string): SubjectOf<K> | undefined => {
  const found = subjects.get(id);
  return found !== undefined && isOf(found, kind) ? found : undefined;
};

const isOf = <K extends SubjectKind>(subject: Subject, kind: K): subject is SubjectOf<K> => subject.kind === kind;

/** The id of the next thing of a kind: numbers run from 1 in each case, without gaps. */
export const nextId = (head: Head, kind: SubjectKind | 'bidder'): string => `${kind}-${(head.numbers[kind] ?? 0) + 1}`;
