import type { Recorded } from '../evolution.ts';
import { type Head, type Subjects, subjectOf } from '../state.ts';
import { type Declared, declaredContent, foundContent, INTERESTS, type Interests } from './interests-state.ts';
import { KEY_RULE } from './name-key.ts';
import { type CaseParty, NOT_RECORDED, PARTIES, type Parties } from './parties.ts';

/** Whoever left the team is forgotten with the next change: interests are kept for as long as they can matter here. */
const withPerson = (
  list: Interests,
  { person, team, declared }: { person: string; team: Head['team']; declared: Declared | undefined },
): readonly Interests[] => {
  const inTeam = new Set(team.map((member) => member.person));
  const others = Object.entries(list.people).filter(([id]) => id !== person && inTeam.has(id));
  const people: Record<string, Declared> = Object.fromEntries(others);
  if (declared !== undefined) people[person] = declared;
  return [{ ...list, people }];
};

/** The interests after a declaration. One without interests takes away what the person declared in an earlier office. */
export const interestsDeclared = (
  { data: { person }, content, version }: Recorded<'declaration.signed.v1'>,
  subjects: Subjects,
  { team }: Head,
): readonly Interests[] => {
  const { rule = KEY_RULE, keys = [], matches = [] } = declaredContent.parse(content ?? {});
  const list = subjectOf(subjects, 'interests', INTERESTS);
  if (keys.length === 0) {
    return list?.people[person] === undefined ? [] : withPerson(list, { person, team, declared: undefined });
  }
  const declared = { rule, keys, matches: matches.map((found) => ({ ...found, cleared: false })) };
  return withPerson(list ?? { kind: 'interests', id: INTERESTS, recordedIn: version, people: {} }, {
    person,
    team,
    declared,
  });
};

export const impedimentFound = (
  { data: { person }, content }: Recorded<'impediment.found.v1'>,
  subjects: Subjects,
  { team }: Head,
): readonly Interests[] => {
  const { matches = [] } = foundContent.parse(content ?? {});
  const list = subjectOf(subjects, 'interests', INTERESTS);
  const own = list?.people[person];
  if (list === undefined || own === undefined) return [];
  const found = matches.map((one) => ({ ...one, cleared: false }));
  return withPerson(list, { person, team, declared: { ...own, matches: [...own.matches, ...found] } });
};

/** A ruling that nothing stands is about everything that was found until then. */
export const impedimentRuled = (
  { data: { person, stands } }: Recorded<'impediment.ruled.v1'>,
  subjects: Subjects,
  { team }: Head,
): readonly Interests[] => {
  const list = subjectOf(subjects, 'interests', INTERESTS);
  const own = list?.people[person];
  if (stands || list === undefined || own === undefined || own.matches.length === 0) return [];
  const matches = own.matches.map((one) => ({ ...one, cleared: true }));
  return withPerson(list, { person, team, declared: { ...own, matches } });
};

/** The list of parties with more of them. A case that was opened before parties were kept has no list to add to. */
export const withParties = (subjects: Subjects, added: readonly CaseParty[]): readonly Parties[] => {
  const list = subjectOf(subjects, 'parties', PARTIES);
  if (list === undefined || list.recordedIn === NOT_RECORDED || added.length === 0) return [];
  return [{ ...list, parties: [...list.parties, ...added] }];
};
