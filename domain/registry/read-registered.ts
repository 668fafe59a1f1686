import { findReleases } from '../process/find-releases.ts';
import { locate } from '../process/located.ts';
import { OCDS_PROBLEMS, type OcdsProblem, problemList } from '../process/ocds-problems.ts';
import { pointerOf, ROOT } from '../process/places.ts';
import { PROCESSES_MAX } from '../process/read-ocds.ts';
import { readProcess } from '../process/read-process.ts';
import { stateOf } from '../process/state-of.ts';
import { factsOf } from './registered-facts.ts';
import type { ReadFacts } from './registration.ts';
import { territoryOf } from './territory-of.ts';

/** What could be used of one process, and what was wrong with it. */
export interface RegisteredReading extends ReadFacts {
  readonly problems: readonly OcdsProblem[];
  readonly problemsLeftOut: number;
}

export interface DocumentReading {
  /** In the order in which the document first names them. */
  readonly processes: readonly RegisteredReading[];
  /** What was wrong with the document and belongs to no process of it. Never empty when there is no process. */
  readonly problems: readonly OcdsProblem[];
  readonly problemsLeftOut: number;
}

const NO_PROCESS: OcdsProblem = { code: 'no-process', pointer: '', problem: OCDS_PROBLEMS['no-process'] };

/**
 * Reads the compact facts of every process of any OCDS document, or of the one that is asked for. It never throws, whatever the document
 * is; one of more than `PROCESSES_MAX` processes is read of none. What was wrong before the processes were told apart is listed with the process under whose releases it stands.
 */
export const readRegistered = (document: unknown, asked?: string): DocumentReading => {
  const shared = problemList();
  const found = [...findReleases(locate(document, ROOT, shared), shared)].filter(
    ([ocid]) => asked === undefined || ocid === asked,
  );
  if (found.length > PROCESSES_MAX) shared.note('too-many', ROOT);
  const open = new Set(shared.listed());
  const processes = (found.length > PROCESSES_MAX ? [] : found).flatMap(
    ([ocid, releases]): readonly RegisteredReading[] => {
      const problems = problemList();
      const state = stateOf(releases, problems);
      if (state === undefined) return [];
      const process = readProcess(ocid, state.release, problems);
      const places = releases.map(({ release }) => pointerOf(release.place));
      const own = [...open].filter(({ pointer }) => found.length === 1 || isUnder(pointer, places));
      for (const problem of own) open.delete(problem);
      return [
        {
          facts: factsOf(process, territoryOf(state.release)),
          whole: state.whole,
          problems: [...own, ...problems.listed()],
          problemsLeftOut: problems.leftOut(),
        },
      ];
    },
  );
  const none = processes.length === 0 ? [NO_PROCESS] : [];
  return { processes, problems: [...none, ...open], problemsLeftOut: shared.leftOut() };
};

/** Whether a pointer leads into one of the places, or to the record around it. */
const isUnder = (pointer: string, places: readonly string[]): boolean =>
  places.some((place) => pointer === place || pointer.startsWith(`${place}/`) || isOfRecord(pointer, place));

const RECORD = /^(\/records\/\d+)\//;
const isOfRecord = (pointer: string, place: string): boolean => {
  const record = RECORD.exec(place)?.[1];
  return record !== undefined && (pointer === record || pointer.startsWith(`${record}/`));
};
