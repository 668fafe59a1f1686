import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { canonicalJson } from '../../events/record.ts';
import { decodeCursor, encodeCursor } from '../_ports/cursor.ts';
import { BadCursor, type Page } from '../_ports/ports.ts';
import type { Posting, SearchStore } from '../_ports/search-ports.ts';

/** Places of a list that one page looks at: where few of them fit, the page is shorter and says where it goes on. */
export const LOOKED_AT_MAX = 200;

export interface ListReading<Found> {
  /** Lists each of which holds all that is asked for, and more: at least one. */
  readonly terms: readonly string[];
  readonly newestFirst: boolean;
  /** What of a page of a list is what is asked for, by the ids. */
  readonly look: (ids: readonly string[]) => Promise<ReadonlyMap<string, Found>>;
  /** What the reading is about: a cursor of another is refused. */
  readonly about: unknown;
  readonly cursor: string | undefined;
  readonly limit: number;
}

const cursorKey = z.strictObject({ about: z.string(), after: z.string() });
const ABOUT_LENGTH = 16;

const markOf = (about: unknown): string =>
  createHash('sha256').update(canonicalJson(about)).digest('hex').slice(0, ABOUT_LENGTH);

const placeIn = (cursor: string | undefined, about: string): string | undefined => {
  if (cursor === undefined) return undefined;
  const key = decodeCursor(cursorKey, cursor);
  if (key.about !== about) throw new BadCursor('This cursor was given out for another list.');
  return key.after;
};

/**
 * A page of what stands in all of several lists. The one that is thinnest from here on is gone through, and what it names is looked at:
 * a page costs what a page costs, however many cases there are.
 */
export const readList = async <Found>(store: SearchStore, reading: ListReading<Found>): Promise<Page<Found>> => {
  const { limit, newestFirst } = reading;
  const about = markOf([reading.about, newestFirst]);
  const start = placeIn(reading.cursor, about);
  const from = (term: string, after: string | undefined) => store.postings({ term, newestFirst, after, limit });
  const beginnings = await Promise.all(reading.terms.map(async (term) => ({ term, ...(await from(term, start)) })));
  let page = thinnest(beginnings, newestFirst);
  const items: Found[] = [];
  let looked = 0;
  for (;;) {
    const found = await reading.look(page.postings.map(({ id }) => id));
    for (const [at, { id, place }] of page.postings.entries()) {
      const one = found.get(id);
      if (one !== undefined) items.push(one);
      const isLast = at === page.postings.length - 1;
      if (items.length === limit && (page.more || !isLast))
        return { items, next: encodeCursor({ about, after: place }) };
    }
    looked += page.postings.length;
    const last = page.postings.at(-1)?.place;
    if (!page.more || last === undefined) return { items };
    if (looked >= LOOKED_AT_MAX) return { items, next: encodeCursor({ about, after: last }) };
    page = { term: page.term, ...(await from(page.term, last)) };
  }
};

interface Beginning {
  readonly term: string;
  readonly postings: readonly Posting[];
  readonly more: boolean;
}

/** The list that is over first, else the one whose first places reach furthest. */
const thinnest = (beginnings: readonly Beginning[], newestFirst: boolean): Beginning => {
  const [first, ...others] = beginnings;
  if (first === undefined) throw new Error('A question is about something.');
  return others.reduce((best, each) => (isThinner(each, best, newestFirst) ? each : best), first);
};

const isThinner = (one: Beginning, other: Beginning, newestFirst: boolean): boolean => {
  if (!one.more || !other.more) {
    return one.more === other.more ? one.postings.length < other.postings.length : !one.more;
  }
  const [reaches, reached] = [one.postings.at(-1)?.place ?? '', other.postings.at(-1)?.place ?? ''];
  return newestFirst ? reaches < reached : reaches > reached;
};
