import type { ContractingProcess, Party } from '../process/contracting-process.ts';
import type { Comparison, Shares } from './comparison.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { marginOf } from './margin.ts';
import { organisationKey } from './organisation-key.ts';
import { fencesOf } from './quartiles.ts';
import { PROCESSES_OF_SUPPLIER_MIN } from './supplier-variety.ts';

/** Cardinal R038: a buyer or procuring entity counts from this many contracting processes on, a tenderer from this many bids. */
export const PROCESSES_OF_AUTHORITY_MIN = 2;
export const BIDS_OF_TENDERER_MIN = 2;

export interface Comparing {
  /** Takes a process in. Of an ocid that comes again, only the first that tells of bids or awards counts. */
  add(process: ContractingProcess): void;
  finish(): Comparison;
}

interface Counted {
  disqualified: number;
  submitted: number;
  processes: number;
}

type Counts = Map<string, Counted>;

/** Takes processes in one after the other; what it keeps grows with the organisations it meets and by one number a process. */
export const compare = (): Comparing => {
  const ocids = new Set<string>();
  const margins: number[] = [];
  const authorities = { buyers: new Map<string, Counted>(), procuringEntities: new Map<string, Counted>() };
  const tenderers: Counts = new Map();
  const suppliers = new Map<string, { classes: Set<string>; processes: number }>();
  return {
    add(process) {
      const evidence = evidenceOf(process);
      const isTelling = evidence.submitted.length > 0 || evidence.active.length > 0;
      if (!isTelling || ocids.has(process.ocid)) return;
      ocids.add(process.ocid);
      const found = marginOf(evidence);
      if ('margin' in found) margins.push(found.margin);
      countAuthority(authorities.buyers, process.buyer, evidence);
      countAuthority(authorities.procuringEntities, process.procuringEntity, evidence);
      countTenderers(tenderers, evidence);
      countClasses(suppliers, evidence);
    },
    finish: () => ({
      processes: ocids.size,
      margins: fencesOf(margins),
      buyers: sharesOf(authorities.buyers, ({ processes }) => processes >= PROCESSES_OF_AUTHORITY_MIN),
      procuringEntities: sharesOf(
        authorities.procuringEntities,
        ({ processes }) => processes >= PROCESSES_OF_AUTHORITY_MIN,
      ),
      tenderers: sharesOf(tenderers, ({ submitted }) => submitted >= BIDS_OF_TENDERER_MIN),
      varieties: {
        byKey: suppliers,
        fences: fencesOf(
          [...suppliers.values()]
            .filter(({ processes }) => processes >= PROCESSES_OF_SUPPLIER_MIN)
            .map(({ classes }) => classes.size),
        ),
      },
    }),
  };
};

const countedAt = (counts: Counts, party: Party): Counted => {
  const key = organisationKey(party);
  const counted = counts.get(key) ?? { disqualified: 0, submitted: 0, processes: 0 };
  counts.set(key, counted);
  return counted;
};

const countAuthority = (counts: Counts, party: Party | undefined, { submitted }: Evidence): void => {
  if (party === undefined || submitted.length === 0) return;
  const counted = countedAt(counts, party);
  counted.processes += 1;
  counted.submitted += submitted.length;
  counted.disqualified += submitted.filter(({ status }) => status === 'disqualified').length;
};

const countTenderers = (counts: Counts, { submitted }: Evidence): void => {
  for (const { status, tenderers } of submitted) {
    for (const tenderer of tenderers) {
      const counted = countedAt(counts, tenderer);
      counted.submitted += 1;
      counted.disqualified += status === 'disqualified' ? 1 : 0;
    }
  }
};

/** An award to several suppliers is left out: nobody can say which of them supplies what. */
const countClasses = (
  suppliers: Map<string, { classes: Set<string>; processes: number }>,
  { active }: Evidence,
): void => {
  const met = new Set<string>();
  for (const { suppliers: awarded, classes } of active) {
    const [supplier] = awarded;
    if (supplier === undefined || awarded.length > 1 || classes === undefined) continue;
    const key = organisationKey(supplier);
    const counted = suppliers.get(key) ?? { classes: new Set<string>(), processes: 0 };
    suppliers.set(key, counted);
    if (!met.has(key)) counted.processes += 1;
    met.add(key);
    for (const { scheme = '', digits } of classes) counted.classes.add(`${scheme} ${digits}`);
  }
};

const sharesOf = (counts: Counts, isCounted: (counted: Counted) => boolean): Shares => {
  const byKey = new Map(
    [...counts].map(([key, { processes, ...counted }]) => [
      key,
      { ...counted, isCounted: isCounted({ processes, ...counted }) },
    ]),
  );
  const compared = [...byKey.values()].filter((share) => share.isCounted);
  return { byKey, fences: fencesOf(compared.map(({ disqualified, submitted }) => disqualified / submitted)) };
};
