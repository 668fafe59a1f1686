import { confides, observationOf, remediesOf } from '../../domain/observations/confide.ts';
import type { WatchEntry } from '../../domain/scoreboard/fold-watch.ts';
import type { Visibility } from '../../events/vocabulary.ts';
import type { CaseStore } from '../_ports/ports.ts';
import type { Announced } from '../_record/catch-up.ts';
import { subjectFrom } from '../_record/state-codec.ts';

/** Things of a case that are read at once. */
const SUBJECTS_MAX = 90;

/** Joins to the events that confide observations how those are sealed: by it is told when they open. */
export const withVisibilities = async (
  cases: CaseStore,
  entries: readonly Announced[],
): Promise<readonly WatchEntry[]> => {
  const [first] = entries;
  const ids = [...new Set(entries.flatMap(confidedIn))];
  if (first === undefined || ids.length === 0) return entries;
  const visibilities = new Map<string, Visibility>();
  for (let start = 0; start < ids.length; start += SUBJECTS_MAX) {
    const { subjects } = await cases.read({ case: first.stream, subjects: ids.slice(start, start + SUBJECTS_MAX) });
    for (const [id, stored] of subjects) {
      const subject = subjectFrom(stored);
      if (subject.kind === 'observation') visibilities.set(id, subject.visibility);
    }
  }
  return entries.map((entry) => ({ ...entry, visibilities }));
};

const confidedIn = (entry: Announced): readonly string[] => {
  if (!confides(entry)) return [];
  switch (entry.type) {
    case 'finding.notified.v1':
    case 'finding.replied.v1':
    case 'reply.lapsed.v1':
      return [observationOf(entry)];
    case 'escalation.answered.v1':
    case 'escalation.answer-revised.v1':
      return remediesOf(entry).map(({ observation }) => observation);
    default:
      return [];
  }
};
