import { type Card, type CardState, cardOf, cardStateSchema } from '../../domain/search/card.ts';
import { namesOf, termsOf } from '../../domain/search/terms.ts';
import type { DirectoryEntry, Posting } from '../_ports/search-ports.ts';

/** What was folded of a case; undefined where its first event is still to be saved. */
export const cardStateIn = (entry: DirectoryEntry | undefined): CardState | undefined =>
  entry === undefined || entry.seen === 0 ? undefined : cardStateSchema.parse(JSON.parse(entry.state));

export const cardIn = (entry: DirectoryEntry | undefined): Card | undefined => {
  const state = cardStateIn(entry);
  return state === undefined ? undefined : cardOf(state);
};

/** Where a case stands in a list: by its opening, and those of one instant in an order that stays. */
export const postingOf = ({ case: id, openedAt }: Pick<CardState, 'case' | 'openedAt'>, term: string): Posting => ({
  term,
  place: `${openedAt}#${id}`,
  id,
});

export const postingsOf = (state: CardState): readonly Posting[] =>
  termsOf(cardOf(state)).map((term) => postingOf(state, term));

/**
 * Where the authority of a case stands among the names. It stays there for good, whichever name it is given later and whatever becomes
 * of the case: whoever reads compares the name of now.
 */
export const namePostingsOf = ({ authority }: Pick<Card, 'authority'>): readonly Posting[] =>
  namesOf(authority).map((term) => ({ term, place: authority.id, id: authority.id }));
