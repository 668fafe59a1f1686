import * as z from 'zod/mini';
import { LANGUAGES } from '../../domain/languages.ts';
import { PROCUREMENT_METHODS } from '../../domain/process/contracting-process.ts';
import { coordinates } from '../../domain/shapes.ts';
import { headSchema } from '../../domain/state.ts';
import { instant } from '../../events/shapes.ts';
import {
  ACT_KINDS,
  CHECKLIST_DOCUMENTS,
  DEPARTURE_CAUSES,
  DOCUMENT_ACCESS_RESULTS,
  ESCALATION_STATES,
  INSTRUMENTS,
  OFFICES,
  QUESTIONED,
  RED_FLAGS,
  REMEDIES,
  REPORT_STATES,
  STAGES,
  VISIT_OUTCOMES,
  VOTES,
} from '../../events/vocabulary.ts';

/** A report as a whole document, as data: the page of it says the same in words. */

/** Absent where nothing was written, or the reader may not read it. */
const written = z.optional(z.string());
const seals = z.enum(['until-award', 'embargo-extended', 'restricted']);
const party = z.strictObject({
  name: z.string(),
  identifier: z.optional(z.strictObject({ scheme: z.optional(z.string()), id: z.string() })),
});

const process = z.strictObject({
  ocid: z.string(),
  title: z.string(),
  description: written,
  procurementMethod: z.optional(z.enum(PROCUREMENT_METHODS)),
  buyer: z.optional(party),
  procuringEntity: z.optional(party),
  value: z.optional(z.strictObject({ amount: z.number(), currency: z.string() })),
  tenderPeriod: z.optional(z.strictObject({ startAt: z.optional(instant), endAt: z.optional(instant) })),
  bidders: z.array(z.strictObject({ bidder: z.string(), name: z.string(), signature: z.string() })),
  award: headSchema.shape.award,
  contract: headSchema.shape.contract,
  ending: headSchema.shape.ending,
});

const member = z.strictObject({
  person: z.string(),
  office: z.optional(z.enum(OFFICES)),
  sector: written,
  /** Signed the declaration of no conflict; and an impediment stands. */
  declared: z.boolean(),
  impeded: z.boolean(),
  left: z.optional(z.strictObject({ cause: z.enum(DEPARTURE_CAUSES), leftAt: instant })),
});

const act = z.strictObject({
  act: z.string(),
  kind: z.enum(ACT_KINDS),
  stage: z.enum(STAGES),
  heldAt: instant,
  public: z.boolean(),
  accounted: z.enum(['awaited', 'attended', 'missed', 'obstructed', 'cancelled']),
  present: z.optional(z.array(z.string())),
  citizensAdmitted: z.optional(z.boolean()),
  place: written,
  circumstances: written,
  note: written,
});

const visit = z.strictObject({
  visit: z.string(),
  plannedAt: instant,
  outcome: z.optional(z.enum(VISIT_OUTCOMES)),
  place: written,
  note: written,
});

const access = z.strictObject({
  stage: z.enum(STAGES),
  document: z.enum(CHECKLIST_DOCUMENTS),
  result: z.enum(DOCUMENT_ACCESS_RESULTS),
});

const observation = z.strictObject({
  observation: z.string(),
  stage: z.enum(STAGES),
  filedAt: instant,
  late: z.boolean(),
  /** Cited, or left out with the reason; or filed after the text was written. */
  citation: z.enum(['cited', 'left-out', 'filed-later']),
  leftOutBecause: written,
  /** Which of its versions the report cites, and whether it was corrected after the text was written. */
  version: z.int(),
  correctedSince: z.boolean(),
  /** Withdrawn by its author: its words are no part of the report, its tombstone is. */
  withdrawnAt: z.optional(instant),
  /** What kept it from the reader when the report was published, or keeps it now. */
  sealed: z.optional(z.strictObject({ seal: seals, until: z.optional(instant) })),
  content: z.optional(
    z.strictObject({
      type: z.string(),
      title: z.string(),
      narrative: z.string(),
      language: written,
      observedAt: written,
      place: written,
      coordinates: z.optional(coordinates),
      category: written,
      categoryText: written,
      severity: written,
      legalBasis: z.array(z.string()),
      noLegalBasisReason: written,
      documentHashes: z.array(z.string()),
      /** The hash by which the record commits to these words. */
      contentHash: z.string(),
    }),
  ),
  notifiedAt: z.optional(instant),
  reply: written,
  replyLapsed: z.optional(z.boolean()),
  remedy: z.optional(z.enum(REMEDIES)),
  escalations: z.array(z.string()),
});

const question = z.strictObject({
  question: z.string(),
  to: z.enum(QUESTIONED),
  askedAt: instant,
  answeredAt: z.optional(instant),
  late: z.optional(z.boolean()),
  overdue: z.boolean(),
  asks: written,
  answer: written,
});

