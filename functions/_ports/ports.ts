import type { MilestoneChanged } from '../../events/announcements.ts';
import type { AnyEntry, Content, PersonEntry, Receipt, RecordEntry, RosterEntry } from '../../events/record.ts';
import type { Instant } from '../../events/shapes.ts';
import type { Role } from '../../events/vocabulary.ts';
import type { LogMessage } from './log-messages.ts';

/** The time, as the record states it. The only way for the house to learn what time it is. */
export interface Clock {
  now(): Instant;
}

/** Randomness: only for salts of content commitments. Nothing is decided by it. */
export interface Entropy {
  /** 128 bits, as 32 lower-case hexadecimal digits. */
  salt(): string;
}

/** The head of a case as the table keeps it: the folded state and where the chain stands. */
export interface StoredHead {
  readonly version: number;
  readonly hash: string;
  /** JSON of the folded state. */
  readonly state: string;
}

/** One thing of a case (an act, an observation): its folded state and the version of the event that last changed it. */
export interface StoredSubject {
  readonly id: string;
  readonly version: number;
  /** JSON of the folded state. */
  readonly state: string;
}

/** What one command must know, read in one consistent request. */
export interface CaseReading {
  readonly head: StoredHead | undefined;
  /** True of a head of before cases had an entry of their own in the directory: the next command makes one. */
  readonly listsItself?: boolean;
  readonly subjects: ReadonlyMap<string, StoredSubject>;
  readonly receipt: Receipt | undefined;
}

/** What one command writes: all of it in one transaction, or nothing. */
export interface Append {
  readonly case: string;
  /** The version that the decision was taken on (0: the case did not exist). */
  readonly expectedVersion: number;
  /** Versions of the subjects that the decision was taken on; undefined: it did not exist. */
  readonly expectedSubjects: ReadonlyMap<string, number | undefined>;
  readonly head: StoredHead;
  /** How the case is found in lists; absent where that has not changed. */
  readonly listing?: CaseListing;
  readonly entries: readonly RecordEntry[];
  readonly contents: readonly Content[];
  readonly subjects: readonly StoredSubject[];
  readonly receipt: Receipt;
}

export interface CaseListing {
  readonly case: string;
  readonly ocid: string;
  readonly instrument: string;
  readonly stage: string;
  readonly condition: string;
  readonly openedAt: Instant;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page begins; absent on the last one. Opaque to whoever holds it. */
  readonly next?: string;
}

/** An item as it stands in the table, whoever put it there. */
export interface RawItem {
  readonly pk: string;
  readonly sk: string;
  /** Null is a value of a kind that the house never writes. */
  readonly attributes: Readonly<Record<string, string | number | null>>;
}

/** A store whose items can be read unparsed and whole: only for the verification of the record. */
export interface RawItems {
  /** Everything that stands where this store keeps a case, in the order of the sort keys, also what no hand of ours put there. */
  rawItems(request: { case: string; from?: string; limit: number }): Promise<Page<RawItem>>;
}

/** The record: an append-only stream of events for each case, its head, its things and its contents. */
export interface CaseStore extends RawItems {
  read(request: { case: string; subjects: readonly string[]; command?: string }): Promise<CaseReading>;
  /** False when somebody else wrote first: nothing was written. Throws `OutsideFailure` when the table cannot be reached. */
  append(append: Append): Promise<boolean>;
  /** Events after `after`, in order of version. */
  entries(request: { case: string; after: number; limit: number }): Promise<Page<RecordEntry>>;
  /** Contents by version of the event that commits to them; a missing one is left out. */
  contents(request: { case: string; versions: readonly number[] }): Promise<ReadonlyMap<number, Content>>;
  /** Things of one kind (`act`, `observation`), in the order of their numbers. */
  subjects(request: { case: string; kind: string; from?: string; limit: number }): Promise<Page<StoredSubject>>;
  receipts(commands: readonly string[]): Promise<ReadonlyMap<string, Receipt>>;
  /** Receipts exactly as they stand: for the verification of the record. A missing one is left out. */
  rawReceipts(commands: readonly string[]): Promise<readonly RawItem[]>;
  /** Cases, newest first. */
  list(request: { from?: string; limit: number }): Promise<Page<CaseListing>>;
}

