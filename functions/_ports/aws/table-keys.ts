/**
 * Where everything stands in the one table. The keys are the only thing here that decides how the system scales: a case has a
 * partition of its own, a receipt too, and the deadlines of a case keep to theirs.
 */

export const TABLE = { partitionKey: 'pk', sortKey: 'sk', streamView: 'NEW_IMAGE' } as const;

/** The directory of cases, newest first. Only listings, and the heads of families beside the cases, carry `listed`. */
export const DIRECTORY = {
  index: 'directory',
  partitionKey: 'listed',
  sortKey: 'openedAt',
  projected: ['ocid', 'instrument', 'stage', 'condition'],
} as const;

/** The deadlines that run, earliest first, in `DEADLINE_SHARDS` partitions. Only deadlines carry `dueShard`. */
export const DUE = { index: 'due', partitionKey: 'dueShard', sortKey: 'dueAt' } as const;

export const LISTED_CASES = 'CASES';

const VERSION_DIGITS = 9;
const NUMBER_DIGITS = 6;
const CASE = 'CASE#';
const MILESTONES = 'MILESTONES#';
const CHANGE = 'CHANGE#';
const EVENT = 'EVENT#';
const CONTENT = 'CONTENT#';
const SUBJECT = 'SUBJECT#';
const IMPORT = 'IMPORT#';
const PERSON = 'PERSON#';
const HEAD = 'HEAD';
const LISTING = 'LISTING';
/** The sort key of a receipt, which has a partition of its own. */
export const RECEIPT = 'RECEIPT';

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** A stretch of sort keys, both ends included. */
export interface Stretch {
  readonly first: string;
  readonly last: string;
}

const padded = (version: number): string => {
  if (!Number.isSafeInteger(version) || version < 0) throw new Error('A version is a whole number from 0.');
  return String(version).padStart(VERSION_DIGITS, '0');
};

export const casePartition = (caseId: string): string => `${CASE}${caseId}`;
export const caseOfPartition = (pk: string): string => pk.slice(CASE.length);

export const headKey = (caseId: string): Key => ({ pk: casePartition(caseId), sk: HEAD });
/** Where a case is entered in the directory. Apart from its head, which every command writes: lists change with the stage. */
export const listingKey = (caseId: string): Key => ({ pk: casePartition(caseId), sk: LISTING });
export const milestonesKey = (caseId: string): Key => ({ pk: `${MILESTONES}${caseId}`, sk: 'MILESTONES' });
/** What the milestones of a case announce of one of its events. */
export const milestoneChangeKey = (caseId: string, version: number): Key => ({
  pk: `${MILESTONES}${caseId}`,
  sk: `${CHANGE}${padded(version)}`,
});
export const eventKey = (caseId: string, version: number): Key => ({
  pk: casePartition(caseId),
  sk: `${EVENT}${padded(version)}`,
});
export const contentKey = (caseId: string, version: number): Key => ({
  pk: casePartition(caseId),
  sk: `${CONTENT}${padded(version)}`,
});
export const receiptKey = (command: string): Key => ({ pk: `${RECEIPT}#${command}`, sk: RECEIPT });
export const deadlineBookKey = (caseId: string): Key => ({ pk: `DEADLINE#${caseId}`, sk: 'BOOK' });
export const deadlineKey = (caseId: string, id: string): Key => ({ pk: `DEADLINE#${caseId}`, sk: `TERM#${id}` });
export const dueShardKey = (shard: number): string => `DUE#${shard}`;

/**
 * A family of streams beside the cases, one for each person. It stands in the same directory as the cases, in a partition of its own
 * that is called like the family, by when somebody was added.
 */
export interface Family {
  readonly listed: 'ROSTER' | 'ACCESS';
  /** What the names of its streams begin with: no case is called so. */
  readonly streams: 'roster:' | 'person:';
}
/** Who can be appointed. */
export const ROSTER: Family = { listed: 'ROSTER', streams: 'roster:' };
/** Who may sign in, and in which roles. */
export const ACCESS: Family = { listed: 'ACCESS', streams: 'person:' };

/** Somebody in a family has a partition of their own, with the same places in it as a case. */
export const personPartition = ({ listed }: Family, person: string): string => `${listed}#${person}`;
export const personOfPartition = ({ listed }: Family, pk: string): string => pk.slice(`${listed}#`.length);
export const personHeadKey = (family: Family, person: string): Key => ({
  pk: personPartition(family, person),
  sk: HEAD,
});
export const personEventKey = (family: Family, person: string, version: number): Key => ({
  pk: personPartition(family, person),
  sk: `${EVENT}${padded(version)}`,
});
export const personContentKey = (family: Family, person: string, version: number): Key => ({
  pk: personPartition(family, person),
  sk: `${CONTENT}${padded(version)}`,
});

/** What became of the rows of an imported table, in chunks. */
export const importKey = (id: string): Key => ({ pk: `${IMPORT}${id}`, sk: HEAD });
export const importChunkKey = (id: string, chunk: number): Key => ({
  pk: `${IMPORT}${id}`,
  sk: `CHUNK#${padded(chunk)}`,
});

/** The cases of a person, whoever opened them. */
export const appointmentsPartition = (person: string): string => `${PERSON}${person}`;
export const appointmentKey = (person: string, caseId: string): Key => ({
  pk: appointmentsPartition(person),
  sk: casePartition(caseId),
});

/** Everybody who was ever proposed for a team. */
export const PEOPLE_PARTITION = 'PEOPLE';
export const someoneKey = (person: string): Key => ({ pk: PEOPLE_PARTITION, sk: `${PERSON}${person}` });

/** Whether a sort key is that of an event: what leaves the house by the table’s stream. */
export const isEventSortKey = (sk: string): boolean => sk.startsWith(EVENT);

/** Whether an item is an announcement of the milestones: it leaves the house by the same way as events. */
export const isAnnouncementKey = ({ pk, sk }: Key): boolean => pk.startsWith(MILESTONES) && sk.startsWith(CHANGE);

/** The events after a version. */
export const eventsAfter = (version: number): Stretch => ({
  first: `${EVENT}${padded(version + 1)}`,
  last: `${EVENT}${'9'.repeat(VERSION_DIGITS)}`,
});

const NUMBERED = new RegExp(`^([^=].*)-([1-9]\\d{0,${NUMBER_DIGITS - 1}})$`);

/**
 * Where a thing of a case stands. Numbered ids (`observation-12`) have their number padded, so that the table keeps them in the
 * order of their numbers; any other id stands apart, where it cannot be taken for a numbered one.
 */
export const subjectKey = (caseId: string, id: string): Key => {
  const [, kind, number] = NUMBERED.exec(id) ?? [];
  const place =
    kind === undefined || number === undefined ? `=${id}` : `${kind}-${number.padStart(NUMBER_DIGITS, '0')}`;
  return { pk: casePartition(caseId), sk: `${SUBJECT}${place}` };
};

/** The numbered things of one kind. */
export const subjectsOf = (kind: string): Stretch => ({
  first: `${SUBJECT}${kind}-${'0'.repeat(NUMBER_DIGITS)}`,
  last: `${SUBJECT}${kind}-${'9'.repeat(NUMBER_DIGITS)}`,
});
