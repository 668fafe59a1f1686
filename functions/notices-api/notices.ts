import * as z from 'zod/mini';
import type { Language } from '../../domain/languages.ts';
import { linkTo } from '../../domain/notices/link.ts';
import { saysOf } from '../../domain/notices/words.ts';
import { action } from '../_http/answer-action.ts';
import { LIST_NOTICES, MARK_NOTICES_READ } from '../_http/notice-operations.ts';
import { type ActionOperation, type QueryOperation, query } from '../_http/operation.ts';
import { SETTINGS_UNLESS_SAID } from '../_notices/mail-goes-to.ts';
import { decodeCursor, encodeCursor } from '../_ports/cursor.ts';
import type { Notice } from '../_ports/notice-ports.ts';
import { BadCursor } from '../_ports/ports.ts';
import type { NoticesApiPorts } from './notices-api-ports.ts';

const placeCursor = z.strictObject({ person: z.string(), after: z.string() });

const placeIn = (cursor: string | undefined, person: string): string | undefined => {
  if (cursor === undefined) return undefined;
  const place = decodeCursor(placeCursor, cursor);
  if (place.person !== person) throw new BadCursor('This cursor was given out for another list.');
  return place.after;
};

interface Placed {
  readonly place: string;
  readonly notice: Notice;
}

const shown = ({ place, notice }: Placed, language: Language, readUpTo: string | undefined) => {
  const { person: _, stream, ...rest } = notice;
  return {
    id: place,
    ...rest,
    ...(stream.startsWith('roster:') ? {} : { case: stream }),
    says: saysOf(notice.kind, language),
    link: linkTo(notice),
    unread: readUpTo === undefined || place > readUpTo,
  };
};

export const noticeQueries = ({ notices }: NoticesApiPorts): readonly QueryOperation[] => [
  query({
    ...LIST_NOTICES,
    ask: async (_, { query: { limit, cursor, unread, language: asked }, caller }) => {
      if (caller === undefined) return undefined;
      const { person } = caller;
      const after = placeIn(cursor, person);
      const [page, readUpTo, settings] = await Promise.all([
        notices.notices({ person, after, limit }),
        notices.readUpTo(person),
        notices.settings(person),
      ]);
      const language = asked ?? (settings ?? SETTINGS_UNLESS_SAID).language;
      const items = page.items.map((placed) => shown(placed, language, readUpTo));
      const wanted = unread === undefined ? items : items.filter((item) => item.unread);
      // What is read stands behind what is not: where the first read one comes, no unread one follows.
      const goesOn = page.more && wanted.length === items.length;
      const last = page.items.at(-1)?.place;
      return {
        body: { items: wanted },
        ...(goesOn && last !== undefined ? { next: encodeCursor({ person, after: last }) } : {}),
      };
    },
  }),
];

export const noticeActions = ({ notices, clock }: NoticesApiPorts): readonly ActionOperation[] => [
  action({
    ...MARK_NOTICES_READ,
    act: async ({ body: { upTo }, caller }) => {
      // What comes later than now is no notice yet, and must not be hidden before it comes.
      if (upTo > `AT#${clock.now()}#~`) return undefined;
      await notices.markRead(caller.person, upTo);
      return { status: 200, body: { readUpTo: (await notices.readUpTo(caller.person)) ?? upTo } };
    },
  }),
];