/** What a command on somebody beside the cases must know, read in one consistent request. */
export interface PersonReading {
  readonly head: StoredHead | undefined;
  readonly receipt: Receipt | undefined;
  /** The head of `by`, where it was asked for and is there. */
  readonly by?: StoredHead;
}

/** What a command on somebody beside the cases writes: all of it in one transaction, or nothing. */
export interface PersonAppend<Entry extends AnyEntry> {
  readonly person: string;
  /** The version that the decision was taken on (0: there was no entry). */
  readonly expectedVersion: number;
  readonly head: StoredHead;
  readonly addedAt: Instant;
  readonly entries: readonly Entry[];
  readonly contents: readonly Content[];
  readonly receipt: Receipt;
  /** Somebody else whose head the decision was taken on: it must still have this version (0: there is none). */
  readonly by?: { readonly person: string; readonly version: number };
}

/** A stream for each person of a family, under the pseudonymous id, with its head and its contents. */
export interface PersonStore<Entry extends AnyEntry> {
  read(request: { person: string; command?: string; by?: string }): Promise<PersonReading>;
  /** Heads of several people in one consistent request, at most `PERSON_HEADS_MAX`; a missing one is left out. */
  heads(persons: readonly string[]): Promise<ReadonlyMap<string, StoredHead>>;
  /** False when somebody else wrote first: nothing was written. */
  append(append: PersonAppend<Entry>): Promise<boolean>;
  /** Events after `after`, in order of version. */
  entries(request: { person: string; after: number; limit: number }): Promise<Page<Entry>>;
  /** Contents by version of the event that commits to them, at most `PERSON_HEADS_MAX`; a missing one is left out. */
  contents(request: { person: string; versions: readonly number[] }): Promise<ReadonlyMap<number, Content>>;
  /** Who is in the family, newest first: the ids. */
  list(request: { from?: string; limit: number }): Promise<Page<string>>;
  /** Everything that stands where somebody is kept, unparsed: for verification. */
  rawItems(request: { person: string; from?: string; limit: number }): Promise<Page<RawItem>>;
  rawReceipts(commands: readonly string[]): Promise<readonly RawItem[]>;
}

/** Heads of people that are read at once. */
export const PERSON_HEADS_MAX = 100;

/** The roster: who can be appointed. */
export type RosterStore = PersonStore<RosterEntry>;

/** Who may sign in, and in which roles. */
export type PeopleStore = PersonStore<PersonEntry>;

/** An import of the roster: who sent which file, and how many rows it has. */
export interface StoredImport {
  readonly import: string;
  readonly by: string;
  /** SHA-256 of the file: the same key with another file is another import. */
  readonly fileHash: string;
  readonly rows: number;
  readonly startedAt: Instant;
}

/** Where an import keeps what became of each row, in chunks that are written once and never again. */
export interface ImportStore {
  read(id: string): Promise<StoredImport | undefined>;
  /** False when there is one already: nothing was written. */
  begin(started: StoredImport): Promise<boolean>;
  /** JSON of the results of each chunk, from 0 on, as far as they are written. */
  chunks(request: { import: string; first: number; limit: number }): Promise<readonly string[]>;
  /** False when the chunk stands already: nothing was written. */
  saveChunk(chunk: { import: string; chunk: number; results: string }): Promise<boolean>;
}

/** That somebody stands in the team of a case, or stood in it, as of an event of that case. */
export interface Appointment {
  readonly person: string;
  readonly case: string;
  /** The event of the case that last said so. */
  readonly version: number;
  readonly standing: 'proposed' | 'accepted' | 'left';
}

/** The cases of each person: told by the events of cases, in any order. */
export interface AppointmentStore {
  /** False when what is kept is as new or newer: the appointment stays as it was. */
  save(appointment: Appointment): Promise<boolean>;
  /** The cases of a person, those that they left among them, by case. */
  of(request: { person: string; from?: string; limit: number }): Promise<Page<Appointment>>;
  /** Everybody who was ever proposed for a team, in the order of their ids. */
  people(request: { from?: string; limit: number }): Promise<Page<string>>;
}

/** One page of the milestones’ projection: what the case’s events prove, folded up to `version`. */
export interface StoredMilestones {
  readonly case: string;
  readonly version: number;
  /** JSON of the folded milestones. */
  readonly state: string;
}

/** Announcements in one transaction with the milestones: DynamoDB takes 100 items. */
export const MILESTONE_CHANGES_MAX = 99;

