import {
  AWARD_STATUSES,
  AWARDS_BYTES_MAX,
  AWARDS_MAX,
  type Award,
  CLASSES_OF_AWARD_BYTES_MAX,
  CLASSES_OF_AWARD_MAX,
  CONTRACT_STATUSES,
  CONTRACTS_BYTES_MAX,
  CONTRACTS_MAX,
  COUNT_MAX,
  type Contract,
  ID_LENGTH_MAX,
  type ItemClass,
  type Party,
  SCHEME_LENGTH_MAX,
  SUPPLIERS_BYTES_MAX,
  SUPPLIERS_MAX,
} from './contracting-process.ts';
import { joined, ownId } from './listed-entries.ts';
import { at, type LocatedObject, objectAt, objectsAt } from './located.ts';
import type { ProblemList } from './ocds-problems.ts';
import { moneyAt } from './read-amount.ts';
import { instantAt, periodOf } from './read-date.ts';
import { type Parties, referredTo } from './read-parties.ts';
import { codeAt, idAt, lineOf, textAt } from './read-text.ts';
import { distinct } from './same-party.ts';
import { type Read, within } from './within-limits.ts';

export interface Awards {
  readonly awards: readonly Award[];
  /** Of every award, also of those that did not fit. */
  readonly awardIds: ReadonlySet<string>;
  /** Suppliers of every award, also of those that did not fit. */
  readonly suppliers: ReadonlyArray<Read<Party>>;
}

interface ReadAward extends Read<Omit<Award, 'suppliers' | 'classes'>> {
  readonly suppliers: ReadonlyArray<Read<Party>>;
  readonly classes: ReadonlyArray<Read<ItemClass>>;
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
      classes: objectsAt(node, 'items', problems).flatMap((item) => classOf(item, problems)),
    };
  });
  const awards = joined(read, problems, (first, second) => ({
    ...first,
    value: { ...second.value, ...first.value },
    suppliers: [...first.suppliers, ...second.suppliers],
    classes: [...first.classes, ...second.classes],
  }));
  return {
    awards: within(
      awards.map((award) => withLists(award, problems)),
      { countMax: AWARDS_MAX, bytesMax: AWARDS_BYTES_MAX },
      problems,
    ),
    awardIds: new Set(awards.map(({ value }) => value.id)),
    suppliers: awards.flatMap(({ suppliers }) => suppliers),
  };
};

const withLists = ({ value, place, suppliers, classes }: ReadAward, problems: ProblemList): Read<Award> => {
  const kept = within(
    distinct(suppliers, SUPPLIERS_MAX),
    { countMax: SUPPLIERS_MAX, bytesMax: SUPPLIERS_BYTES_MAX },
    problems,
  );
  const byClass = new Map(classes.toReversed().map((read) => [`${read.value.digits} ${read.value.scheme}`, read]));
  const keptClasses = within(
    [...byClass.values()].toReversed(),
    { countMax: CLASSES_OF_AWARD_MAX, bytesMax: CLASSES_OF_AWARD_BYTES_MAX },
    problems,
  );
  return {
    place,
    value: {
      ...value,
      suppliers: [...kept],
      ...(keptClasses.length > 0 && { classes: [...keptClasses] }),
    },
  };
};

/** What an item is, where its code begins with two digits; codes of other hierarchies say nothing that could be compared. */
const classOf = (item: LocatedObject, problems: ProblemList): ReadonlyArray<Read<ItemClass>> => {
  const classification = objectAt(item, 'classification', problems);
  const code = idAt(classification, 'id', { lengthMax: ID_LENGTH_MAX, problems });
  const digits = /^\d{2}/.exec(code ?? '')?.[0];
  if (classification === undefined || digits === undefined) return [];
  const scheme = lineOf(textAt(classification, 'scheme', problems), SCHEME_LENGTH_MAX, problems);
  return [{ place: classification.place, value: { ...(scheme !== undefined && { scheme }), digits } }];
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
