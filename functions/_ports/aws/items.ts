import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { type MilestoneChanged, parseAnnouncement } from '../../../events/announcements.ts';
import { type AnyEntry, type Content, parseEntry, type Receipt, type RecordEntry } from '../../../events/record.ts';
import { instant, type JsonObject, sha256 } from '../../../events/shapes.ts';
import {
  type Appointment,
  BadItem,
  type CaseListing,
  type Deadline,
  type DeadlineBook,
  type RawItem,
  type StoredHead,
  type StoredImport,
  type StoredMilestones,
  type StoredSubject,
} from '../ports.ts';
import { storedDeadline } from '../stored-deadline.ts';
import type { Item } from '../written-items.ts';
import {
  appointmentKey,
  caseOfPartition,
  contentKey,
  deadlineKey,
  eventKey,
  type Family,
  importKey,
  type Key,
  milestoneChangeKey,
  personContentKey,
  personEventKey,
  personHeadKey,
  personOfPartition,
  RECEIPT,
  receiptKey,
  someoneKey,
  subjectKey,
} from './table-keys.ts';

export type WireItem = Record<string, AttributeValue>;

/**
 * Every attribute of a request is work for whoever writes, carries and stores it, more than its bytes are: so the few short facts of a
 * receipt, of which the table itself looks at none, stand in one.
 */
export const toWire = (item: Item): WireItem => {
  const { pk, sk, ...facts } = item;
  if (sk === RECEIPT) return { ...keyToWire({ pk: String(pk), sk }), [PACKED]: packed(facts) };
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, valueToWire(value)]));
};

const PACKED = 'facts';
const packed = (facts: Item): AttributeValue => ({ S: JSON.stringify(facts) });
const valueToWire = (value: string | number): AttributeValue =>
  typeof value === 'number' ? { N: String(value) } : { S: value };

/** What stands packed in an item that holds nothing else; undefined in any other, and in what another hand packed. */
const unpacked = ({ pk: _, sk: __, [PACKED]: facts, ...others }: WireItem): Item | undefined => {
  if (facts?.S === undefined || Object.keys(others).length > 0) return undefined;
  return packedFacts.safeParse(parsedJson(facts.S)).data;
};

const packedFacts = z.record(z.string(), z.union([z.string(), z.number()]));

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // It is no JSON, so it is not what we packed: the schema of the item says what is missing.
    return undefined;
  }
};

export const keyToWire = ({ pk, sk }: Key): WireItem => ({ pk: { S: pk }, sk: { S: sk } });

/** Attributes of a kind that we never write are left out: the schema of the item then says what is missing. */
export const fromWire = (wire: WireItem): Item => {
  const facts = unpacked(wire);
  if (facts !== undefined) return { ...facts, pk: wire['pk']?.S ?? '', sk: wire['sk']?.S ?? '' };
  const known = Object.entries(wire).flatMap(([name, value]): [string, string | number][] => {
    if (value.S !== undefined) return [[name, value.S]];
    return value.N === undefined ? [] : [[name, Number(value.N)]];
  });
  return Object.fromEntries(known);
};

/** Every attribute as it stands; null where it is of a kind, or a number of a form, that we never write. */
export const rawFromWire = (wire: WireItem): RawItem => {
  const { pk, sk, ...attributes } = wire;
  return {
    pk: pk?.S ?? '',
    sk: sk?.S ?? '',
    attributes:
      unpacked(wire) ?? Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, rawValue(value)])),
  };
};

const rawValue = ({ S, N }: AttributeValue): string | number | null => {
  if (S !== undefined) return S;
  return N !== undefined && String(Number(N)) === N ? Number(N) : null;
};

const version = z.int().check(z.positive());
const key = { pk: z.string(), sk: z.string() };
const head = z.object({ version, hash: sha256, state: z.string() });
const event = z.object({ record: z.string() });
const subject = z.object({ id: z.string(), version, state: z.string() });
const content = z.object({ version, salt: z.string(), body: z.string() });
const receipt = z.object({
  command: z.string(),
  case: z.string(),
  salt: z.string(),
  requestHash: z.string(),
  first: version,
  last: version,
});
const listing = z.object({
  ...key,
  ocid: z.string(),
  instrument: z.string(),
  stage: z.string(),
  condition: z.string(),
  openedAt: instant,
});
const milestones = z.object({ case: z.string(), version, state: z.string() });
const milestoneChange = z.object({ announcement: z.string() });
const deadlineBook = z.object({ case: z.string(), version, state: z.string() });

const startedImport = z.object({
  import: z.string(),
  by: z.string(),
  fileHash: sha256,
  rows: z.int(),
  startedAt: instant,
});
const importChunk = z.object({ results: z.string() });
const appointment = z.object({
  person: z.string(),
  case: z.string(),
  version,
  standing: z.enum(['proposed', 'accepted', 'left']),
});

const someone = z.object({ person: z.string() });

