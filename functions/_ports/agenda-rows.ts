import * as z from 'zod/mini';
import { instant } from '../../events/shapes.ts';
import {
  AGENDA_STANDINGS,
  AGENDA_WRITES_MAX,
  type AgendaBook,
  type AgendaList,
  type AgendaRow,
  type AgendaRowChange,
  type AgendaSave,
  type Membership,
} from './agenda-ports.ts';
import type { Key } from './aws/table-keys.ts';
import { deadlineShardOf } from './deadline-shard.ts';
import { BadItem } from './ports.ts';
import type { Item, WrittenItem } from './written-items.ts';

/**
 * Where the agenda stands in the table. Each item has a row of its own in the partition of its case, and a copy in every list that it
 * stands in: a list is one partition in the order of time, so that a page of it costs a page, however long it is.
 */
const ofCase = (caseId: string): string => `AGENDA#CASE#${caseId}`;
const ofPerson = (person: string): string => `AGENDA#PERSON#${person}`;
const ofShard = (shard: number): string => `AGENDA#ALL#${shard}`;
const toRemind = (shard: number): string => `AGENDA#REMIND#${shard}`;
const LIST = 'LIST#';
const CASE = 'CASE#';
export const PEOPLE_KEY = 'AGENDA#PEOPLE';
const PERSON = 'PERSON#';

export const agendaBookKey = (caseId: string): Key => ({ pk: ofCase(caseId), sk: 'BOOK' });
export const agendaRowKey = (caseId: string, id: string): Key => ({ pk: ofCase(caseId), sk: `ITEM#${id}` });

export const partitionOf = (list: AgendaList): string => {
  switch (list.of) {
    case 'all':
      return ofShard(list.shard);
    case 'case':
      return ofCase(list.case);
    case 'person':
      return ofPerson(list.person);
  }
};

/** Greater than every character that a place can hold. */
const LAST = '~';

/** A stretch of a list: both ends included. */
export const stretchOf = (request: {
  standing: 'open' | 'running' | 'over';
  since?: string;
  until?: string;
}): { first: string; last: string } => {
  if (request.standing === 'open') return { first: `${LIST}running#`, last: `${LIST}still#${LAST}` };
  const { standing, since = '', until } = request;
  return { first: `${LIST}${standing}#${since}`, last: `${LIST}${standing}#${until ?? ''}${LAST}` };
};

export const reminderPartition = toRemind;
export const reminderStretch = (until: string) => ({ first: LIST, last: `${LIST}${until}${LAST}` });
export const membershipPartition = ofPerson;
export const MEMBERSHIPS = { first: CASE, last: `${CASE}${LAST}` };
export const PEOPLE = { first: PERSON, last: `${PERSON}${LAST}` };

const placeOf = ({ standing, at, case: caseId, id }: AgendaRow): string => `${LIST}${standing}#${at}#${caseId}#${id}`;
const reminderPlace = (at: string, { case: caseId, id }: AgendaRow): string => `${LIST}${at}#${caseId}#${id}`;

const attributesOf = ({ persons, remindAt, ...row }: AgendaRow): Item => ({
  ...row,
  persons: persons.join(' '),
  ...(remindAt === undefined ? {} : { remindAt }),
});

const listsOf = (row: AgendaRow): readonly Key[] => {
  const sk = placeOf(row);
  const shard = deadlineShardOf(row.case);
  const partitions = [ofCase(row.case), ofShard(shard), ...row.persons.map(ofPerson)];
  const reminder =
    row.remindAt === undefined || row.standing !== 'running'
      ? []
      : [{ pk: toRemind(shard), sk: reminderPlace(row.remindAt, row) }];
  return [...partitions.map((pk) => ({ pk, sk })), ...reminder];
};

export const agendaBookItem = (book: AgendaBook): WrittenItem => ({ ...agendaBookKey(book.case), ...book });
export const agendaRowItem = (row: AgendaRow): WrittenItem => ({
  ...agendaRowKey(row.case, row.id),
  ...attributesOf(row),
});

/** Everything that a change writes besides the item’s own row: its copies in lists, and those that go. */
export interface ListWrites {
  readonly put: readonly WrittenItem[];
  readonly removed: readonly Key[];
}

const keyText = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);

export const listWrites = ({ before, after, withdrawn }: AgendaRowChange): ListWrites => {
  const put = [
    ...listsOf(after).map((key) => ({ ...key, ...attributesOf(after) })),
    ...withdrawn.map(({ person, row }) => ({ pk: ofPerson(person), sk: placeOf(row), ...attributesOf(row) })),
  ];
  const kept = new Set(put.map(keyText));
  const removed = before === undefined ? [] : listsOf(before).filter((key) => !kept.has(keyText(key)));
  return { put, removed };
};

export const membershipWrites = (membership: Membership): ListWrites => {
  const key = { pk: ofPerson(membership.person), sk: `${CASE}${membership.case}` };
  if (membership.standing === 'left') return { put: [], removed: [key] };
  const person = { pk: PEOPLE_KEY, sk: `${PERSON}${membership.person}`, person: membership.person };
  return { put: [{ ...key, ...membership }, person], removed: [] };
};

/** How many writes a change takes. */
export const writesOf = (change: AgendaRowChange): number => {
  const { put, removed } = listWrites(change);
  return 1 + put.length + removed.length;
};

/** Throws for more than one transaction takes: a bug. */
export const assertAgendaSave = ({ book, changes, memberships }: AgendaSave): void => {
  const ofMemberships = memberships.map(membershipWrites).flatMap(({ put, removed }) => [...put, ...removed]);
  const writes = changes.reduce(
    (sum, change) => sum + writesOf(change),
    ofMemberships.length + (book === undefined ? 0 : 1),
  );
  if (writes > AGENDA_WRITES_MAX) throw new Error(`${writes} writes of the agenda are too many for one transaction.`);
};

const version = z.int().check(z.positive());
const row = z.object({
  case: z.string(),
  id: z.string(),
  version,
  standing: z.enum(AGENDA_STANDINGS),
  at: instant,
  persons: z.string(),
  remindAt: z.optional(instant),
  item: z.string(),
});
const book = z.object({ case: z.string(), version, state: z.string() });
const membership = z.object({ case: z.string(), person: z.string(), standing: z.enum(['proposed', 'accepted']) });
const someone = z.object({ person: z.string() });

const checked = <T>(schema: z.ZodMiniType<T>, item: Item): T => {
  const { data } = schema.safeParse(item);
  if (data === undefined)
    throw new BadItem(`The item at ${item['sk']} of ${item['pk']} is not what the house writes there.`);
  return data;
};

/** The same for whoever works through many and goes on: undefined for what is no item of the agenda. */
export const readableRow = (item: Item): AgendaRow | undefined =>
  row.safeParse(item).success ? readAgendaRow(item) : undefined;

/** What is read is checked again. Throws `BadItem`. */
export const readAgendaRow = (item: Item): AgendaRow => {
  const { persons, remindAt, ...rest } = checked(row, item);
  return {
    ...rest,
    persons: persons === '' ? [] : persons.split(' '),
    ...(remindAt === undefined ? {} : { remindAt }),
  };
};
export const readAgendaBook = (item: Item): AgendaBook => checked(book, item);
export const readMembership = (item: Item): Membership => checked(membership, item);
export const readPerson = (item: Item): string => checked(someone, item).person;
