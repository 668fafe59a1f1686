import {
  ID_LENGTH_MAX,
  NAME_LENGTH_MAX,
  PARTY_ROLES,
  type Party,
  type PartyRole,
  SCHEME_LENGTH_MAX,
} from './contracting-process.ts';
import { at, itemsAt, type LocatedObject, objectAt, objectsAt } from './located.ts';
import type { ProblemList } from './ocds-problems.ts';
import { codeOf, idAt, lineOf, textAt, textOf } from './read-text.ts';
import { sameName } from './same-party.ts';
import type { Read } from './within-limits.ts';

/** An organisation of the process's `parties`, with the id by which the rest of the release refers to it. */
export interface ListedParty extends Read<Party> {
  readonly id: string | undefined;
  readonly roles: readonly PartyRole[];
}

/** The organisations of a process, and how its references find them. */
export interface Parties {
  readonly release: LocatedObject;
  readonly listed: readonly ListedParty[];
  readonly byId: ReadonlyMap<string, ListedParty>;
  readonly byIdentifier: ReadonlyMap<string, ListedParty>;
  readonly byName: ReadonlyMap<string, ListedParty>;
}

/** The `parties` of a release. An id that stands twice is one organisation with the roles of both. */
export const readParties = (release: LocatedObject, problems: ProblemList): Parties => {
  const listed = joined(
    objectsAt(release, 'parties', problems).flatMap((node) => readListed(node, problems)),
    problems,
  );
  // The first of a key wins, as a reader going down the list would find it.
  const index = (keyOf: (party: ListedParty) => string | undefined): ReadonlyMap<string, ListedParty> =>
    new Map(listed.toReversed().flatMap((party) => keyed(keyOf(party), party)));
  return {
    release,
    listed,
    byId: index((party) => party.id),
    byIdentifier: index((party) => party.value.identifier?.id),
    byName: index((party) => sameName(party.value.name)),
  };
};

const keyed = (key: string | undefined, party: ListedParty): Array<[string, ListedParty]> =>
  key === undefined ? [] : [[key, party]];

const readListed = (node: LocatedObject, problems: ProblemList): readonly ListedParty[] => {
  const value = readParty(node, problems);
  if (value === undefined) return [];
  const roles = itemsAt(node, 'roles', problems).flatMap(
    (role) => codeOf(textOf(role, problems), PARTY_ROLES, problems) ?? [],
  );
  return [{ id: readId(node, problems), value, place: node.place, roles: [...new Set(roles)] }];
};

const joined = (parties: readonly ListedParty[], problems: ProblemList): readonly ListedParty[] => {
  const kept = new Map<string, ListedParty>();
  for (const [index, party] of parties.entries()) {
    const key = party.id === undefined ? `at ${index}` : `id ${party.id}`;
    const first = kept.get(key);
    if (first !== undefined) problems.note('duplicate-id', party.place);
    kept.set(key, first === undefined ? party : { ...first, roles: [...new Set([...first.roles, ...party.roles])] });
  }
  return [...kept.values()];
};

const readId = (node: LocatedObject, problems: ProblemList): string | undefined =>
  idAt(node, 'id', { lengthMax: ID_LENGTH_MAX, problems });

/** An organisation by its own fields: name, else legal name, else id; nothing when there is none of them. */
const readParty = (node: LocatedObject, problems: ProblemList): Party | undefined => {
  const ownId = readId(node, problems);
  const official = objectAt(node, 'identifier', problems);
  const officialId = official && readId(official, problems);
  const scheme = officialId && lineOf(textAt(official, 'scheme', problems), SCHEME_LENGTH_MAX, problems);
  const id = officialId ?? ownId;
  const name = nameAt(node, 'name', problems) ?? standIn({ node, official, id }, problems);
  if (name === undefined) {
    problems.note('party-empty', node.place);
    return undefined;
  }
  return { name, ...(id !== undefined && { identifier: { ...(scheme && { scheme }), id } }) };
};

const nameAt = (node: LocatedObject | undefined, key: string, problems: ProblemList): string | undefined =>
  lineOf(textAt(node, key, problems), NAME_LENGTH_MAX, problems);

const standIn = (
  { node, official, id }: { node: LocatedObject; official: LocatedObject | undefined; id: string | undefined },
  problems: ProblemList,
): string | undefined => {
  const name = nameAt(official, 'legalName', problems) ?? id;
  if (name !== undefined) problems.note('name-missing', node.place);
  return name;
};

/** The organisation that a reference (`{ id, name }`) means: as `parties` describes it, or else as the reference names it. */
export const referredTo = (
  reference: LocatedObject,
  parties: Parties,
  problems: ProblemList,
): Read<Party> | undefined => {
  const id = readId(reference, problems);
  const byId = id === undefined ? undefined : parties.byId.get(id);
  const found = byId ?? foundOtherwise(reference, parties, problems);
  if (found === undefined) return unlisted(reference, parties, problems);
  const name = nameAt(reference, 'name', problems);
  const nameNode = at(reference, 'name');
  if (name !== undefined && nameNode !== undefined && sameName(name) !== sameName(found.value.name)) {
    problems.note('party-name-differs', nameNode.place);
  }
  return { value: found.value, place: reference.place };
};

const foundOtherwise = (reference: LocatedObject, parties: Parties, problems: ProblemList): ListedParty | undefined => {
  const id = readId(reference, problems);
  const name = nameAt(reference, 'name', problems);
  const found =
    (id === undefined ? undefined : parties.byIdentifier.get(id)) ??
    (name === undefined ? undefined : parties.byName.get(sameName(name)));
  if (found !== undefined) problems.note('party-id-differs', reference.place);
  return found;
};

const unlisted = (reference: LocatedObject, parties: Parties, problems: ProblemList): Read<Party> | undefined => {
  const value = readParty(reference, problems);
  if (value === undefined) return undefined;
  if (parties.listed.length === 0) problems.note('parties-missing', parties.release.place);
  else problems.note('party-unlisted', reference.place);
  return { value, place: reference.place };
};

/** Whoever holds a role among `parties`. */
export const inRole = (parties: Parties, role: PartyRole): readonly ListedParty[] =>
  parties.listed.filter(({ roles }) => roles.includes(role));
