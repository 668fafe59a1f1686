import * as z from 'zod/mini';
import type { AgendaItem } from '../../domain/agenda/item.ts';
import { refuse } from '../../domain/refusals.ts';
import { canonicalJson, sha256Hex } from '../../events/record.ts';
import { type Instant, personId } from '../../events/shapes.ts';
import { type FeedScope, feedView, LIST_FEEDS, OPEN_FEED, READ_FEED, REVOKE_FEED } from '../_http/agenda-operations.ts';
import { action } from '../_http/answer-action.ts';
import { calendar } from '../_http/answer-calendar.ts';
import { type ActionOperation, type CalendarOperation, type QueryOperation, query } from '../_http/operation.ts';
import { ProblemError } from '../_http/problem.ts';
import type { StoredFeed } from '../_ports/desk-ports.ts';
import { type AgendaApiPorts, seesEveryCase } from './agenda-api-ports.ts';
import { fits, listsFor } from './agenda-queries.ts';
import { readAgenda } from './read-agenda.ts';
import { writeCalendar } from './write-calendar.ts';

/** Feeds that somebody can have open at once. */
export const FEEDS_MAX = 20;
/** Events of one feed: clients fetch it whole, again and again. */
export const FEED_ITEMS_MAX = 500;
/** How long a feed shows what is settled, so that a client learns of it. */
export const SETTLED_DAYS = 30;

const MS_PER_DAY = 86_400_000;
const SECRET = /^([A-Za-z0-9_-]{43})\.ics$/;
const ID_LENGTH = 20;

const storedFeed = z.strictObject({ ...feedView.shape, person: personId });
type Feed = z.infer<typeof storedFeed>;

const feedOf = ({ feed }: StoredFeed): Feed => storedFeed.parse(JSON.parse(feed));
const kept = (feed: Feed, secretHash: string): StoredFeed => ({
  person: feed.person,
  id: feed.id,
  secretHash,
  feed: canonicalJson(feed),
  ...(feed.revokedAt === undefined ? {} : { revokedAt: feed.revokedAt }),
});
const shown = ({ person: _, ...feed }: Feed) => feed;

const openOnes = async ({ desk }: AgendaApiPorts, person: string): Promise<number> => {
  let count = 0;
  let from: string | undefined;
  do {
    const page = await desk.feeds({ person, limit: 100, ...(from === undefined ? {} : { from }) });
    count += page.items.filter(({ revokedAt }) => revokedAt === undefined).length;
    from = page.next;
  } while (from !== undefined);
  return count;
};

export const feedActions = (ports: AgendaApiPorts): readonly ActionOperation[] => [
  action({
    ...OPEN_FEED,
    act: async ({ body, caller, idempotencyKey, origin }) => {
      if (body.scope.of === 'filter' && !seesEveryCase(caller))
        return refuse('not-permitted', { operation: 'open-feed' });
      const { person } = caller;
      const id = (await sha256Hex(canonicalJson(['feed', person, idempotencyKey]))).slice(0, ID_LENGTH);
      if ((await openOnes(ports, person)) >= FEEDS_MAX)
        throw new ProblemError('too-many-feeds', { feedsMax: FEEDS_MAX });
      const feed: Feed = {
        id,
        person,
        scope: body.scope,
        language: body.language ?? 'es',
        ...(body.label === undefined ? {} : { label: body.label }),
        createdAt: ports.clock.now(),
      };
      const secret = ports.secrets.secret();
      // The secret stands nowhere, so it cannot be told a second time: who missed the answer revokes the feed and makes another.
      if (!(await ports.desk.openFeed(kept(feed, await sha256Hex(secret))))) {
        throw new ProblemError('feed-exists', { feed: id });
      }
      return { status: 201, body: { ...shown(feed), url: `${origin}/feeds/${secret}.ics` } };
    },
  }),
  action({
    ...REVOKE_FEED,
    act: async ({ parameters, caller }) => {
      const found = await ports.desk.feed({ person: caller.person, id: parameters.feed ?? '' });
      if (found === undefined) return undefined;
      const feed = feedOf(found);
      if (found.revokedAt !== undefined) return { status: 200, body: shown(feed) };
      const revoked = { ...feed, revokedAt: ports.clock.now() };
      const isFirst = await ports.desk.revokeFeed({ ...kept(revoked, found.secretHash), revokedAt: revoked.revokedAt });
      if (isFirst) return { status: 200, body: shown(revoked) };
      const now = await ports.desk.feed({ person: caller.person, id: feed.id });
      return now === undefined ? undefined : { status: 200, body: shown(feedOf(now)) };
    },
  }),
];

export const feedQueries = ({ desk }: AgendaApiPorts): readonly QueryOperation[] => [
  query({
    ...LIST_FEEDS,
    ask: async (_, { query: { limit, cursor }, caller }) => {
      if (caller === undefined) return undefined;
      const page = await desk.feeds({
        person: caller.person,
        limit,
        ...(cursor === undefined ? {} : { from: cursor }),
      });
      const items = page.items.map((stored) => shown(feedOf(stored)));
      return { body: { items }, ...(page.next === undefined ? {} : { next: page.next }) };
    },
  }),
];

export const feedCalendars = (ports: AgendaApiPorts): readonly CalendarOperation[] => [
  calendar({
    ...READ_FEED,
    write: async ({ parameters, origin }) => {
      const [, secret] = SECRET.exec(parameters.secret ?? '') ?? [];
      if (secret === undefined) return undefined;
      const stored = await ports.desk.feedBehind(await sha256Hex(secret));
      if (stored === undefined || stored.revokedAt !== undefined) return undefined;
      const feed = feedOf(stored);
      const text = writeCalendar({ items: await itemsOf(ports, feed), language: feed.language, origin });
      return { text, etag: `"${(await sha256Hex(text)).slice(0, 32)}"` };
    },
  }),
];

const filtersOf = (scope: FeedScope, person: string) => {
  if (scope.of === 'mine') return { person };
  const { of: _, ...filters } = scope;
  return filters;
};

/** What a feed shows: what is open, and what was settled lately. An item that it meets twice is shown as it is by now. */
const itemsOf = async ({ agenda, clock }: AgendaApiPorts, { scope, person }: Feed): Promise<readonly AgendaItem[]> => {
  const asked = filtersOf(scope, person);
  const fitting = fits(asked);
  const reading = {
    lists: listsFor(asked),
    // What is confidential is not in a feed at all: that it exists tells what a seal covers.
    keep: (item: AgendaItem) => item.audience !== 'confidential' && fitting(item),
    about: 'feed',
    cursor: undefined,
    limit: FEED_ITEMS_MAX,
  };
  const since = daysBefore(clock.now(), SETTLED_DAYS);
  const open = await readAgenda(agenda, { ...reading, stretch: { standing: 'open' } });
  const settled = await readAgenda(agenda, { ...reading, stretch: { standing: 'over', since } });
  const newest = new Map<string, AgendaItem>();
  for (const item of [...settled.items, ...open.items]) {
    const name = `${item.case} ${item.id}`;
    const other = newest.get(name);
    if (other === undefined || other.sequence <= item.sequence) newest.set(name, item);
  }
  return [...newest.values()];
};

const daysBefore = (at: Instant, days: number): Instant => new Date(Date.parse(at) - days * MS_PER_DAY).toISOString();
