import * as z from 'zod/mini';
import { canonicalJson, sha256Hex } from '../../events/record.ts';
import { action } from '../_http/answer-action.ts';
import { LIST_DELIVERIES, PING_ENDPOINT, REPLAY_DELIVERY } from '../_http/endpoint-operations.ts';
import { type ActionOperation, type QueryOperation, query } from '../_http/operation.ts';
import { ProblemError } from '../_http/problem.ts';
import { newDelivery } from '../_notices/receivers.ts';
import { decodeCursor, encodeCursor } from '../_ports/cursor.ts';
import type { Delivery } from '../_ports/outbox-ports.ts';
import { deliveryId } from '../_ports/outbox-store.ts';
import { BadCursor } from '../_ports/ports.ts';
import { lookedAtBy, managedBy } from './may-manage.ts';
import type { NoticesApiPorts } from './notices-api-ports.ts';

const PING_LENGTH = 20;
const DELIVERY_ID = /^[0-9TZ:.-]{24}~[a-z0-9@-]{1,100}$/;

const shown = (delivery: Delivery) => {
  const { message, what, state, createdAt, nextAttemptAt, attempts } = delivery;
  return {
    id: deliveryId(delivery),
    message,
    ...(what.of === 'fact' ? { case: what.case, version: what.version } : {}),
    kind: what.of === 'fact' ? what.kind : 'veedor.ping',
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

const ping = (ports: NoticesApiPorts): ActionOperation =>
  action({
    ...PING_ENDPOINT,
    act: async ({ parameters, caller, idempotencyKey }) => {
      const endpoint = await managedBy(ports, caller, parameters.endpoint);
      if (endpoint === undefined) return undefined;
      const mark = await sha256Hex(canonicalJson(['ping', caller.person, idempotencyKey]));
      const message = `ping-${mark.slice(0, PING_LENGTH)}`;
      const now = ports.clock.now();
      const delivery = newDelivery({ to: endpoint.id, message, what: { of: 'ping' }, createdAt: now, now });
      await ports.outbox.add(delivery);
      return { status: 201, body: shown(delivery) };
    },
  });

/** What is under way is left alone; everything else is tried again as if it were new, and what became of it before stays. */
const replay = (ports: NoticesApiPorts): ActionOperation =>
  action({
    ...REPLAY_DELIVERY,
    act: async ({ parameters, caller }) => {
      const endpoint = await managedBy(ports, caller, parameters.endpoint);
      const id = parameters.delivery ?? '';
      if (endpoint === undefined || !DELIVERY_ID.test(id)) return undefined;
      const delivery = await ports.outbox.get({ to: endpoint.id, id });
      if (delivery === undefined) return undefined;
      if (delivery.state === 'pending') return { status: 200, body: shown(delivery) };
      const now = ports.clock.now();
      const { version } = delivery;
      const again: Delivery = {
        ...delivery,
        state: 'pending',
        since: now,
        nextAttemptAt: now,
        failures: 0,
        version: version + 1,
      };
      if (!(await ports.outbox.save(again, version))) throw new ProblemError('lost-every-race');
      return { status: 200, body: shown(again) };
    },
  });

export const deliveryActions = (ports: NoticesApiPorts): readonly ActionOperation[] => [ping(ports), replay(ports)];
