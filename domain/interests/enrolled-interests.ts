import { asJsonObject } from '../../events/shapes.ts';
import type { ProposedFact, Situation } from '../command.ts';
import { bytesOf } from '../process/contracting-process.ts';
import { subjectOf } from '../state.ts';
import { keyed } from './declared-interests.ts';
import { INTERESTS, type KeyedInterest } from './interests-state.ts';
import { indexParties, type Match, matchesIn } from './match-parties.ts';
import { KEY_RULE } from './name-key.ts';
import { PARTIES } from './parties.ts';

/** UTF-8 bytes of keys that the roster adds to those which a person of the team declares. */
export const ENROLLED_KEYS_BYTES_MAX = 5_000;

/**
 * What the roster says of the interests of somebody who is proposed: from then on they are matched with the parties of the process, and a
 * match is an impediment like a declared one. Proposing is not refused for it: two names can be alike by chance, and the coordinator rules.
 */
export const interestsOfRoster = (
  { roster, subjects }: Pick<Situation, 'roster' | 'subjects'>,
  person: string,
): readonly ProposedFact[] => {
  const interests = roster(person)?.details.interests ?? [];
  const before = subjectOf(subjects, 'interests', INTERESTS)?.people[person];
  // What the roster said at an earlier proposal and says no more is forgotten.
  if (interests.length === 0 && before?.enrolled === undefined) return [];
  const index = indexParties(subjectOf(subjects, 'parties', PARTIES)?.parties ?? []);
  const keys = fitting(interests.map(keyed), matchesIn(index, interests.map(keyed)));
  const matches = matchesIn(index, keys);
  const enrolled: ProposedFact = {
    type: 'interests.enrolled.v1',
    data: { person, interests: interests.length },
    content: asJsonObject({ rule: KEY_RULE, keys }),
  };
  if (matches.length === 0) return [enrolled];
  return [
    enrolled,
    {
      type: 'impediment.found.v1',
      data: { person, matches: matches.length },
      content: { matches: matches.map((match) => ({ ...match })) },
    },
  ];
};

/** As many as can be kept, those that were found in a party before the others. Mostly that is all of them, as they are listed. */
const fitting = (keys: readonly KeyedInterest[], found: readonly Match[]): readonly KeyedInterest[] => {
  if (bytesOf(keys) <= ENROLLED_KEYS_BYTES_MAX) return keys;
  const matched = new Set(found.map(({ interest }) => interest));
  const ordered = [...keys.filter((_, index) => matched.has(index)), ...keys.filter((_, index) => !matched.has(index))];
  const kept: KeyedInterest[] = [];
  for (const key of ordered) {
    if (bytesOf([...kept, key]) <= ENROLLED_KEYS_BYTES_MAX) kept.push(key);
  }
  return kept;
};
