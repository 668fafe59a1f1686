import type { CaseReading, Clock } from '../_ports/ports.ts';

/** How long a case is recalled after it was written: a telephone sends within moments what it kept while it had no network. */
export const RECALLED_SECONDS = 5;
/** Cases that are recalled at once; the one that was written longest ago is forgotten first. */
export const RECALLED_CASES_MAX = 50;

/** The cases that a process wrote within the last seconds, as it left them. */
export interface RecentCases {
  readonly recall: (caseId: string) => CaseReading | undefined;
  readonly keep: (caseId: string, reading: CaseReading) => void;
  readonly forget: (caseId: string) => void;
}

/**
 * Remembers what was written last, so that who files one observation after the other is decided on what the one before left, without
 * a reading. Another process may have written since: whoever recalls a case may only write over it, on the condition that the table
 * still holds that version.
 */
export const recentCases = (clock: Clock): RecentCases => {
  const kept = new Map<string, { readonly reading: CaseReading; readonly until: number }>();
  const nowMs = (): number => Date.parse(clock.now());
  return {
    recall: (caseId) => {
      const recent = kept.get(caseId);
      return recent === undefined || recent.until < nowMs() ? undefined : recent.reading;
    },
    keep: (caseId, reading) => {
      kept.delete(caseId);
      kept.set(caseId, { reading, until: nowMs() + RECALLED_SECONDS * 1000 });
      for (const oldest of kept.keys()) {
        if (kept.size <= RECALLED_CASES_MAX) break;
        kept.delete(oldest);
      }
    },
    forget: (caseId) => {
      kept.delete(caseId);
    },
  };
};
