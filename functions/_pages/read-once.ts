import type { CaseReading, CaseStore } from '../_ports/ports.ts';

/**
 * A store for one page: what several of its readings ask alike, the head of the case before all, is asked once. So the page costs fewer
 * requests, and all of it tells the case as it stood at one moment.
 */
export const readOnce = (cases: CaseStore): CaseStore => {
  const asked = new Map<string, Promise<CaseReading>>();
  return {
    ...cases,
    read: (request) => {
      const key = JSON.stringify([request.case, request.subjects, request.command]);
      const known = asked.get(key) ?? cases.read(request);
      asked.set(key, known);
      return known;
    },
  };
};
