import * as z from 'zod/mini';
import { calendarDate, count, instant, personId, sha256 } from '../events/shapes.ts';
import {
  ACT_KINDS,
  BREACH_CONSEQUENCES,
  DEPARTURE_CAUSES,
  ESCALATION_STATES,
  ESCALATION_STEPS,
  OBSERVATION_TYPES,
  OUTCOMES,
  PACT_SIGNATORIES,
  PROCEEDING_KINDS,
  PROCEEDING_STATES,
  PROPOSAL_REASONS,
  QUESTION_VISIBILITIES,
  QUESTIONED,
  RED_FLAGS,
  REMEDIES,
  REPORT_STATES,
  ROLES,
  SEVERITIES,
  STAGES,
  TIP_ANSWERS,
  VISIBILITIES,
  VOTES,
} from '../events/vocabulary.ts';
import { drawShape } from './draw/draw-state.ts';

/** The state of each kind of thing in a case, as far as decisions and readings need it; `state.ts` says what holds them together. */
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
  publishedIn: z.optional(z.int()),
  late: z.optional(z.boolean()),
  /** The contracting authority asked the team about it. */
  askedIn: z.optional(z.int()),
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
  /** Its bundle of evidence tells no identity, no place and no metadata: the team wished it so. */
  sanitised: z.optional(z.literal(true)),
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
  /** The newest proceedings that followed from it, each by the hash of its kind and number: the number is not everybody’s. */
  proceedings: z.optional(z.array(z.strictObject({ proceeding: z.string(), numberHash: sha256 }))),
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
