import * as z from 'zod/mini';
import { LANGUAGES } from '../../domain/languages.ts';
import { CAPACITIES } from '../../domain/notices/concern.ts';
import { canonicalJson } from '../../events/record.ts';
import { instant } from '../../events/shapes.ts';
import { actionMark } from './action-mark.ts';
import { DUE, type Key } from './aws/table-keys.ts';
import { deadlineShardOf } from './deadline-shard.ts';
import type { ItemStore } from './item-store.ts';
import { mailboxShape } from './mailbox-shape.ts';
import {
  ATTEMPT_OUTCOMES,
  DELIVERY_STATES,
  type Delivery,
  type Endpoint,
  type EndpointOwner,
  type EndpointStore,
  type Outbox,
} from './outbox-ports.ts';
import { BadItem } from './ports.ts';
import type { Item, WrittenItem } from './written-items.ts';

const DELIVERY = 'DELIVERY#';
const EVERY_DELIVERY = { first: DELIVERY, last: `${DELIVERY}~` };

/** A delivery by the time of what it tells and by its message: so that a list of them is in the order of time. */
export const deliveryId = ({ createdAt, message }: Pick<Delivery, 'createdAt' | 'message'>): string =>
  `${createdAt}~${message}`;

const outboxPartition = (to: string): string => `OUTBOX#${to}`;
const deliveryKey = (to: string, id: string): Key => ({ pk: outboxPartition(to), sk: `${DELIVERY}${id}` });
const shardKey = (shard: number): string => `OUTBOX#${shard}`;

/** Where a case keeps what was given up of it: by the time of what it told, and by whom it did not reach. */
const givenUpKey = (caseId: string, place: string): Key => ({
  pk: outboxPartition(`CASE#${caseId}`),
  sk: `${DELIVERY}${place}`,
});
const placeOf = (delivery: Delivery): string => `${deliveryId(delivery)}~${delivery.to}`;
const givenUpShape = z.object({ to: z.string(), id: z.string() });

const deliveryItem = (delivery: Delivery): WrittenItem => ({
  ...deliveryKey(delivery.to, deliveryId(delivery)),
  version: delivery.version,
  delivery: canonicalJson(JSON.parse(JSON.stringify(delivery))),
  ...(delivery.nextAttemptAt === undefined
    ? {}
    : { [DUE.partitionKey]: shardKey(deadlineShardOf(delivery.to)), [DUE.sortKey]: delivery.nextAttemptAt }),
});

const messageSchema = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('fact'),
    case: z.string(),
    version: z.int(),
    kind: z.string(),
    as: z.exactOptional(z.enum(CAPACITIES)),
  }),
  z.strictObject({ of: z.literal('milestones'), case: z.string(), version: z.int(), kind: z.string() }),
  z.strictObject({ of: z.literal('roster'), person: z.string(), kind: z.string() }),
  z.strictObject({ of: z.literal('ping') }),
  z.strictObject({ of: z.literal('confirmation'), codeHash: z.string() }),
  z.strictObject({ of: z.literal('digest'), from: instant, to: instant }),
]);

const marks = z.exactOptional(z.array(actionMark));

const deliverySchema = z.strictObject({
  to: z.string(),
  message: z.string(),
  what: messageSchema,
  createdAt: instant,
  since: instant,
  state: z.enum(DELIVERY_STATES),
  nextAttemptAt: z.exactOptional(instant),
  failures: z.int(),
  attempts: z.array(
    z.strictObject({ at: instant, outcome: z.enum(ATTEMPT_OUTCOMES), status: z.exactOptional(z.int()) }),
  ),
  marks,
  version: z.int(),
});

const endpointSchema = z.strictObject({
  id: z.string(),
  owner: z.union([
    z.strictObject({ controlAuthority: z.string(), profile: z.optional(z.string()) }),
    z.strictObject({ organisation: z.string() }),
  ]),
  channel: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('webhook'),
      url: z.string(),
      secrets: z.array(z.strictObject({ sealed: z.string(), until: z.exactOptional(instant) })),
    }),
    z.strictObject({ kind: z.literal('mail'), language: z.enum(LANGUAGES), ...mailboxShape }),
  ]),
  kinds: z.exactOptional(z.array(z.string())),
  state: z.enum(['enabled', 'disabled']),
  disabledBecause: z.exactOptional(z.enum(['by-hand', 'gone'])),
  case: z.exactOptional(z.string()),
  createdAt: instant,
  createdBy: z.string(),
  pingedAt: z.exactOptional(instant),
  marks,
  version: z.int(),
});

