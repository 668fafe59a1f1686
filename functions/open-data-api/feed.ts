import type { Language } from '../../domain/languages.ts';
import { aboutIn } from '../../domain/notices/about.ts';
import { linkTo } from '../../domain/notices/link.ts';
import { saysOf } from '../../domain/notices/words.ts';
import { LICENCE } from '../../domain/open-data/licence.ts';
import { PROCESS } from '../../domain/process/process-state.ts';
import { type RecordEntry, sha256Hex } from '../../events/record.ts';
import { publication } from '../_http/answer-publication.ts';
import { ATOM, READ_FEED } from '../_http/open-data-operations.ts';
import { PUBLISHER } from '../_open-data/publisher.ts';
import { html, type Markup, where } from '../_pages/markup.ts';
import type { CaseStore } from '../_ports/ports.ts';
import { caseAtHand, subjectAtHand } from '../_queries/case-at-hand.ts';

/** What happens in a case, as a feed: it says no more of an event than its type, which is everybody’s. */
export const readFeed = publication({
  ...READ_FEED,
  publish: async ({ cases }, { parameters, query: { language, limit, before }, origin }) => {
    const found = await caseAtHand({ cases }, { parameters });
    if (found === undefined) return undefined;
    const { head, version } = found;
    return {
      mediaType: `${ATOM}; charset=utf-8`,
      state: String(version),
      text: async () => {
        const to = Math.min(version, (before ?? version + 1) - 1);
        const from = Math.max(0, to - limit);
        const page = await eventsBetween(cases, { case: head.case, from, to });
        const [newest] = await eventsBetween(cases, { case: head.case, from: version - 1, to: version });
        const process = await subjectAtHand({ cases }, head.case, PROCESS);
        return writeFeed({
          case: head.case,
          ocid: head.ocid,
          title: process?.kind === 'process' ? process.process.title : head.ocid,
          updatedAt: newest?.recordedAt ?? head.openedAt,
          entries: page.toReversed(),
          asked: { language, limit, before },
          next: from > 0 ? from + 1 : undefined,
          origin,
        });
      },
    };
  },
});

/** The events after one version and up to another, in order. */
const eventsBetween = async (
  cases: CaseStore,
  { case: caseId, from, to }: { case: string; from: number; to: number },
): Promise<readonly RecordEntry[]> =>
  to <= from ? [] : (await cases.entries({ case: caseId, after: from, limit: to - from })).items;

interface Feed {
  readonly case: string;
  readonly ocid: string;
  readonly title: string;
  readonly updatedAt: string;
  /** Newest first. */
  readonly entries: readonly RecordEntry[];
  readonly asked: { readonly language: Language; readonly limit: number; readonly before: number | undefined };
  /** The page that goes on where this one ends. */
  readonly next: number | undefined;
  readonly origin: string;
}

/** Official data can hold characters that no XML document may. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const writable = (text: string): string => text.toWellFormed().replaceAll(UNWRITABLE, '?');

const writeFeed = async (feed: Feed): Promise<string> => {
  const { origin, asked } = feed;
  const address = (before: number | undefined): string => {
    const query = new URLSearchParams({ language: asked.language, limit: String(asked.limit) });
    if (before !== undefined) query.set('before', String(before));
    return `${origin}/cases/${feed.case}/feed.atom?${query}`;
  };
  const entries: Markup[] = [];
  for (const entry of feed.entries) entries.push(await entryOf(entry, feed));
  const { markup } = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${asked.language}">
<id>${await idOf(`feed of ${feed.case}`)}</id>
<title>${writable(feed.title)}</title>
<subtitle>${writable(feed.ocid)}</subtitle>
<updated>${feed.updatedAt}</updated>
<author><name>${PUBLISHER}</name><uri>${origin}</uri></author>
<rights>${LICENCE}</rights>
<link rel="license" href="${LICENCE}"/>
<link rel="self" type="${ATOM}" href="${address(asked.before)}"/>
<link rel="alternate" type="application/json" href="${origin}/cases/${feed.case}"/>
${where(
  feed.next,
  (before) => html`<link rel="next" type="${ATOM}" href="${address(before)}"/>
`,
)}${entries}</feed>
`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${markup}`;
};

const entryOf = async ({ id, type, recordedAt, data, version }: RecordEntry, feed: Feed): Promise<Markup> => {
  const about = aboutIn(data);
  const link = linkTo({ stream: feed.case, ...(about === undefined ? {} : { about }) });
  const says = saysOf(type, feed.asked.language);
  return html`<entry>
<id>${await idOf(`event ${id}`)}</id>
<title>${says}</title>
<published>${recordedAt}</published>
<updated>${recordedAt}</updated>
<category term="${type}"/>
<link rel="alternate" type="application/json" href="${feed.origin}${link}"/>
<summary>${writable(`${says} (${[feed.ocid, about, `#${version}`].filter((part) => part !== undefined).join(', ')})`)}</summary>
</entry>
`;
};

/**
 * An id that stays the same wherever the deployment moves (RFC 4287, section 4.2.6): a UUID of RFC 9562, version 8, from the SHA-256 of
 * what it names. Hashes of the record are no part of it: an event keeps its id however it was sealed.
 */
const idOf = async (named: string): Promise<string> => {
  const digits = await sha256Hex(named);
  const variant = ((Number.parseInt(digits.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `urn:uuid:${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
};
