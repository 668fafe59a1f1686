import { type CaseState, changeBy, type EntryWithContent, NO_CASE } from '../../domain/case.ts';
import type { Head, Subject } from '../../domain/state.ts';
import type { RecordEntry } from '../../events/record.ts';
import type { CaseStore } from '../_ports/ports.ts';

/** Events read at once, with their contents: the longest take 210 KB each. */
export const FOLDED_PAGE = 50;

/** A case as it stood after one of its events, and what the record tells of one report in it. */
export interface FoldedCase {
  readonly head: Head;
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly last: RecordEntry;
  /** The event that was published as the report, where it was; and the one that holds its text. */
  readonly publication: RecordEntry | undefined;
  readonly text: RecordEntry | undefined;
  /** Who voted against, by the version of the event that holds the opinion. */
  readonly voters: ReadonlyMap<number, string>;
  /** By which hash each content is committed to, by the version of its event. */
  readonly contentHashes: ReadonlyMap<number, string>;
}

/**
 * Folds the record of a case from its first event up to the publication of a report, or up to a version while it is not published. What
 * is composed from it is the same whenever it is asked for: nothing that came later is in it. Reads each event and each content once, in
 * pages, and keeps the state of things but no text.
 */
export const foldUntil = async (
  cases: Pick<CaseStore, 'entries' | 'contents'>,
  { case: caseId, report, version }: { case: string; report: string; version: number },
): Promise<FoldedCase | undefined> => {
  const fold = folding(report);
  for (let after = 0; after < version; ) {
    const limit = Math.min(FOLDED_PAGE, version - after);
    const { items } = await cases.entries({ case: caseId, after, limit });
    const versions = items.flatMap((entry) => (entry.contentHash === undefined ? [] : [entry.version]));
    const contents = await cases.contents({ case: caseId, versions });
    for (const entry of items) {
      const content = contents.get(entry.version)?.body;
      if (!fold.take(content === undefined ? entry : { ...entry, content })) return fold.result();
    }
    const last = items.at(-1)?.version;
    if (last === undefined) break;
    after = last;
  }
  return fold.result();
};

const folding = (report: string) => {
  const subjects = new Map<string, Subject>();
  const voters = new Map<number, string>();
  const contentHashes = new Map<number, string>();
  let state: CaseState = { ...NO_CASE, subjects };
  let last: RecordEntry | undefined;
  let publication: RecordEntry | undefined;
  let text: RecordEntry | undefined;
  return {
    /** False once the report is published: what follows was recorded by another command and is no part of it. */
    take: (entry: EntryWithContent): boolean => {
      if (publication !== undefined && entry.command !== publication.command) return false;
      const { head, touched } = changeBy(state, entry);
      for (const subject of touched) subjects.set(subject.id, subject);
      state = { head, subjects };
      if (entry.contentHash !== undefined) contentHashes.set(entry.version, entry.contentHash);
      const { content: _, ...kept } = entry;
      last = kept;
      if (isAbout(entry, report)) {
        if (entry.type === 'report.drafted.v1' || entry.type === 'report.redrafted.v1') text = kept;
        if (entry.type === 'report.voted.v1') voters.set(entry.version, entry.data.person);
        if (entry.type === 'report.published.v1') publication = kept;
      }
      return true;
    },
    result: (): FoldedCase | undefined =>
      state.head === undefined || last === undefined
        ? undefined
        : { head: state.head, subjects, last, publication, text, voters, contentHashes },
  };
};

const isAbout = ({ data }: EntryWithContent, report: string): boolean => 'report' in data && data.report === report;
