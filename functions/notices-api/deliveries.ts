import * as z from 'zod/mini';
import { action } from '../_http/answer-action.ts';
import { LIST_DELIVERIES, PING_ENDPOINT, REPLAY_DELIVERY } from '../_http/endpoint-operations.ts';
import { type ActionOperation, type QueryOperation, query } from '../_http/operation.ts';
import { ProblemError } from '../_http/problem.ts';
import { newDelivery } from '../_notices/receivers.ts';
import { decodeCursor, encodeCursor } from '../_ports/cursor.ts';
import type { ActionMark, Delivery, Endpoint } from '../_ports/outbox-ports.ts';
import { deliveryId } from '../_ports/outbox-store.ts';
import { BadCursor } from '../_ports/ports.ts';
import { lookedAtBy, managedBy } from './may-manage.ts';
import type { NoticesApiPorts } from './notices-api-ports.ts';
import { doneBefore, marked, markOf } from './once.ts';

const PING_LENGTH = 20;
const PING_EVERY_MS = 60_000;
const DELIVERY_ID = /^[0-9TZ:.-]{24}~[a-z0-9@-]{1,100}$/;

const shown = (delivery: Delivery) => {
  const { message, what, state, createdAt, nextAttemptAt, attempts } = delivery;
  return {
    id: deliveryId(delivery),
    message,
    ...('version' in what ? { case: what.case, version: what.version } : {}),
    kind: 'version' in what ? what.kind : `veedor.${what.of}`,
    state,
    createdAt,
    ...(nextAttemptAt === undefined ? {} : { nextAttemptAt }),
    attempts: attempts.map(({ at, outcome, status }) => ({ at, outcome, ...(status === undefined ? {} : { status }) })),
  };
};

const cursorKey = z.strictObject({ to: z.string(), after: z.string() });

const placeIn = (cursor: string | undefined, to: string): string | undefined => {
  if (cursor === undefined) return undefined;
  const place = decodeCursor(cursorKey, cursor);
  if (place.to !== to) throw new BadCursor('This cursor was given out for another list.');
  return place.after;
};

export const deliveryQueries = (ports: NoticesApiPorts): readonly QueryOperation[] => [
  query({
    ...LIST_DELIVERIES,
    ask: async (_, { parameters, query: { limit, cursor }, caller }) => {
      const endpoint = await lookedAtBy(ports, caller, parameters.endpoint);
      if (endpoint === undefined) return undefined;
      const to = endpoint.id;
      const { items, more } = await ports.outbox.list({ to, after: placeIn(cursor, to), limit });
      const last = items.at(-1);
      return {
        body: { items: items.map(shown) },
        ...(more && last !== undefined ? { next: encodeCursor({ to, after: deliveryId(last) }) } : {}),
      };
    },
  }),
];

/** Notes that an endpoint is pinged, at most once a minute: nobody should be flooded by way of us. */
const notePing = async ({ endpoints }: NoticesApiPorts, endpoint: Endpoint, mark: ActionMark): Promise<void> => {
  const { version, marks, pingedAt } = endpoint;
  const waitMs = pingedAt === undefined ? 0 : Date.parse(pingedAt) + PING_EVERY_MS - Date.parse(mark.at);
  if (waitMs > 0) throw new ProblemError('pings-too-many', { retryAfterSeconds: Math.ceil(waitMs / 1_000) });
  const noted = { ...endpoint, pingedAt: mark.at, marks: marked(marks, mark), version: version + 1 };
  if (!(await endpoints.save(noted, version))) throw new ProblemError('lost-every-race');
};

const ping = (ports: NoticesApiPorts): ActionOperation =>
  action({
    ...PING_ENDPOINT,
    act: async ({ parameters, caller, idempotencyKey, body }) => {
      const endpoint = await managedBy(ports, caller, parameters.endpoint);
      if (endpoint === undefined) return undefined;
      const now = ports.clock.now();
      const mark = await markOf({ ...PING_ENDPOINT, caller, idempotencyKey, body }, now);
      const before = doneBefore(endpoint.marks, mark);
      if (before === undefined) await notePing(ports, endpoint, mark);
      const message = `ping-${mark.key.slice(0, PING_LENGTH)}`;
      const createdAt = before?.at ?? now;
      const delivery = newDelivery({ to: endpoint.id, message, what: { of: 'ping' }, createdAt, now });
      // Noted and not put in is what a crash leaves: then this puts it in.
      const isNew = await ports.outbox.add(delivery);
      const found = isNew ? delivery : await ports.outbox.get({ to: endpoint.id, id: deliveryId(delivery) });
      return { status: 201, body: shown(found ?? delivery) };
    },
  });

/** What is under way is left alone; everything else is tried again as if it were new, and what became of it before stays. */
export const replayed = async (
  { outbox }: Pick<NoticesApiPorts, 'outbox'>,
  delivery: Delivery,
  mark: ActionMark,
): Promise<Delivery> => {
  const { version, marks } = delivery;
  const isDone = doneBefore(marks, mark) !== undefined;
  if (isDone || delivery.state === 'pending') return delivery;
  const again: Delivery = {
    ...delivery,
    state: 'pending',
    since: mark.at,
    nextAttemptAt: mark.at,
    failures: 0,
    marks: marked(marks, mark),
    version: version + 1,
  };
  if (!(await outbox.save(again, version))) throw new ProblemError('lost-every-race');
  return again;
};

const replay = (ports: NoticesApiPorts): ActionOperation =>
  action({
    ...REPLAY_DELIVERY,
    act: async ({ parameters, caller, idempotencyKey, body }) => {
      const endpoint = await managedBy(ports, caller, parameters.endpoint);
      const id = parameters.delivery ?? '';
      if (endpoint === undefined || !DELIVERY_ID.test(id)) return undefined;
      const delivery = await ports.outbox.get({ to: endpoint.id, id });
      if (delivery === undefined) return undefined;
      const mark = await markOf({ ...REPLAY_DELIVERY, caller, idempotencyKey, body }, ports.clock.now());
      return { status: 200, body: shown(await replayed(ports, delivery, mark)) };
    },
  });

export const deliveryActions = (ports: NoticesApiPorts): readonly ActionOperation[] => [ping(ports), replay(ports)];
