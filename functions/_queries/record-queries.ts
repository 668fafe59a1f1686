import * as z from 'zod/mini';
import { instant } from '../../events/shapes.ts';
import { ROLES } from '../../events/vocabulary.ts';
import { query } from '../_http/operation.ts';
import { nothingAsked, paging } from '../_http/paging.ts';
import { caseAtHand } from './case-at-hand.ts';
import { readableContents } from './readable-contents.ts';
import { readerOf } from './reader.ts';

const entryView = z.strictObject({
  id: z.string(),
  type: z.string(),
  stream: z.string(),
  version: z.int(),
  recordedAt: instant,
  observedAt: instant,
  actor: z.strictObject({ person: z.string(), role: z.enum(ROLES) }),
  command: z.string(),
  receiptHash: z.string(),
  data: z.record(z.string(), z.unknown()),
  contentHash: z.optional(z.string()),
  previousHash: z.string(),
  hash: z.string(),
});

/** The version after which a list of events goes on, as text so that cursors of all lists look alike. */
export const versionCursor = z.string().check(z.regex(/^(0|[1-9]\d{0,8})$/, { error: 'must be a version' }));

export const listEvents = query({
  name: 'list-events',
  path: '/cases/{case}/events',
  summary: 'Read the record of a case: its events in order, each with its hash, for anyone to verify',
  query: z.extend(paging, { cursor: z.optional(versionCursor) }),
  answers: z.strictObject({ items: z.array(entryView) }),
  ask: async (ports, request) => {
    const found = await caseAtHand(ports, request);
    if (found === undefined) return undefined;
    const { limit, cursor = '0' } = request.query;
    const { items } = await ports.cases.entries({ case: found.head.case, after: Number(cursor), limit });
    const last = items.at(-1)?.version;
    const more = last !== undefined && last < found.version;
    return {
      body: { items: items.map((entry) => entryView.parse(entry)) },
      version: found.version,
      ...(more ? { next: String(last) } : {}),
    };
  },
});

const VERSION_OF_EVENT = /^[1-9]\d{0,8}$/;

export const readEventContent = query({
  name: 'read-event-content',
  path: '/cases/{case}/events/{version}/content',
  summary: 'Read what somebody wrote with an event: the content that the event commits to by its hash',
  query: nothingAsked,
  answers: z.strictObject({
    version: z.int(),
    type: z.string(),
    /** What was hashed beside the content: `contentHash` of the event is the SHA-256 of both, as docs/receipts.md says. */
    salt: z.string(),
    content: z.record(z.string(), z.unknown()),
  }),
  ask: async (ports, request) => {
    const found = await caseAtHand(ports, request);
    const number = request.parameters.version ?? '';
    if (found === undefined || !VERSION_OF_EVENT.test(number)) return undefined;
    const { head } = found;
    const version = Number(number);
    const { items } = await ports.cases.entries({ case: head.case, after: version - 1, limit: 1 });
    const [event] = items;
    if (event?.version !== version || event.contentHash === undefined) return undefined;
    const readable = await readableContents(ports, { head, events: [event], reader: readerOf(request.caller) });
    const kept = readable.get(version);
    if (kept === undefined) return undefined;
    return { body: { version, type: event.type, salt: kept.salt, content: { ...kept.body } }, version: found.version };
  },
});