/** What is read is checked again: undefined for what the house does not write there. */
const readable = <T>(schema: z.ZodMiniType<T>, text: unknown): T | undefined => {
  try {
    return schema.safeParse(JSON.parse(String(text))).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

const read = <T>(schema: z.ZodMiniType<T>, item: Item, attribute: string): T => {
  const found = readable(schema, item[attribute]);
  if (found === undefined) throw new BadItem(`The item at ${item['sk']} is not what the house writes there.`);
  return found;
};

const deliveryAt = async (
  items: ItemStore,
  { to, id }: { readonly to: string; readonly id: string },
): Promise<Delivery | undefined> => {
  const item = await items.get(deliveryKey(to, id));
  return item === undefined ? undefined : read(deliverySchema, item, 'delivery');
};

const listIfGivenUp = async (items: ItemStore, delivery: Delivery): Promise<void> => {
  const { state, what, to } = delivery;
  if (state !== 'parked' || what.of !== 'fact') return;
  await items.put({ ...givenUpKey(what.case, placeOf(delivery)), to, id: deliveryId(delivery) });
};

/** The outbox on the items of the table, or of memory. */
export const outboxStore = (items: ItemStore): Outbox => ({
  add: (delivery) => items.putOver(deliveryItem(delivery), undefined),
  save: async (delivery, seen) => {
    // Before it is given up, so that a crash in between hides nothing: what the list shows is read where it stands.
    await listIfGivenUp(items, delivery);
    return items.putOver(deliveryItem(delivery), seen);
  },
  get: (asked) => deliveryAt(items, asked),
  givenUp: async ({ case: caseId, after, limit }) => {
    const page = await items.page({
      partition: outboxPartition(`CASE#${caseId}`),
      stretch: EVERY_DELIVERY,
      newestFirst: true,
      after: after === undefined ? undefined : `${DELIVERY}${after}`,
      limit,
    });
    const found = await Promise.all(
      page.items.map(async (item) => ({
        place: String(item['sk']).slice(DELIVERY.length),
        delivery: await deliveryAt(items, givenUpShape.parse(item)),
      })),
    );
    return {
      more: page.more,
      items: found.flatMap(({ place, delivery }) => (delivery === undefined ? [] : [{ place, delivery }])),
    };
  },
  givenUpAt: async ({ case: caseId, place }) => {
    const item = await items.get(givenUpKey(caseId, place));
    return item === undefined ? undefined : deliveryAt(items, givenUpShape.parse(item));
  },
  list: async ({ to, after, limit }) => {
    const page = await items.page({
      partition: outboxPartition(to),
      stretch: EVERY_DELIVERY,
      newestFirst: true,
      after: after === undefined ? undefined : `${DELIVERY}${after}`,
      limit,
    });
    return { more: page.more, items: page.items.map((item) => read(deliverySchema, item, 'delivery')) };
  },
  due: async ({ shard, until, after, limit }) => {
    const page = await items.due({ shard: shardKey(shard), until, after, limit });
    const last = page.items.at(-1);
    return {
      items: page.items.flatMap((item) => readable(deliverySchema, item['delivery']) ?? []),
      ...(page.more && last !== undefined
        ? { next: { pk: String(last['pk']), sk: String(last['sk']), dueAt: String(last[DUE.sortKey]) } }
        : {}),
    };
  },
});

const CONTROL_AUTHORITY = 'ca';
const ORGANISATION = 'org';
const ENDPOINT_ID = /^(?:(ca)-([a-z][a-z0-9-]{0,63})|(org)-[a-z][a-z0-9-]{0,63})-[0-9a-f]{16}$/;

/** An id tells where the endpoint stands. `mark`: 16 hexadecimal digits. */
export const endpointId = (owner: EndpointOwner, mark: string): string =>
  'controlAuthority' in owner
    ? `${CONTROL_AUTHORITY}-${owner.controlAuthority}-${mark}`
    : `${ORGANISATION}-${owner.organisation}-${mark}`;

/** Organisations follow every case, so they stand together: whoever looks for the receivers of a fact reads them in one page. */
const endpointPartition = (owner: EndpointOwner): string =>
  'controlAuthority' in owner ? `ENDPOINT#${CONTROL_AUTHORITY}-${owner.controlAuthority}` : `ENDPOINT#${ORGANISATION}`;

const keyOfEndpoint = (id: string): Key | undefined => {
  const [, isAuthority, controlAuthority = '', isOrganisation] = ENDPOINT_ID.exec(id) ?? [];
  if (isAuthority === undefined && isOrganisation === undefined) return undefined;
  const owner = isAuthority === undefined ? { organisation: '' } : { controlAuthority };
  return { pk: endpointPartition(owner), sk: `${ENDPOINT}${id}` };
};

const ENDPOINT = 'ENDPOINT#';
const ENDPOINTS_PAGE = 100;

const endpointItem = (endpoint: Endpoint): WrittenItem => ({
  pk: endpointPartition(endpoint.owner),
  sk: `${ENDPOINT}${endpoint.id}`,
  version: endpoint.version,
  endpoint: canonicalJson(JSON.parse(JSON.stringify(endpoint))),
});

/** Endpoints on the items of the table, or of memory. */
export const endpointStore = (items: ItemStore): EndpointStore => ({
  add: (endpoint) => items.putOver(endpointItem(endpoint), undefined),
  save: (endpoint, seen) => items.putOver(endpointItem(endpoint), seen),
  get: async (id) => {
    const key = keyOfEndpoint(id);
    const item = key === undefined ? undefined : await items.get(key);
    return item === undefined ? undefined : read(endpointSchema, item, 'endpoint');
  },
  of: async (owner) => {
    const stretch = { first: ENDPOINT, last: `${ENDPOINT}~` };
    const found: Endpoint[] = [];
    let after: string | undefined;
    do {
      const page = await items.page({ partition: endpointPartition(owner), stretch, after, limit: ENDPOINTS_PAGE });
      found.push(...page.items.map((item) => read(endpointSchema, item, 'endpoint')));
      const last = page.items.at(-1);
      after = page.more && last !== undefined ? String(last['sk']) : undefined;
    } while (after !== undefined);
    return found;
  },
});
