import { type CaseState, decide, type EntryWithContent } from '../../domain/case.ts';
import { type DeadlineChange, deadlineChange, type RunningTerm } from '../../domain/clocks/deadlines.ts';
import { COMMANDS } from '../../domain/commands.ts';
import { foldWithChanges } from '../../domain/milestones/changes.ts';
import { NO_MILESTONES } from '../../domain/milestones/milestones.ts';
import type { MilestoneChanged } from '../../events/announcements.ts';
import { instant } from '../../events/shapes.ts';
import { DUE, deadlineBookKey, deadlineKey, isAnnouncementKey, milestonesKey } from '../_ports/aws/table-keys.ts';
import type { RawItem } from '../_ports/ports.ts';
import { deadlineBookItem, deadlineItem, milestoneChangeItem, milestonesItem } from '../_ports/written-items.ts';
import { BOOK_STATE, deadlineOf } from './deadline-of.ts';
import type { Wrong } from './flaws.ts';
import type { RawRecord } from './raw-record.ts';
import { isWritten, versionOf } from './same-item.ts';

/**
 * How far a projection has come. One that is behind may have been put back by another hand, and one that is absent taken away: it
 * cannot be told, and does no harm, because the next event brings it up to date. It is said, and no flaw.
 */
export type Progress = 'current' | 'behind' | 'absent';

export interface Judged {
  readonly milestones: Progress;
  readonly deadlines: Progress;
}

/** A stream that was walked whole, and the state that it comes to. */
export interface Folded {
  readonly caseId: string;
  readonly entries: readonly EntryWithContent[];
  readonly state: CaseState;
}

export const judgeProjections = (
  record: RawRecord,
  { state, entries }: { state: CaseState; entries: readonly EntryWithContent[] },
): Judged | Wrong => {
  const folded = { caseId: record.case, entries, state };
  const milestones = judgeMilestones(record.milestones, folded);
  if (typeof milestones !== 'string') return milestones;
  const deadlines = judgeDeadlines(record.deadlines, folded);
  return typeof deadlines === 'string' ? { milestones, deadlines } : deadlines;
};

type Items = ReadonlyMap<string, RawItem>;

const progressAt = (version: number, { entries }: Folded): Progress =>
  version === entries.length ? 'current' : 'behind';

const judgeMilestones = (items: Items, folded: Folded): Progress | Wrong => {
  const { caseId, entries } = folded;
  const key = milestonesKey(caseId);
  const isChange = (sk: string): boolean => isAnnouncementKey({ pk: key.pk, sk });
  const foreign = [...items.keys()].find((sk) => sk !== key.sk && !isChange(sk));
  if (foreign !== undefined) return { flaw: 'foreign', firstBad: entries.length, item: `milestones ${foreign}` };
  const found = items.get(key.sk);
  if (found === undefined) {
    // Taken away or not written yet: what was announced of any event is judged all the same.
    const announced = foldWithChanges(NO_MILESTONES, entries).changed.filter((each) =>
      items.has(milestoneChangeItem(each).sk),
    );
    return changesFlaw(items, { isChange, expected: announced }) ?? 'absent';
  }
  const version = versionOf(found);
  const wrong = (firstBad: number): Wrong => ({ flaw: 'milestones-wrong', firstBad, item: 'milestones' });
  if (version < 1) return wrong(1);
  if (version > entries.length) return wrong(entries.length + 1);
  const { state, changed } = foldWithChanges(NO_MILESTONES, entries.slice(0, version));
  const isRight = isWritten(found, milestonesItem({ case: caseId, version, state: JSON.stringify(state) }));
  if (!isRight) return wrong(version);
  return changesFlaw(items, { isChange, expected: changed }) ?? progressAt(version, folded);
};

/** What the milestones announced stands beside them, all of it and nothing else. */
const changesFlaw = (
  items: Items,
  { isChange, expected }: { isChange: (sk: string) => boolean; expected: readonly MilestoneChanged[] },
): Wrong | undefined => {
  const wanted = new Map(expected.map((changed) => [milestoneChangeItem(changed).sk, changed]));
  const bad = [...new Set([...wanted.keys(), ...items.keys()])]
    .filter((sk) => wanted.has(sk) || isChange(sk))
    .find((sk) => {
      const changed = wanted.get(sk);
      return changed === undefined || !isWritten(items.get(sk), milestoneChangeItem(changed));
    });
  if (bad === undefined) return undefined;
  return { flaw: 'milestones-wrong', firstBad: wanted.get(bad)?.version ?? 1, item: `milestones ${bad}` };
};

