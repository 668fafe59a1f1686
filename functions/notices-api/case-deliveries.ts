import * as z from 'zod/mini';
import { refuse } from '../../domain/refusals.ts';
import { action } from '../_http/answer-action.ts';
import { CASE_ID } from '../_http/case-id.ts';
import { type GivenUpView, LIST_CASE_DELIVERIES, REPLAY_CASE_DELIVERY } from '../_http/endpoint-operations.ts';
import { type ActionOperation, type QueryOperation, query } from '../_http/operation.ts';
import { WRITTEN_PAGE_MAX } from '../_http/paging.ts';
import { decodeCursor, encodeCursor } from '../_ports/cursor.ts';
import type { Delivery } from '../_ports/outbox-ports.ts';
import { BadCursor, type Caller } from '../_ports/ports.ts';
import { replayed } from './deliveries.ts';
import type { NoticesApiPorts } from './notices-api-ports.ts';
import { markOf } from './once.ts';

/** As `deliverNotices` knows the mailbox of a person. */
const PERSON = 'person:';
const PLACE = /^[0-9TZ:.-]{24}~[!-}]{1,200}~[!-}]{1,200}$/;

/** The place of a delivery as a part of a path: it holds signs that a path cannot. */
const idOf = (place: string): string => Buffer.from(place, 'utf8').toString('base64url');
const placeIn = (id: string): string | undefined => {
  const place = Buffer.from(id, 'base64url').toString('utf8');
  return PLACE.test(place) && idOf(place) === id ? place : undefined;
};

/** Those who answer for cases see what did not arrive, and auditors look on. To others there is nothing here. */
const caseSeenBy = (caller: Caller | undefined, id = ''): string | undefined => {
  const isAsked = caller?.roles.some((role) => role === 'coordinator' || role === 'auditor') === true;
  return isAsked && CASE_ID.test(id) ? id : undefined;
};

/** Whom it did not reach: an institution by the code under which it is registered, or somebody; never an address. */
const receiverOf = async ({ endpoints }: NoticesApiPorts, to: string): Promise<GivenUpView['to']> => {
  if (to.startsWith(PERSON)) return { kind: 'person', person: to.slice(PERSON.length) };
  const endpoint = await endpoints.get(to);
  if (endpoint === undefined) return { kind: 'endpoint', endpoint: to };
  return { kind: 'endpoint', endpoint: to, owner: endpoint.owner, channel: endpoint.channel.kind };
};

const shown = async (
  ports: NoticesApiPorts,
  { place, delivery }: { place: string; delivery: Delivery },
): Promise<GivenUpView | undefined> => {
  const { message, what, state, createdAt, nextAttemptAt, attempts, to } = delivery;
  if (what.of !== 'fact') return undefined;
  return {
    id: idOf(place),
    message,
    version: what.version,
    kind: what.kind,
    to: await receiverOf(ports, to),
    state,
    createdAt,
    ...(nextAttemptAt === undefined ? {} : { nextAttemptAt }),
    attempts: attempts.map(({ at, outcome, status }) => ({ at, outcome, ...(status === undefined ? {} : { status }) })),
  };
};

const cursorKey = z.strictObject({ of: z.string(), after: z.string() });

const afterIn = (cursor: string | undefined, caseId: string): string | undefined => {
  if (cursor === undefined) return undefined;
  const { of, after } = decodeCursor(cursorKey, cursor);
  if (of !== caseId) throw new BadCursor('This cursor was given out for another list.');
  return after;
};

export const caseDeliveryQueries = (ports: NoticesApiPorts): readonly QueryOperation[] => [
  query({
    ...LIST_CASE_DELIVERIES,
    ask: async (_, { parameters, query: { limit: asked, cursor }, caller }) => {
      const caseId = caseSeenBy(caller, parameters.case);
      if (caseId === undefined || (await ports.cases.read({ case: caseId, subjects: [] })).head === undefined)
        return undefined;
      // Each is read where it stands.
      const limit = Math.min(asked, WRITTEN_PAGE_MAX);
      const { items, more } = await ports.outbox.givenUp({ case: caseId, after: afterIn(cursor, caseId), limit });
      const last = items.at(-1);
      const views = await Promise.all(items.map((item) => shown(ports, item)));
      return {
        body: { items: views.filter((view) => view !== undefined) },
        ...(more && last !== undefined ? { next: encodeCursor({ of: caseId, after: last.place }) } : {}),
      };
    },
  }),
];

const replay = (ports: NoticesApiPorts): ActionOperation =>
  action({
    ...REPLAY_CASE_DELIVERY,
    act: async ({ parameters, caller, idempotencyKey, body }) => {
      const caseId = caseSeenBy(caller, parameters.case);
      const place = placeIn(parameters.delivery ?? '');
      if (caseId === undefined || place === undefined) return undefined;
      const delivery = await ports.outbox.givenUpAt({ case: caseId, place });
      if (delivery === undefined) return undefined;
      if (!caller.roles.includes('coordinator'))
        return refuse('not-permitted', { operation: REPLAY_CASE_DELIVERY.name });
      const mark = await markOf({ ...REPLAY_CASE_DELIVERY, caller, idempotencyKey, body }, ports.clock.now());
      const view = await shown(ports, { place, delivery: await replayed(ports, delivery, mark) });
      return view === undefined ? undefined : { status: 200, body: view };
    },
  });

export const caseDeliveryActions = (ports: NoticesApiPorts): readonly ActionOperation[] => [replay(ports)];
