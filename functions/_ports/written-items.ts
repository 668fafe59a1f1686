import { announcementText, type MilestoneChanged } from '../../events/announcements.ts';
import { type AnyEntry, type Content, canonicalJson, type Receipt } from '../../events/record.ts';
import {
  appointmentKey,
  casePartition,
  contentKey,
  DIRECTORY,
  DUE,
  deadlineBookKey,
  deadlineKey,
  dueShardKey,
  eventKey,
  type Family,
  headKey,
  importChunkKey,
  importKey,
  type Key,
  LISTED_CASES,
  listingKey,
  milestoneChangeKey,
  milestonesKey,
  personContentKey,
  personEventKey,
  personHeadKey,
  receiptKey,
  someoneKey,
  subjectKey,
} from './aws/table-keys.ts';
import { deadlineShardOf } from './deadline-shard.ts';
import type {
  Append,
  Appointment,
  CaseListing,
  Deadline,
  DeadlineBook,
  PersonAppend,
  RawItem,
  StoredImport,
  StoredMilestones,
  StoredSubject,
} from './ports.ts';

/** An item of the table: flat, of texts and whole numbers only. */
export type Item = Readonly<Record<string, string | number>>;

/**
 * Every item that the house writes, with its key and each of its attributes: the one place that says so. The table is written with
 * it, the double shows the same, and a record is verified against it.
 */
export type WrittenItem = Key & Item;

export const headItem = ({ case: caseId, head }: Pick<Append, 'case' | 'head'>): WrittenItem => ({
  ...headKey(caseId),
  version: head.version,
  hash: head.hash,
  state: head.state,
});

export const listingItem = (listing: CaseListing): WrittenItem => ({
  ...listingKey(listing.case),
  ocid: listing.ocid,
  instrument: listing.instrument,
  stage: listing.stage,
  condition: listing.condition,
  [DIRECTORY.partitionKey]: LISTED_CASES,
  [DIRECTORY.sortKey]: listing.openedAt,
});

/** `record` is the canonical JSON of an entry. */
export const eventItem = (caseId: string, { version, record }: { version: number; record: string }): WrittenItem => ({
  ...eventKey(caseId, version),
  record,
});

export const contentItem = (caseId: string, { version, salt, body }: Content): WrittenItem => ({
  ...contentKey(caseId, version),
  version,
  salt,
  body: canonicalJson(body),
});

export const subjectItem = (caseId: string, { id, version, state }: StoredSubject): WrittenItem => ({
  ...subjectKey(caseId, id),
  id,
  version,
  state,
});

export const receiptItem = (receipt: Receipt): WrittenItem => ({ ...receiptKey(receipt.command), ...receipt });

export const milestonesItem = ({ case: caseId, version, state }: StoredMilestones): WrittenItem => ({
  ...milestonesKey(caseId),
  case: caseId,
  version,
  state,
});

/** `announcement` is the canonical JSON of what the milestones announce of one event. */
export const milestoneChangeItem = (changed: MilestoneChanged): WrittenItem => ({
  ...milestoneChangeKey(changed.stream, changed.version),
  version: changed.version,
  announcement: announcementText(changed),
});

export const deadlineBookItem = ({ case: caseId, version, state }: DeadlineBook): WrittenItem => ({
  ...deadlineBookKey(caseId),
  case: caseId,
  version,
  state,
});

export const deadlineItem = ({ case: caseId, id, dueAt, operation, input }: Deadline): WrittenItem => ({
  ...deadlineKey(caseId, id),
  case: caseId,
  id,
  operation,
  input,
  [DUE.partitionKey]: dueShardKey(deadlineShardOf(caseId)),
  [DUE.sortKey]: dueAt,
});

/** Where somebody in a family beside the cases stands. */
export interface Place {
  readonly family: Family;
  readonly person: string;
}

export const personHeadItem = (
  { family, person }: Place,
  { head, addedAt }: Pick<PersonAppend<AnyEntry>, 'head' | 'addedAt'>,
): WrittenItem => ({
  ...personHeadKey(family, person),
  version: head.version,
  hash: head.hash,
  state: head.state,
  [DIRECTORY.partitionKey]: family.listed,
  [DIRECTORY.sortKey]: addedAt,
});

export const personEventItem = (
  { family, person }: Place,
  { version, record }: { version: number; record: string },
): WrittenItem => ({
  ...personEventKey(family, person, version),
  record,
});

export const personContentItem = ({ family, person }: Place, { version, salt, body }: Content): WrittenItem => ({
  ...personContentKey(family, person, version),
  version,
  salt,
  body: canonicalJson(body),
});

export const importItem = (started: StoredImport): WrittenItem => ({ ...importKey(started.import), ...started });

export const importChunkItem = (id: string, { chunk, results }: { chunk: number; results: string }): WrittenItem => ({
  ...importChunkKey(id, chunk),
  chunk,
  results,
});

export const appointmentItem = (appointment: Appointment): WrittenItem => ({
  ...appointmentKey(appointment.person, appointment.case),
  ...appointment,
});
export const someoneItem = (person: string): WrittenItem => ({ ...someoneKey(person), person });

/** A written item as a raw reading shows it. */
export const asRaw = ({ pk, sk, ...attributes }: WrittenItem): RawItem => ({ pk, sk, attributes });

/** Where the items of a case stand in a store: its record, its milestones or its deadlines. */
export const PARTITION = {
  record: casePartition,
  milestones: (caseId: string): string => milestonesKey(caseId).pk,
  deadlines: (caseId: string): string => deadlineBookKey(caseId).pk,
} as const;