const judgeDeadlines = (items: Items, folded: Folded): Progress | Wrong => {
  const { caseId, entries } = folded;
  const book = items.get(deadlineBookKey(caseId).sk);
  const version = versionOf(book);
  if (version > entries.length) return wrongDeadline(entries.length + 1, 'book');
  const isBook = book === undefined || version > 0;
  if (!isBook || !isBookRight(book, { caseId, version })) return wrongDeadline(Math.max(version, 1), 'book');
  const wrong = termFlaw(items, folded, version);
  if (wrong !== undefined) return wrong;
  return book === undefined ? 'absent' : progressAt(version, folded);
};

const wrongDeadline = (firstBad: number, name: string): Wrong => ({
  flaw: 'deadline-wrong',
  firstBad,
  item: `deadline ${name}`,
});

const isBookRight = (book: RawItem | undefined, { caseId, version }: { caseId: string; version: number }): boolean =>
  book === undefined || isWritten(book, deadlineBookItem({ case: caseId, version, state: BOOK_STATE }));

interface Started {
  readonly term: RunningTerm;
  /** The event that started it. */
  readonly version: number;
}

/** Whether the terms are those that run at the version of their book, and nothing stands beside them. */
const termFlaw = (items: Items, folded: Folded, version: number): Wrong | undefined => {
  const { caseId, entries } = folded;
  const running = runningAt(entries.slice(0, version));
  const left = new Map([...items].filter(([sk]) => sk !== deadlineBookKey(caseId).sk));
  for (const [id, { term, version: firstBad }] of running) {
    const { sk } = deadlineKey(caseId, id);
    const found = left.get(sk);
    left.delete(sk);
    const isRight = found === undefined ? isOver(term, folded, version) : isRightTerm(found, { caseId, term });
    if (!isRight) return wrongDeadline(firstBad, id);
  }
  const [added] = left.keys();
  return added === undefined ? undefined : wrongDeadline(Math.max(version, 1), added);
};

const runningAt = (entries: readonly EntryWithContent[]): ReadonlyMap<string, Started> => {
  const running = new Map<string, Started>();
  for (const entry of entries) {
    const change = deadlineChange(entry);
    if (change.removed !== undefined) running.delete(change.removed);
    for (const term of begunBy(change)) running.set(term.id, { term, version: entry.version });
  }
  return running;
};

/** A sweep may have postponed a term, so that it is due later than the event said; never earlier. */
const isRightTerm = (found: RawItem, { caseId, term }: { caseId: string; term: RunningTerm }): boolean => {
  const due = instant.safeParse(found.attributes[DUE.sortKey]);
  return (
    due.success &&
    due.data >= term.dueAt &&
    isWritten(found, deadlineItem(deadlineOf(caseId, { ...term, dueAt: due.data })))
  );
};

/**
 * A sweep takes a term away that an event ended, or began anew, which the book has yet to see, or of which the case says that nothing
 * is left to lapse.
 */
const isOver = (term: RunningTerm, { entries, state }: Folded, version: number): boolean =>
  entries.slice(version).some((entry) => isOfTerm(term.id, deadlineChange(entry))) || isSettled(term, state, entries);

const begunBy = ({ put, puts = [] }: DeadlineChange): readonly RunningTerm[] =>
  put === undefined ? puts : [...puts, put];

const isOfTerm = (id: string, change: DeadlineChange): boolean =>
  change.removed === id || begunBy(change).some((term) => term.id === id);

const SYSTEM = { person: 'system', roles: ['system'] as const };

const isSettled = (term: RunningTerm, { head, subjects }: CaseState, entries: readonly EntryWithContent[]): boolean => {
  const understood = COMMANDS[term.operation].understand(term.input);
  const now = entries.at(-1)?.recordedAt;
  if (head === undefined || now === undefined || 'invalid' in understood) return false;
  // A case that is suspended now may have let the term be taken away before.
  const asked = { head: { ...head, condition: 'running' as const }, subjects };
  const answer = decide({ name: term.operation, understood }, asked, { petitioner: SYSTEM, now, digests: new Map() });
  return 'refusal' in answer && answer.refusal.word !== 'term-running';
};
