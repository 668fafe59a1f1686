import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import type { Content, Receipt } from '../../../events/record.ts';
import { instant, type JsonObject, sha256 } from '../../../events/shapes.ts';
import type { CaseListing, Deadline, DeadlineBook, StoredHead, StoredMilestones, StoredSubject } from '../ports.ts';
import { caseOfPartition, type Key } from './table-keys.ts';

/** An item of the table: flat, of texts and whole numbers only. */
export type Item = Readonly<Record<string, string | number>>;
export type WireItem = Record<string, AttributeValue>;

export const toWire = (item: Item): WireItem =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      typeof value === 'number' ? { N: String(value) } : { S: value },
    ]),
  );

export const keyToWire = ({ pk, sk }: Key): WireItem => toWire({ pk, sk });

/** Attributes of a kind that we never write are left out: the schema of the item then says what is missing. */
export const fromWire = (wire: WireItem): Item => {
  const known = Object.entries(wire).flatMap(([name, value]): [string, string | number][] => {
    if (value.S !== undefined) return [[name, value.S]];
    return value.N === undefined ? [] : [[name, Number(value.N)]];
  });
  return Object.fromEntries(known);
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
const deadlineBook = z.object({ case: z.string(), version, state: z.string() });
const deadline = z.object({
  case: z.string(),
  id: z.string(),
  dueAt: instant,
  operation: z.string(),
  input: z.string(),
});

/** What is read is checked again. Throws without the item’s text: an item that breaks its schema was written by another hand than ours. */
const checked = <T>(schema: z.ZodMiniType<T>, item: Item): T => {
  const result = schema.safeParse(item);
  if (!result.success) {
    throw new Error(`The item at ${item['sk']} of ${item['pk']} is not what the house writes there.`);
  }
  return result.data;
};

export const readHead = (item: Item): StoredHead => checked(head, item);
export const readRecord = (item: Item): string => checked(event, item).record;
export const readSubject = (item: Item): StoredSubject => checked(subject, item);
export const readReceipt = (item: Item): Receipt => checked(receipt, item);
export const readMilestones = (item: Item): StoredMilestones => checked(milestones, item);
export const readDeadlineBook = (item: Item): DeadlineBook => checked(deadlineBook, item);
export const readDeadline = (item: Item): Deadline => checked(deadline, item);

export const readContent = (item: Item): Content => {
  const { body, ...rest } = checked(content, item);
  return { ...rest, body: jsonObject(body) };
};

export const readListing = (item: Item): CaseListing => {
  const { pk, sk: _, ...rest } = checked(listing, item);
  return { case: caseOfPartition(pk), ...rest };
};

const jsonObject = (text: string): JsonObject => {
  const value: unknown = JSON.parse(text);
  if (!isJsonObject(value)) throw new Error('The body of a content is not a JSON object.');
  return value;
};

/** What JSON.parse gives holds nothing but JSON: an object of it is an object of JSON. */
const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
