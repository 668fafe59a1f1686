import * as z from 'zod/mini';
import { count, instant, personId, sha256 } from '../events/shapes.ts';
import {
  ACCREDITATION_LOSSES,
  ACHIEVEMENT_CODES,
  CHECKLIST_DOCUMENTS,
  CONDITIONS,
  CONTRACT_ENDS,
  DISSOLUTION_CAUSES,
  DOCUMENT_ACCESS_RESULTS,
  INSTRUMENTS,
  LIAISON_KINDS,
  OFFICES,
  PROCESS_ENDINGS,
  REPORT_STATES,
  STAGES,
} from '../events/vocabulary.ts';
import { assessmentSchema } from './assessment/assessment-state.ts';
import { documentSchema, shelfSchema, uploadsSchema } from './documents/document-state.ts';
import { interestsSchema } from './interests/interests-state.ts';
import { partiesSchema } from './interests/parties.ts';
import { changeSchema, processSchema } from './process/process-state.ts';
import { recommendationSchema } from './recommendations/recommendation-state.ts';
import { tally } from './tally.ts';

import {
  actSchema,
  amendmentSchema,
  biddersSchema,
  breachSchema,
  departuresSchema,
  drawSchema,
  escalationSchema,
  flagSchema,
  observationSchema,
  proceedingSchema,
  questionSchema,
  reportSchema,
  tipSchema,
  visitSchema,
} from './things.ts';

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
  /** Of a case that is an example: nothing in it happened. */
  example: z.optional(z.literal(true)),
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
      /** The act of constitution, by the hash of its document, and the event that recorded it. */
      act: z.optional(z.strictObject({ documentHash: sha256, constitutedIn: z.int() })),
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
  /** Absent until the first tip. `busyUntil` is how the case keeps count of how many came lately, `filesBusyUntil` of their files. */
  tips: z.optional(z.strictObject({ unanswered: tally, busyUntil: instant, filesBusyUntil: z.optional(instant) })),
  /** Absent until the first file: how many there are, refused ones left out, and their bytes together. */
  documents: z.optional(z.strictObject({ files: count, bytes: count })),
  /** That bundles were given, up to the version `upTo`, since the case stood at `asOf`, and nothing else happened in between. */
  bundled: z.optional(z.strictObject({ asOf: z.int(), upTo: z.int() })),
  /** The event that lifted the embargoes first: the award, or the end of a process that has none. */
  embargoesLiftedIn: z.optional(z.int()),
  codings: z.strictObject({
    effectiveness: z.optional(z.array(z.enum(ACHIEVEMENT_CODES))),
    openness: z.optional(z.array(z.enum(ACHIEVEMENT_CODES))),
  }),
  /** Of a closed case: from when on it is asked whether what was achieved still stands, and whether that was asked or answered. */
  sustained: z.optional(z.strictObject({ dueAt: instant, settled: z.boolean() })),
});

/**
 * What a head holds at every limit at once, with the longest names (test/features/head-size.test.ts measures it). DynamoDB charges a
 * write by the kilobyte, and every command writes the head: a crowded case stays under 11 KB, a usual one under 3.
 */
export const HEAD_BYTES_MAX = 15_360;

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
  assessmentSchema,
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
