import type { Instant } from '../../events/shapes.ts';
import type { Notice, NoticeStore } from '../_ports/notice-ports.ts';
import type { CaseStore } from '../_ports/ports.ts';
import { caseTold } from './case-told.ts';
import type { DigestPart } from './compose-mail.ts';

const PAGE = 100;
/** Where counting stops: a mail says "more than" from there. */
const COUNTED_MAX = 500;
/** Cases that one mail tells of; the page that it leads to tells of all. */
const CASES_MAX = 10;
const ROSTER = 'roster:';

interface Digest {
  readonly count: number;
  readonly isMore: boolean;
  /** By case, the one that was heard of last first. */
  readonly parts: readonly DigestPart[];
}

/** What somebody was told of in a span of time, as far as it is counted. */
export const digestOf = async (
  ports: { readonly notices: Pick<NoticeStore, 'notices'>; readonly cases: Pick<CaseStore, 'read'> },
  person: string,
  span: { readonly from: Instant; readonly to: Instant },
): Promise<Digest> => {
  const found = await noticesIn(ports.notices, person, span);
  const counted = found.slice(0, COUNTED_MAX);
  const streams = new Map<string, Map<string, number>>();
  for (const { stream, kind } of counted) {
    const name = stream.startsWith(ROSTER) ? ROSTER : stream;
    const kinds = streams.get(name) ?? new Map<string, number>();
    streams.set(name, kinds.set(kind, (kinds.get(kind) ?? 0) + 1));
  }
  const parts = [...streams]
    .slice(0, CASES_MAX)
    .map(
      async ([stream, kinds]): Promise<DigestPart> =>
        stream === ROSTER ? { kinds } : { about: await caseTold(ports.cases, stream), kinds },
    );
  return { count: counted.length, isMore: found.length > COUNTED_MAX, parts: await Promise.all(parts) };
};

/** The notices of a span, newest first: one more than are counted, where there are more. */
const noticesIn = async (
  notices: Pick<NoticeStore, 'notices'>,
  person: string,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Promise<readonly Notice[]> => {
  const found: Notice[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await notices.notices({ person, after, limit: PAGE });
    const items = page.items.map(({ notice }) => notice);
    found.push(...items.filter(({ recordedAt }) => recordedAt >= from && recordedAt < to));
    after = page.items.at(-1)?.place;
    const isOver = (items.at(-1)?.recordedAt ?? '') < from;
    if (!page.more || isOver || found.length > COUNTED_MAX) return found;
  }
};
