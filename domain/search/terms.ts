import { AUTHORITY_UNKNOWN } from '../registry/registered-facts.ts';
import type { Card } from './card.ts';
import { holdsPiece, isPiece, pieceListedUnder, piecesOf } from './codes.ts';
import { beginningsOf, holds, listedUnder, type Wording, wordsOf } from './words.ts';

/** Words of one case, or of one name, that are listed: the first so many. */
const WORDS_MAX = 40;
/** Words of a question whose lists are looked at: the longest. The others are compared on the cards. */
const LISTS_MAX = 6;

/** What a case is looked for by. */
export interface Sought {
  readonly wording?: Wording | undefined;
  readonly authority?: string | undefined;
  readonly territory?: string | undefined;
  readonly stage?: string | undefined;
  readonly instrument?: string | undefined;
  readonly profile?: string | undefined;
  readonly condition?: string | undefined;
}

/** A territory, and the country that it is a part of. */
const territoriesOf = (territory: string | undefined): readonly string[] =>
  territory === undefined ? [] : [...new Set([territory, territory.slice(0, 2)])];

/** What of the key of an authority people know: its official identifier. */
const idIn = (key: string): string => (key === AUTHORITY_UNKNOWN || key.startsWith('name:') ? '' : key);

/** The words by which a case is found: of its process, of who buys, and of the ids of both. */
const wordsOfCard = ({ title = '', authority, ocid }: Card): readonly string[] => {
  return wordsOf(`${ocid} ${title} ${authority.name ?? ''} ${idIn(authority.id)}`).slice(0, WORDS_MAX);
};

const facetsOf = ({ authority, stage, instrument, profile, condition }: Sought): readonly string[] =>
  Object.entries({ authority, stage, instrument, profile, condition }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}:${value}`],
  );

/** The lists that a case stands in: bounded, and the same for ever for the same card. */
export const termsOf = (card: Card): readonly string[] => {
  const { authority, profile, stage, instrument, condition } = card;
  const words = [...wordsOfCard(card).flatMap(beginningsOf), ...piecesOf(card.ocid)];
  const facets = facetsOf({ authority: authority.id, profile: profile.id, stage, instrument, condition });
  return [
    ...new Set([
      ...facets,
      ...territoriesOf(card.territory).map((territory) => `territory:${territory}`),
      ...words.map((word) => `word:${word}`),
    ]),
  ].toSorted();
};

/** The lists that an authority stands in by its name and its key. */
export const namesOf = ({ id, name = '' }: Card['authority']): readonly string[] =>
  [...new Set(wordsOfName({ id, name }).flatMap(beginningsOf))].map((word) => `name:${word}`).toSorted();

const wordsOfName = ({ id, name = '' }: Card['authority']): readonly string[] =>
  wordsOf(`${name} ${idIn(id)}`).slice(0, WORDS_MAX);

export const isNamed = (authority: Card['authority'], wording: Wording): boolean =>
  holds(wordsOfName(authority), wording);

const longestFirst = ({ whole, beginning }: Wording): readonly string[] =>
  [...whole, beginning].toSorted((one, other) => other.length - one.length).slice(0, LISTS_MAX);

/** The lists of names that hold all that is asked for. */
export const nameTermsFor = (wording: Wording): readonly string[] =>
  longestFirst(wording).map((word) => `name:${listedUnder(word)}`);

/** The lists of cases each of which holds all that is asked for, and more. None for who asks for nothing. */
export const termsFor = (sought: Sought): readonly string[] => [
  ...facetsOf(sought),
  ...(sought.territory === undefined ? [] : [`territory:${sought.territory}`]),
  ...(sought.wording === undefined ? [] : longestFirst(sought.wording)).map(
    (word) => `word:${isPiece(word) ? pieceListedUnder(word) : listedUnder(word)}`,
  ),
];

/** Whether a case is what is sought, by what its card says now: a list may hold cases that moved on a moment ago. */
export const fits = (card: Card, { wording, territory, profile, authority, ...how }: Sought): boolean =>
  (authority === undefined || card.authority.id === authority) &&
  (profile === undefined || card.profile.id === profile) &&
  (territory === undefined || territoriesOf(card.territory).includes(territory)) &&
  (how.stage === undefined || card.stage === how.stage) &&
  (how.instrument === undefined || card.instrument === how.instrument) &&
  (how.condition === undefined || card.condition === how.condition) &&
  (wording === undefined || saysAll(card, wording));

const saysAll = (card: Card, { whole, beginning }: Wording): boolean => {
  const words = wordsOfCard(card);
  return (
    whole.every((word) => words.includes(word) || holdsPiece(card.ocid, word)) &&
    (words.some((word) => word.startsWith(beginning)) || holdsPiece(card.ocid, beginning))
  );
};