export interface MilestoneStore extends RawItems {
  milestones(caseId: string): Promise<StoredMilestones | undefined>;
  /**
   * Writes them together with what they announce of each event, at most `MILESTONE_CHANGES_MAX`, in one transaction. False when another
   * projector was faster: nothing was written. `expectedVersion` 0: none existed.
   */
  saveMilestones(
    milestones: StoredMilestones,
    expectedVersion: number,
    changed?: readonly MilestoneChanged[],
  ): Promise<boolean>;
  /** What the milestones announced of an event; undefined where it changed none. */
  change(request: { case: string; version: number }): Promise<MilestoneChanged | undefined>;
}

/** A term that runs: when it is due, and the command that says so in the record when nobody acted before. */
export interface Deadline {
  readonly case: string;
  /** `escalation-1:answer`: unique in the case. */
  readonly id: string;
  readonly dueAt: Instant;
  /** What the sweep asks of the case: the name of a command and its input as JSON. */
  readonly operation: string;
  readonly input: string;
}

/** What the scheduler of deadlines knows of a case, so that duplicates and disorder change nothing. */
export interface DeadlineBook {
  readonly case: string;
  /** The last event that the book has seen. */
  readonly version: number;
  /** JSON of what the rule of deadlines folded. */
  readonly state: string;
}

export interface DeadlineStore extends RawItems {
  book(caseId: string): Promise<DeadlineBook | undefined>;
  /**
   * Writes the book and what changed in its deadlines in one transaction, at most `DEADLINE_CHANGES_MAX` changes.
   * False when another was faster: nothing was written.
   */
  saveBook(change: {
    book: DeadlineBook;
    expectedVersion: number;
    put: readonly Deadline[];
    removed: readonly string[];
  }): Promise<boolean>;
  /** Moves a deadline from the instant at which it was seen; nothing happens when it is gone, or due at another instant by now. */
  postpone(request: SeenDeadline & { dueAt: Instant }): Promise<void>;
  /** Takes a deadline away that the case itself says is settled; nothing happens when it is gone, or due at another instant by now. */
  remove(request: SeenDeadline): Promise<void>;
  /** Deadlines due at `until` or before in one of the `DEADLINE_SHARDS` shards, earliest first. */
  due(request: { shard: number; until: Instant; from?: string; limit: number }): Promise<DuePage>;
}

/** A deadline as somebody saw it: the same id may have begun anew since, and is then another deadline. */
export interface SeenDeadline {
  readonly case: string;
  readonly id: string;
  readonly seenDueAt: Instant;
}

/** A page of what is due. An item among it that nobody can read must not keep the others waiting: it is named and left. */
export interface DuePage extends Page<Deadline> {
  readonly unreadable: readonly { readonly pk: string; readonly sk: string }[];
}

/** How many partitions the index of due deadlines has; a case keeps to one of them. */
export const DEADLINE_SHARDS = 4;

/** Deadlines put and removed in one transaction with their book. */
export const DEADLINE_CHANGES_MAX = 90;

/** What leaves the house: what is recorded, and what the milestones announce. */
export type Outgoing = AnyEntry | MilestoneChanged;

/** Where recorded events go out. At least once, in any order: the consumers know. Throws when the bus did not take them all. */
export interface EventBus {
  publish(entries: readonly Outgoing[]): Promise<void>;
}

/** Who calls, as a verified token says. */
export interface Caller {
  readonly person: string;
  readonly roles: readonly Role[];
}

export interface Identity {
  /** Undefined for every token that is not valid now, whatever the reason. */
  verify(token: string): Promise<Caller | undefined>;
}

/** The one way to say something to the operators: a message of the registry with ids and words, never what people wrote. */
export interface Log {
  say(message: LogMessage, facts?: Readonly<Record<string, string | number>>): void;
}

/** Everything outside failed us: the caller may try again. Carries no text of the request. */
export class OutsideFailure extends Error {
  override readonly name = 'OutsideFailure';
}

/** An item of the table that is not what the house writes there: another hand than ours wrote it. Names the item, never what it holds. */
export class BadItem extends Error {
  override readonly name = 'BadItem';
}

/** A page’s cursor that this deployment did not give out, or that belongs to another list: the caller’s mistake, never a failure. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
}
