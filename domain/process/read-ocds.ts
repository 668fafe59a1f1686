import type { ContractingProcess } from './contracting-process.ts';
import { findReleases } from './find-releases.ts';
import { locate } from './located.ts';
import { OCDS_PROBLEMS, type OcdsProblem, PROBLEMS_MAX, problemList } from './ocds-problems.ts';
import { ROOT } from './places.ts';
import { readProcess } from './read-process.ts';
import { stateOf } from './state-of.ts';

/** How many processes of one package are read. */
export const PROCESSES_MAX = 1_000;

/** What could be used of a document, and what was wrong in it. */
export interface OcdsReading {
  readonly processes: readonly ContractingProcess[];
  /** At most `PROBLEMS_MAX`. Never empty when there is no process: then the first is `no-process`. */
  readonly problems: readonly OcdsProblem[];
  /** Problems beyond those that are listed. */
  readonly problemsLeftOut: number;
}

/**
 * Reads any OCDS 1.1 release, record, release package or record package, already parsed from JSON: one process per ocid, in the order in
 * which the document first names them. It never throws, whatever the document is. Only what a `ContractingProcess` is made of is
 * looked at, after merging: a mistake that a later release put right is not listed.
 */
export const readOcds = (document: unknown): OcdsReading => {
  const problems = problemList();
  const found = [...findReleases(locate(document, ROOT, problems), problems)];
  const processes = found.slice(0, PROCESSES_MAX).flatMap(([ocid, releases]) => {
    const state = stateOf(releases, problems);
    return state === undefined ? [] : [readProcess(ocid, state.release, problems)];
  });
  for (const [, releases] of found.slice(PROCESSES_MAX)) {
    for (const { release } of releases.slice(0, 1)) problems.note('too-many', release.place);
  }
  const listed = [...(processes.length === 0 ? [NO_PROCESS] : []), ...problems.listed()];
  const leftOut = Math.max(0, listed.length - PROBLEMS_MAX) + problems.leftOut();
  return { processes, problems: listed.slice(0, PROBLEMS_MAX), problemsLeftOut: leftOut };
};

const NO_PROCESS: OcdsProblem = { code: 'no-process', pointer: '', problem: OCDS_PROBLEMS['no-process'] };