const badItem = ({ pk, sk }: Item): BadItem =>
  new BadItem(`The item at ${sk} of ${pk} is not what the house writes there.`);

/** What is read is checked again. Throws `BadItem`: an item that breaks its schema was written by another hand than ours. */
const checked = <T>(schema: z.ZodMiniType<T>, item: Item): T => {
  const result = schema.safeParse(item);
  if (!result.success) throw badItem(item);
  return result.data;
};

/** An item must stand where the house puts what it says it is: else a copy or an exchange of items would be believed. */
const inPlace = <T>(item: Item, read: { value: T; key: Key }): T => {
  if (item['pk'] !== read.key.pk || item['sk'] !== read.key.sk) throw badItem(item);
  return read.value;
};

const caseOf = (item: Item): string => caseOfPartition(String(item['pk']));

export const readHead = (item: Item): StoredHead => checked(head, item);
export const readMilestones = (item: Item): StoredMilestones => checked(milestones, item);
export const readMilestoneChange = (item: Item): MilestoneChanged => {
  const { announcement } = checked(milestoneChange, item);
  const value = parsed(item, () => parseAnnouncement(announcement));
  return inPlace(item, { value, key: milestoneChangeKey(value.stream, value.version) });
};
export const readDeadlineBook = (item: Item): DeadlineBook => checked(deadlineBook, item);

/** A deadline, in the place where it says that it stands; undefined for any other item: whoever works through many goes on. */
export const readDeadline = (item: Item): Deadline | undefined => {
  const { data } = storedDeadline.safeParse(item);
  if (data === undefined) return undefined;
  const { pk, sk } = deadlineKey(data.case, data.id);
  return item['pk'] === pk && item['sk'] === sk ? data : undefined;
};

export const readEntry = (item: Item): RecordEntry => {
  const { record } = checked(event, item);
  const value = parsed(item, () => parseEntry(record));
  return inPlace(item, { value, key: eventKey(value.stream, value.version) });
};

export const readSubject = (item: Item): StoredSubject => {
  const value = checked(subject, item);
  return inPlace(item, { value, key: subjectKey(caseOf(item), value.id) });
};

export const readReceipt = (item: Item): Receipt => {
  const value = checked(receipt, item);
  return inPlace(item, { value, key: receiptKey(value.command) });
};

export const readContent = (item: Item): Content => {
  const { body, ...rest } = checked(content, item);
  const value = { ...rest, body: parsed(item, () => jsonObject(body)) };
  return inPlace(item, { value, key: contentKey(caseOf(item), value.version) });
};

/** An entry of somebody in a family beside the cases, in its place. */
export const readPersonEntry = <Entry extends AnyEntry>(
  { family, parse }: { readonly family: Family; readonly parse: (record: string) => Entry },
  item: Item,
): Entry => {
  const { record } = checked(event, item);
  const value = parsed(item, () => parse(record));
  const person = personOfPartition(family, String(item['pk']));
  if (value.stream !== `${family.streams}${person}`) throw badItem(item);
  return inPlace(item, { value, key: personEventKey(family, person, value.version) });
};

/** Whose head an item is; it must stand where its family keeps heads. */
export const readPerson = (family: Family, item: Item): string => {
  const person = personOfPartition(family, String(item['pk']));
  return inPlace(item, { value: person, key: personHeadKey(family, person) });
};

export const readPersonContent = (family: Family, item: Item): Content => {
  const { body, ...rest } = checked(content, item);
  const value = { ...rest, body: parsed(item, () => jsonObject(body)) };
  const person = personOfPartition(family, String(item['pk']));
  return inPlace(item, { value, key: personContentKey(family, person, value.version) });
};

export const readImport = (item: Item): StoredImport => {
  const value = checked(startedImport, item);
  return inPlace(item, { value, key: importKey(value.import) });
};

export const readImportChunk = (item: Item): string => checked(importChunk, item).results;

export const readAppointment = (item: Item): Appointment => {
  const value = checked(appointment, item);
  return inPlace(item, { value, key: appointmentKey(value.person, value.case) });
};

export const readSomeone = (item: Item): string => {
  const value = checked(someone, item);
  return inPlace(item, { value, key: someoneKey(value.person) }).person;
};

export const readListing = (item: Item): CaseListing => {
  const { pk, sk: _, ...rest } = checked(listing, item);
  return { case: caseOfPartition(pk), ...rest };
};

/** What a parser says of a text may quote it: only the item is named. */
const parsed = <T>(item: Item, parse: () => T): T => {
  try {
    return parse();
  } catch {
    throw badItem(item);
  }
};

const jsonObject = (text: string): JsonObject => {
  const value: unknown = JSON.parse(text);
  if (!isJsonObject(value)) throw new Error('The body of a content is not a JSON object.');
  return value;
};

/** What JSON.parse gives holds nothing but JSON: an object of it is an object of JSON. */
const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
