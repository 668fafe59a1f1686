import { type Identifier, identifierKey, isSameIdentifier } from './identifier-key.ts';
import { namingWords, tellingKey } from './name-key.ts';

/** Somebody by name and, where it is known, by official identifier: a party of a process, or whom an interest is in. */
export interface Named {
  readonly name: string;
  readonly identifier?: Identifier | undefined;
}

/** A party of a process, under the word that the case calls it by: `buyer`, `bidder-2`. One may bear several names in time. */
export interface NamedParty extends Named {
  readonly party: string;
}

/** What somebody is matched by. Neither where the name tells nobody and the identifier identifies nobody. */
export interface Keys {
  readonly name?: string | undefined;
  readonly identifier?: Identifier | undefined;
}

/** How an interest was found to be in a party: `interest` is its place in the list. */
export interface Match {
  readonly party: string;
  readonly by: 'identifier' | 'name';
  readonly interest: number;
}

const keysFrom = (naming: readonly string[], identifier: Identifier | undefined): Keys => {
  const name = tellingKey(naming);
  const idKey = identifier === undefined ? undefined : identifierKey(identifier);
  return { ...(name === undefined ? {} : { name }), ...(idKey === undefined ? {} : { identifier: idKey }) };
};

export const keysOf = ({ name, identifier }: Named): Keys => keysFrom(namingWords(name), identifier);

export interface PartyIndex {
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly byId: ReadonlyMap<string, readonly { readonly party: string; readonly identifier: Identifier }[]>;
  /** Every word that names a party: a name with another word in it is none of theirs. */
  readonly words: ReadonlySet<string>;
}

export const indexParties = (parties: readonly NamedParty[]): PartyIndex => {
  const byName = new Map<string, string[]>();
  const byId = new Map<string, { party: string; identifier: Identifier }[]>();
  const words = new Set<string>();
  for (const { party, ...named } of parties) {
    const naming = namingWords(named.name);
    const { name, identifier } = keysFrom(naming, named.identifier);
    for (const word of naming) words.add(word);
    if (name !== undefined) entry(byName, name).push(party);
    if (identifier !== undefined) entry(byId, identifier.id).push({ party, identifier });
  }
  return { byName, byId, words };
};

const entry = <Value>(index: Map<string, Value[]>, key: string): Value[] => {
  const found = index.get(key) ?? [];
  if (found.length === 0) index.set(key, found);
  return found;
};

/** The keys of an interest, as far as they can be those of a party: most names are told apart by one of their words. */
const keysAmong = ({ words }: PartyIndex, { name, identifier }: Named): Keys => {
  const naming = namingWords(name);
  return keysFrom(naming.some((word) => !words.has(word)) ? [] : naming, identifier);
};

/** Which parties an interest is in: each party once, by identifier where both say so. Time grows with the interests alone. */
export const matchesIn = ({ byName, byId }: PartyIndex, interests: readonly Keys[]): readonly Match[] => {
  const found = new Map<string, Match>();
  const note = (match: Match): void => {
    const known = found.get(match.party);
    if (known === undefined || (known.by === 'name' && match.by === 'identifier')) found.set(match.party, match);
  };
  for (const [interest, { name, identifier }] of interests.entries()) {
    const candidates = identifier === undefined ? [] : (byId.get(identifier.id) ?? []);
    for (const candidate of candidates) {
      const isSame = identifier !== undefined && isSameIdentifier(candidate.identifier, identifier);
      if (isSame) note({ party: candidate.party, by: 'identifier', interest });
    }
    if (name !== undefined) for (const party of byName.get(name) ?? []) note({ party, by: 'name', interest });
  }
  return [...found.values()];
};

/** Which parties of a process somebody's interests are in. */
export const matchParties = (parties: readonly NamedParty[], interests: readonly Named[]): readonly Match[] =>
  matchesIn(indexParties(parties), interests.map(keysOf));

/** Those of many people who have an interest in a party of a process, each with what was found. The parties are indexed once. */
export const matchRoster = <Entry extends { readonly interests: readonly Named[] }>(
  parties: readonly NamedParty[],
  entries: readonly Entry[],
): readonly { readonly entry: Entry; readonly matches: readonly Match[] }[] => {
  const index = indexParties(parties);
  return entries.flatMap((candidate) => {
    const matches = matchesIn(
      index,
      candidate.interests.map((interest) => keysAmong(index, interest)),
    );
    return matches.length === 0 ? [] : [{ entry: candidate, matches }];
  });
};
