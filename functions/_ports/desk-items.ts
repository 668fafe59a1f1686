import * as z from 'zod/mini';
import { instant, sha256 } from '../../events/shapes.ts';
import type { Key } from './aws/table-keys.ts';
import type { StoredFeed, StoredPlan } from './desk-ports.ts';
import { BadItem } from './ports.ts';
import type { Item, WrittenItem } from './written-items.ts';

/** Where feeds and plans stand: a feed by the hash of its secret and in the list of its person, a plan by its id. */
export const feedPartition = (person: string): string => `FEEDS#${person}`;
export const FEEDS = { first: 'FEED#', last: 'FEED#~' };
export const feedKey = ({ person, id }: { person: string; id: string }): Key => ({
  pk: feedPartition(person),
  sk: `FEED#${id}`,
});
export const secretKey = (secretHash: string): Key => ({ pk: `FEED#${secretHash}`, sk: 'FEED' });
export const planKey = (id: string): Key => ({ pk: `PLAN#${id}`, sk: 'PLAN' });

const OPEN = 1;
const REVOKED = 2;

/** The version of a feed: open, then revoked, and never open again. */
export const feedVersion = ({ revokedAt }: Pick<StoredFeed, 'revokedAt'>): number =>
  revokedAt === undefined ? OPEN : REVOKED;

export const feedItems = (feed: StoredFeed): readonly WrittenItem[] =>
  [feedKey(feed), secretKey(feed.secretHash)].map((key) => ({ ...key, version: feedVersion(feed), ...feed }));

export const planItem = ({ id, requestHash, cases, more }: StoredPlan): WrittenItem => ({
  ...planKey(id),
  id,
  requestHash,
  cases: cases.join(' '),
  more: more ? 1 : 0,
});

const feed = z.object({
  person: z.string(),
  id: z.string(),
  secretHash: sha256,
  revokedAt: z.optional(instant),
  feed: z.string(),
});
const plan = z.object({ id: z.string(), requestHash: sha256, cases: z.string(), more: z.int() });

const checked = <T>(schema: z.ZodMiniType<T>, item: Item): T => {
  const { data } = schema.safeParse(item);
  if (data === undefined)
    throw new BadItem(`The item at ${item['sk']} of ${item['pk']} is not what the house writes there.`);
  return data;
};

/** What is read is checked again. Throws `BadItem`. */
export const readFeed = (item: Item): StoredFeed => {
  const { revokedAt, ...rest } = checked(feed, item);
  return { ...rest, ...(revokedAt === undefined ? {} : { revokedAt }) };
};

export const readPlan = (item: Item): StoredPlan => {
  const { cases, more, ...rest } = checked(plan, item);
  return { ...rest, cases: cases === '' ? [] : cases.split(' '), more: more === 1 };
};