const escalation = z.strictObject({
  escalation: z.string(),
  controlAuthority: z.string(),
  tier: z.int(),
  state: z.enum(ESCALATION_STATES),
  sentAt: instant,
  lapsed: z.boolean(),
  outcome: written,
  /** Those that the reader may read. */
  findings: z.array(z.string()),
  letter: written,
  answer: written,
});

const flag = z.strictObject({
  flag: z.string(),
  code: z.enum(RED_FLAGS),
  title: z.string(),
  answer: z.optional(z.enum(['dismissed', 'turned-into-finding'])),
  observation: written,
  reason: written,
});

const amendment = z.strictObject({
  amendment: z.string(),
  amendedAt: instant,
  change: written,
  conclusion: written,
});

const recommendation = z.strictObject({
  /** The thing of the case that it became with the publication. */
  recommendation: z.optional(z.string()),
  number: z.int(),
  to: z.string(),
  recommends: z.string(),
  dueAt: instant,
});

const adoption = z.strictObject({
  signedBy: z.array(z.string()),
  votes: z.array(z.strictObject({ person: z.string(), vote: z.enum(VOTES) })),
  dissents: z.array(z.strictObject({ person: z.string(), opinion: written })),
  adoptedAt: z.optional(instant),
});

const words = z.strictObject({ text: z.string() });

/** What a report consists of, in the order in which it is read. */
export const SECTION_ITEMS = {
  summary: words,
  process,
  team: member,
  acts: act,
  visits: visit,
  'document-access': access,
  observations: observation,
  dialogue: question,
  escalations: escalation,
  flags: flag,
  amendments: amendment,
  conclusion: words,
  recommendations: recommendation,
  'no-recommendations': words,
  comments: z.strictObject({ sentForReplyAt: instant, comments: written }),
  adoption,
} as const;
export type SectionName = keyof typeof SECTION_ITEMS;
export type ItemOf<K extends SectionName> = z.infer<(typeof SECTION_ITEMS)[K]>;

const isSection = (name: string): name is SectionName => Object.hasOwn(SECTION_ITEMS, name);
export const SECTIONS: readonly SectionName[] = Object.keys(SECTION_ITEMS).filter(isSection);

/** One item of a section. */
export type Block = { readonly [K in SectionName]: { readonly section: K; readonly item: ItemOf<K> } }[SectionName];

const sectionOf = <K extends SectionName>(section: K) =>
  z.strictObject({ section: z.literal(section), title: z.string(), items: z.array(SECTION_ITEMS[section]) });

export const reportFrame = z.strictObject({
  case: z.string(),
  report: z.string(),
  ocid: z.string(),
  title: z.string(),
  instrument: z.enum(INSTRUMENTS),
  profile: z.strictObject({ id: z.string(), version: z.int() }),
  zone: z.string(),
  /** Of an example: nothing in it happened. */
  example: z.optional(z.literal(true)),
  stage: z.enum(STAGES),
  state: z.enum(REPORT_STATES),
  /** A draft may still change; only what is published stands. */
  draft: z.boolean(),
  publishedAt: z.optional(instant),
  /** Of a final report: until when it has to be public, and whether it was, or is, late. */
  publicationDueAt: z.optional(instant),
  late: z.boolean(),
  dissent: z.boolean(),
  /** In which language the team wrote it. */
  writtenIn: written,
  /** The record up to this event is what the document was composed from: its hash commits to all of it. */
  asOf: z.strictObject({ event: z.string(), recordedAt: instant, hash: z.string() }),
  /** The event that holds the text, and the hash by which it commits to it. */
  text: z.strictObject({ event: z.string(), contentHash: z.string() }),
  /** Where anybody can check both. */
  verify: z.strictObject({ events: z.string(), text: z.string() }),
});
export type ReportFrame = z.infer<typeof reportFrame>;

export const reportDocument = z.strictObject({
  ...reportFrame.shape,
  language: z.enum(LANGUAGES),
  /** Which part of the document this is: the next one follows by the link, where there is one. */
  part: z.int(),
  sections: z.array(
    z.discriminatedUnion('section', [
      sectionOf('summary'),
      sectionOf('process'),
      sectionOf('team'),
      sectionOf('acts'),
      sectionOf('visits'),
      sectionOf('document-access'),
      sectionOf('observations'),
      sectionOf('dialogue'),
      sectionOf('escalations'),
      sectionOf('flags'),
      sectionOf('amendments'),
      sectionOf('conclusion'),
      sectionOf('recommendations'),
      sectionOf('no-recommendations'),
      sectionOf('comments'),
      sectionOf('adoption'),
    ]),
  ),
});
