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
