import {
  AWARD_STATUSES,
  AWARDS_BYTES_MAX,
  AWARDS_MAX,
  type Award,
  CONTRACT_STATUSES,
  CONTRACTS_BYTES_MAX,
  CONTRACTS_MAX,
  COUNT_MAX,
  type Contract,
  ID_LENGTH_MAX,
  type Party,
  SUPPLIERS_BYTES_MAX,
  SUPPLIERS_MAX,
} from './contracting-process.ts';
import { at, type LocatedObject, objectAt, objectsAt } from './located.ts';
import type { ProblemList } from './ocds-problems.ts';
import { moneyAt } from './read-amount.ts';
import { instantAt, periodOf } from './read-date.ts';
import { type Parties, referredTo } from './read-parties.ts';
import { codeAt, idAt } from './read-text.ts';
import { distinct } from './same-party.ts';
import { type Read, within } from './within-limits.ts';

export interface Awards {
  readonly awards: readonly Award[];
  /** Of every award, also of those that did not fit. */
  readonly awardIds: ReadonlySet<string>;
  /** Suppliers of every award, also of those that did not fit. */
  readonly suppliers: ReadonlyArray<Read<Party>>;
}

interface ReadAward extends Read<Omit<Award, 'suppliers'>> {
  readonly suppliers: ReadonlyArray<Read<Party>>;
}

/** The awards of a release. An id that stands twice is one award with the suppliers of both, as exports with a row per supplier write it. */
export const readAwards = (release: LocatedObject, parties: Parties, problems: ProblemList): Awards => {
  const read = objectsAt(release, 'awards', problems).map((node, index): ReadAward => {
    const status = codeAt(node, 'status', { codes: AWARD_STATUSES, problems });
    const decidedAt = instantAt(node, 'date', problems);
    const value = moneyAt(node, 'value', problems);
    return {
      place: node.place,
      value: {
        id: ownId(node, index, problems),
        ...(status !== undefined && { status }),
        ...(decidedAt !== undefined && { decidedAt }),
        ...(value !== undefined && { value }),
      },
      suppliers: objectsAt(node, 'suppliers', problems).flatMap(
        (reference) => referredTo(reference, parties, problems) ?? [],
      ),
    };
  });
  const awards = joined(read, problems, (first, second) => ({
    ...first,
    value: { ...second.value, ...first.value },
    suppliers: [...first.suppliers, ...second.suppliers],
  }));
  return {
    awards: within(
      awards.map((award) => withSuppliers(award, problems)),
      { countMax: AWARDS_MAX, bytesMax: AWARDS_BYTES_MAX },
      problems,
    ),
    awardIds: new Set(awards.map(({ value }) => value.id)),
    suppliers: awards.flatMap(({ suppliers }) => suppliers),
  };
};

const withSuppliers = ({ value, place, suppliers }: ReadAward, problems: ProblemList): Read<Award> => {
  const kept = within(
    distinct(suppliers, SUPPLIERS_MAX),
    { countMax: SUPPLIERS_MAX, bytesMax: SUPPLIERS_BYTES_MAX },
    problems,
  );
  return { place, value: { ...value, suppliers: [...kept] } };
};

/** The contracts of a release. An id that stands twice is one contract. */
export const readContracts = (
  release: LocatedObject,
  awardIds: ReadonlySet<string>,
  problems: ProblemList,
): readonly Contract[] => {
  const read = objectsAt(release, 'contracts', problems).map((node, index) => ({
    place: node.place,
    value: readContract(node, ownId(node, index, problems), problems),
    awardPlace: at(node, 'awardID')?.place,
  }));
  const contracts = joined(read, problems, (first, second) => ({
    ...first,
    value: {
      ...second.value,
      ...first.value,
      amendments: Math.max(first.value.amendments, second.value.amendments),
    },
  }));
  for (const { value, awardPlace } of read) {
    const isDangling = awardIds.size > 0 && value.awardId !== undefined && !awardIds.has(value.awardId);
    if (isDangling && awardPlace !== undefined) problems.note('award-unlisted', awardPlace);
  }
  return within(contracts, { countMax: CONTRACTS_MAX, bytesMax: CONTRACTS_BYTES_MAX }, problems);
};

const readContract = (node: LocatedObject, id: string, problems: ProblemList): Contract => {
  const awardId = idAt(node, 'awardID', { lengthMax: ID_LENGTH_MAX, problems });
  const status = codeAt(node, 'status', { codes: CONTRACT_STATUSES, problems });
  const signedAt = instantAt(node, 'dateSigned', problems);
  const period = periodOf(objectAt(node, 'period', problems), problems);
  const value = moneyAt(node, 'value', problems);
  return {
    id,
    ...(awardId !== undefined && { awardId }),
    ...(status !== undefined && { status }),
    ...(signedAt !== undefined && { signedAt }),
    ...(period?.startAt !== undefined && { periodStartAt: period.startAt }),
    ...(period?.endAt !== undefined && { periodEndAt: period.endAt }),
    ...(value !== undefined && { value }),
    amendments: Math.min(amendmentsOf(node, problems), COUNT_MAX),
  };
};

/**
 * Amendments are counted as entries: publishers repeat ids. Besides `amendments` there is the single `amendment` of OCDS 1.0, and the
 * `contractAmendments` of the Mexican publishers, which is not OCDS and is listed.
 */
const amendmentsOf = (node: LocatedObject, problems: ProblemList): number => {
  const standard = objectsAt(node, 'amendments', problems).length;
  if (standard > 0) return standard;
  const own = at(node, 'contractAmendments');
  if (own?.kind === 'list' && own.items.length > 0) {
    problems.note('field-not-standard', own.place);
    return objectsAt(node, 'contractAmendments', problems).length;
  }
  return objectAt(node, 'amendment', problems) === undefined ? 0 : 1;
};

const ownId = (node: LocatedObject, index: number, problems: ProblemList): string => {
  const id = idAt(node, 'id', { lengthMax: ID_LENGTH_MAX, problems });
  if (id !== undefined) return id;
  problems.note('id-missing', node.place);
  return `without-id-${index + 1}`;
};

/** Entries of one id joined into the first of them; the second is listed. */
const joined = <T extends Read<{ readonly id: string }>>(
  entries: readonly T[],
  problems: ProblemList,
  join: (first: T, second: T) => T,
): readonly T[] => {
  const kept = new Map<string, T>();
  for (const entry of entries) {
    const first = kept.get(entry.value.id);
    if (first !== undefined) problems.note('duplicate-id', entry.place);
    kept.set(entry.value.id, first === undefined ? entry : join(first, entry));
  }
  return [...kept.values()];
};
