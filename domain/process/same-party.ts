import type { Party } from './contracting-process.ts';
import type { Read } from './within-limits.ts';

/** A name without what publishers vary: case, accents, punctuation, spaces. Equal results mean the same name. */
export const sameName = (name: string): string => {
  const bare = name
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
  return bare === '' ? name : bare;
};

/** What tells an organisation from others, worked out once. */
interface Identity {
  readonly party: Party;
  readonly name: string;
}

const identityOf = (party: Party): Identity => ({ party, name: sameName(party.name) });

/**
 * One organisation: the same identifier, or, unless two identifiers of one scheme say otherwise, the same name. A scheme that only one
 * of the two states does not tell them apart.
 */
const isSame = (one: Identity, other: Identity): boolean => {
  const [left, right] = [one.party.identifier, other.party.identifier];
  if (left !== undefined && right !== undefined) {
    if (left.id === right.id && (left.scheme ?? right.scheme) === (right.scheme ?? left.scheme)) return true;
    if (left.scheme === right.scheme) return false;
  }
  return one.name === other.name;
};

/** Tells which organisation a party is, by a number: the same number, the same organisation. */
export type Who = (party: Party) => number;

/**
 * Numbers the organisations among parties, whatever their order. Two that are each the same as a third are one organisation: a name
 * without an identifier joins those who bear it.
 */
export const whoIsWho = (parties: readonly Party[]): Who => {
  const byKey = new Map(parties.map((party) => [keyOf(party), party]));
  const keys = [...byKey.keys()];
  const group = new Map(keys.map((key, index) => [key, index]));
  if (!haveOneScheme(parties))
    join(
      [...byKey].map(([key, party]) => ({ key, identity: identityOf(party) })),
      group,
    );
  return (party) => group.get(keyOf(party)) ?? -1;
};

/** Organisations whose identifiers all come from one register differ as their identifiers do: no names need to be compared. */
const haveOneScheme = ([first, ...others]: readonly Party[]): boolean =>
  first?.identifier !== undefined &&
  others.every(({ identifier }) => identifier !== undefined && identifier.scheme === first.identifier?.scheme);

const keyOf = ({ name, identifier }: Party): string =>
  identifier === undefined ? `name ${name}` : `id ${JSON.stringify([identifier.scheme, identifier.id])}`;

const join = (
  parties: ReadonlyArray<{ readonly key: string; readonly identity: Identity }>,
  group: Map<string, number>,
): void => {
  for (const [index, one] of parties.entries()) {
    for (const other of parties.slice(0, index).filter(({ identity }) => isSame(identity, one.identity))) {
      merge(group, other.key, one.key);
    }
  }
};

/** Everybody who is of one group with the second is of that of the first from now on. */
const merge = (group: Map<string, number>, into: string, from: string): void => {
  const [kept, left] = [group.get(into), group.get(from)];
  if (kept === undefined || left === undefined || kept === left) return;
  for (const [key, number] of group) if (number === left) group.set(key, kept);
};

/** Each organisation once, as it first appears; after one more than `countMax` the rest is not looked at. */
export const distinct = (parties: ReadonlyArray<Read<Party>>, countMax: number): ReadonlyArray<Read<Party>> => {
  const kept: Array<Identity & Read<Party>> = [];
  for (const read of parties) {
    if (kept.length > countMax) break;
    const identity = identityOf(read.value);
    if (!kept.some((other) => isSame(other, identity))) kept.push({ ...identity, ...read });
  }
  return kept.map(({ value, place }) => ({ value, place }));
};

/** Those of the first that are none of the others. */
export const notAmong = (
  parties: ReadonlyArray<Read<Party>>,
  others: ReadonlyArray<Read<Party>>,
): ReadonlyArray<Read<Party>> => {
  const known = others.map(({ value }) => identityOf(value));
  return parties.filter(({ value }) => {
    const identity = identityOf(value);
    return !known.some((other) => isSame(other, identity));
  });
};
