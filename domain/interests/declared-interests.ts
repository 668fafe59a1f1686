import type { ProposedFact } from '../command.ts';
import type { Head } from '../state.ts';
import type { Interest } from './interest.ts';
import type { FoundMatch, Interests, KeyedInterest } from './interests-state.ts';
import { indexParties, type Keys, keysOf, matchesIn, type NamedParty } from './match-parties.ts';
import { KEY_RULE } from './name-key.ts';

/** UTF-8 bytes of the keys of one person: a team of the largest size must fit into one item of the table. */
export const KEYS_BYTES_MAX = 12_000;

/** What is kept of an interest to match it later: neither its name as it was written nor anything else that was said of it. */
export const keyed = ({ kind, ...named }: Interest): KeyedInterest => {
  const { name, identifier }: Keys = keysOf(named);
  return {
    kind,
    ...(name === undefined ? {} : { name }),
    ...(identifier === undefined
      ? {}
      : {
          identifier: {
            ...(identifier.scheme === undefined ? {} : { scheme: identifier.scheme }),
            id: identifier.id,
          },
        }),
  };
};

/** What a declaration of interests holds as content, with what it was found to match. */
export const declaredNow = (interests: readonly Interest[], parties: readonly NamedParty[]) => {
  const keys = interests.map(keyed);
  const matches = matchesIn(indexParties(parties), keys);
  return { rule: KEY_RULE, keys, matches: matches.map((found) => ({ ...found })) };
};

/**
 * The facts that name everybody in office whose declared interests are in a party that was not found before. What was ruled not to
 * stand is not found again.
 */
export const findImpediments = (
  { team }: Pick<Head, 'team'>,
  interests: Interests | undefined,
  parties: readonly NamedParty[],
): readonly ProposedFact[] => {
  if (interests === undefined) return [];
  const index = indexParties(parties);
  return team.flatMap(({ person, standing, declared: hasDeclared }): readonly ProposedFact[] => {
    const own = interests.people[person];
    if (own === undefined || standing !== 'accepted' || !hasDeclared) return [];
    const found = matchesIn(index, own.keys).filter(({ party }) => !own.matches.some((known) => known.party === party));
    if (found.length === 0) return [];
    return [
      {
        type: 'impediment.found.v1',
        data: { person, matches: found.length },
        content: { matches: found.map((one) => ({ ...one })) },
      },
    ];
  });
};

/** What still stands against somebody, of what was found. */
export const openMatches = (interests: Interests | undefined, person: string): readonly FoundMatch[] =>
  (interests?.people[person]?.matches ?? []).flatMap(({ cleared, ...found }) => (cleared ? [] : [found]));
