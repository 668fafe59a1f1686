import * as z from 'zod/mini';
import { type Card, listedCase } from '../../domain/search/card.ts';
import { fits, type Sought, termsFor } from '../../domain/search/terms.ts';
import { wordingOf } from '../../domain/search/words.ts';
import { isExampleCase } from '../_http/case-id.ts';
import type { LIST_CASES } from '../_http/search-operations.ts';
import type { AgendaStore } from '../_ports/agenda-ports.ts';
import type { CaseListing, CaseStore, Page } from '../_ports/ports.ts';
import type { SearchStore } from '../_ports/search-ports.ts';
import { readableItemOf } from '../_record/agenda-row-of.ts';
import { cardIn } from './directory-entry.ts';
import { readList } from './read-list.ts';

export interface SearchPorts {
  readonly cases: CaseStore;
  readonly directory: SearchStore;
  readonly agenda: AgendaStore;
}

const listedShape = z.object(listedCase);
type Asked = z.infer<typeof LIST_CASES.query>;
type ShownCase = z.infer<typeof LIST_CASES.answers>['items'][number];

/**
 * A page of cases, newest first. Whoever asks for all of them reads the record itself, with the cards that are made by now: a case is in
 * it from the moment of its opening. Whoever looks for some reads the directory, which follows a moment later.
 */
export const findCases = async (
  ports: SearchPorts,
  { limit, cursor, q, ...asked }: Asked,
): Promise<Page<ShownCase>> => {
  const sought: Sought = { ...asked, wording: q === undefined ? undefined : wordingOf(q) };
  const terms = termsFor(sought);
  const page =
    terms.length === 0
      ? await everyCase(ports, { limit, cursor })
      : await readList(ports.directory, {
          terms,
          newestFirst: true,
          look: (ids) => cardsThatFit(ports.directory, ids, sought),
          about: sought,
          cursor,
          limit,
        });
  const items = await Promise.all(page.items.map((each) => withNextDue(ports.agenda, each)));
  return { ...page, items: items.map(marked) };
};

/** The id of an example says that it is one, so that lists need not look into each case. */
const marked = (shown: ShownCase): ShownCase => (isExampleCase(shown.case) ? { ...shown, example: true } : shown);

const cardsThatFit = async (
  directory: SearchStore,
  ids: readonly string[],
  sought: Sought,
): Promise<ReadonlyMap<string, Card>> => {
  const cards = await cardsOf(directory, ids);
  return new Map([...cards].filter(([, card]) => fits(card, sought)));
};

/** Those of the cases that have a card by now. */
const cardsOf = async (directory: SearchStore, ids: readonly string[]): Promise<ReadonlyMap<string, Card>> => {
  if (ids.length === 0) return new Map();
  return new Map(
    [...(await directory.entries(ids))].flatMap(([id, entry]) => {
      const card = cardIn(entry);
      return card === undefined ? [] : [[id, card] as const];
    }),
  );
};

const everyCase = async (
  { cases, directory }: SearchPorts,
  { limit, cursor }: Pick<Asked, 'limit' | 'cursor'>,
): Promise<Page<ShownCase>> => {
  const page = await cases.list({ limit, ...(cursor === undefined ? {} : { from: cursor }) });
  const ids = page.items.map((listing) => listing.case);
  const cards = await cardsOf(directory, ids);
  return { ...page, items: page.items.map((listing) => joined(listing, cards.get(listing.case))) };
};

/** How a case stands is told by the record, and the rest by its card. */
const joined = (listing: CaseListing, card: Card | undefined): ShownCase => {
  const { case: id, ocid, instrument, stage, condition, openedAt } = listedShape.parse(listing);
  return { ...card, case: id, ocid, instrument, stage, condition, openedAt };
};

/** Items of one agenda that are looked at for the first that is everybody’s. */
const ITEMS_LOOKED_AT_MAX = 10;

const withNextDue = async (agenda: AgendaStore, shown: ShownCase): Promise<ShownCase> => {
  const { rows } = await agenda.list({
    list: { of: 'case', case: shown.case },
    standing: 'running',
    limit: ITEMS_LOOKED_AT_MAX,
  });
  const next = rows.find(({ row }) => readableItemOf(row)?.audience === 'public');
  return next === undefined ? shown : { ...shown, nextDueAt: next.row.at };
};
