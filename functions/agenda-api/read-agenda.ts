import * as z from 'zod/mini';
import type { AgendaItem } from '../../domain/agenda/item.ts';
import { canonicalJson } from '../../events/record.ts';
import {
  AGENDA_SHARDS,
  type AgendaList,
  type AgendaPageRequest,
  type AgendaStore,
  type PlacedRow,
} from '../_ports/agenda-ports.ts';
import { decodeCursor, encodeCursor } from '../_ports/cursor.ts';
import { BadCursor, type Page } from '../_ports/ports.ts';
import { agendaItemOf } from '../_record/agenda-row-of.ts';

/** Rows that one page looks at at most: a filter that fits few gives a shorter page and says where it goes on. */
export const LOOKED_AT_MAX = 1_000;
/** Rows that are fetched of one shard at once: the shards of a list are merged in the order of time. */
const FETCHED = 20;

/** Every item of all cases: its shards, to be merged. */
export const EVERYTHING: readonly AgendaList[] = Array.from({ length: AGENDA_SHARDS }, (_, shard) => ({
  of: 'all',
  shard,
}));

export interface AgendaReading {
  /** Lists that are merged. */
  readonly lists: readonly AgendaList[];
  readonly stretch: Pick<AgendaPageRequest, 'standing' | 'since' | 'until'>;
  readonly keep: (item: AgendaItem) => boolean;
  /** What the reading is about: a cursor of another is refused. */
  readonly about: unknown;
  readonly cursor: string | undefined;
  readonly limit: number;
}

const cursorKey = z.strictObject({ about: z.string(), after: z.string() });

const placeIn = (cursor: string | undefined, about: string): string | undefined => {
  if (cursor === undefined) return undefined;
  const key = decodeCursor(cursorKey, cursor);
  if (key.about !== about) throw new BadCursor('This cursor was given out for another list.');
  return key.after;
};

/** One page of an agenda, in the order of time. What it costs depends on the page and not on the length of the list. */
export const readAgenda = async (store: AgendaStore, reading: AgendaReading): Promise<Page<AgendaItem>> => {
  const { lists, stretch, keep, limit } = reading;
  const about = canonicalJson([lists, stretch.standing, reading.about]);
  const merged = mergedRows(store, { lists, stretch, after: placeIn(reading.cursor, about) });
  const items: AgendaItem[] = [];
  let looked = 0;
  let last: string | undefined;
  for await (const { place, row } of merged) {
    if (items.length === limit || looked === LOOKED_AT_MAX) {
      return { items, ...(last === undefined ? {} : { next: encodeCursor({ about, after: last }) }) };
    }
    looked += 1;
    last = place;
    const item = agendaItemOf(row);
    if (keep(item)) items.push(item);
  }
  return { items };
};

interface Merging {
  readonly lists: readonly AgendaList[];
  readonly stretch: AgendaReading['stretch'];
  readonly after: string | undefined;
}

/** The rows of several lists as one, in the order of their places. */
async function* mergedRows(store: AgendaStore, { lists, stretch, after }: Merging): AsyncGenerator<PlacedRow> {
  const sources = await Promise.all(lists.map((list) => opened(rowsOf(store, list, { ...stretch, after }))));
  for (;;) {
    const [first] = sources
      .filter(({ head }) => head !== undefined)
      .toSorted((one, other) => ((one.head?.place ?? '') < (other.head?.place ?? '') ? -1 : 1));
    if (first?.head === undefined) return;
    yield first.head;
    await first.advance();
  }
}

interface Source {
  head: PlacedRow | undefined;
  readonly advance: () => Promise<void>;
}

const opened = async (rows: AsyncGenerator<PlacedRow, undefined>): Promise<Source> => {
  const next = async (): Promise<PlacedRow | undefined> => {
    const { value } = await rows.next();
    return value;
  };
  const source: Source = {
    head: await next(),
    advance: async () => {
      source.head = await next();
    },
  };
  return source;
};

async function* rowsOf(
  store: AgendaStore,
  list: AgendaList,
  { after, ...stretch }: AgendaReading['stretch'] & { after: string | undefined },
): AsyncGenerator<PlacedRow, undefined> {
  let place = after;
  for (;;) {
    const page = await store.list({
      list,
      ...stretch,
      limit: FETCHED,
      ...(place === undefined ? {} : { after: place }),
    });
    yield* page.rows;
    place = page.rows.at(-1)?.place;
    if (!page.more || place === undefined) return undefined;
  }
}
