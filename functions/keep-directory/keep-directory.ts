import { PROCESS } from '../../domain/process/process-state.ts';
import { factsOf } from '../../domain/registry/registered-facts.ts';
import { type CardState, foldCard, withOfficialData } from '../../domain/search/card.ts';
import { canonicalJson, type RecordEntry } from '../../events/record.ts';
import type { CaseStore, Log } from '../_ports/ports.ts';
import { type DirectoryEntry, POSTINGS_PER_SAVE_MAX, type Posting, type SearchStore } from '../_ports/search-ports.ts';
import { announcedBy, type BusEvent } from '../_record/announced.ts';
import { catchUp } from '../_record/catch-up.ts';
import { subjectFrom } from '../_record/state-codec.ts';
import { cardStateIn, namePostingsOf, postingOf, postingsOf } from '../_search/directory-entry.ts';

export interface DirectoryKeeperPorts {
  readonly cases: CaseStore;
  readonly directory: SearchStore;
  readonly log: Log;
}

/**
 * Keeps the card of a case, and the lists in which the case is looked for. Idempotent by (stream, version), indifferent to order: the
 * entry says which lists the case may stand in, and whoever comes after a crash takes it out of those that are over.
 */
export const keepDirectory =
  ({ cases, directory, log }: DirectoryKeeperPorts) =>
  async (event: BusEvent): Promise<void> => {
    const announced = announcedBy(event);
    const caseId = announced.stream;
    await catchUp(cases, announced, {
      read: () => directory.entry(caseId),
      seenBy: (entry) => entry?.seen ?? 0,
      fold: async (entries, before) => {
        const seen = entries.at(-1)?.version ?? 0;
        return saveEntry(directory, before, { seen, state: await folded(cases, cardStateIn(before), entries) });
      },
    });
    log.say('VEE022', { case: caseId, version: announced.version });
  };

const TELLS_OF_PROCESS: readonly RecordEntry['type'][] = [
  'process.imported.v1',
  'process.kept.v1',
  'process.changed.v1',
];

const folded = async (
  cases: CaseStore,
  before: CardState | undefined,
  entries: readonly RecordEntry[],
): Promise<CardState> => {
  const state = entries.reduce<CardState | undefined>(foldCard, before);
  if (state === undefined) throw new Error('The record of a case begins with its opening.');
  if (!entries.some(({ type }) => TELLS_OF_PROCESS.includes(type))) return state;
  // What the official data tell by now: at least as much as when they were read for the event.
  const { subjects } = await cases.read({ case: state.case, subjects: [PROCESS] });
  const kept = subjects.get(PROCESS);
  const subject = kept === undefined ? undefined : subjectFrom(kept);
  return subject?.kind === 'process' ? withOfficialData(state, factsOf(subject.process)) : state;
};

/**
 * Saves the entry with what changes in the lists. Where that is more than one transaction takes, the entry goes on in several and has
 * seen the events in the last of them: whoever comes after a crash in between goes on where it says. Until then a list may name a case
 * that its card does not confirm.
 */
const saveEntry = async (
  directory: SearchStore,
  before: DirectoryEntry | undefined,
  { seen, state }: { readonly seen: number; readonly state: CardState },
): Promise<boolean> => {
  const changes = changesBetween(before, state);
  const entry = { case: state.case, seen, state: canonicalJson(state) };
  const standing = { case: state.case, seen: before?.seen ?? 0, state: before?.state ?? '' };
  let version = before?.version ?? 0;
  let terms = before?.terms ?? [];
  let start = 0;
  do {
    const batch = changes.slice(start, start + POSTINGS_PER_SAVE_MAX);
    const posted = batch.flatMap((change) => change.posted ?? []);
    const removed = batch.flatMap((change) => change.removed ?? []);
    start += POSTINGS_PER_SAVE_MAX;
    version += 1;
    terms = termsAfter(terms, { posted: posted.filter(({ id }) => id === state.case), removed });
    const is = start < changes.length ? standing : entry;
    if (!(await directory.save({ entry: { ...is, version, terms }, posted, removed }))) return false;
  } while (start < changes.length);
  return true;
};

interface Change {
  readonly posted?: Posting;
  readonly removed?: Posting;
}

const changesBetween = (before: DirectoryEntry | undefined, state: CardState): readonly Change[] => {
  const known = new Set(before?.terms);
  const wanted = postingsOf(state);
  const terms = new Set(wanted.map(({ term }) => term));
  const isNamedAnew = canonicalJson(cardStateIn(before)?.authority ?? {}) !== canonicalJson(state.authority);
  return [
    ...(isNamedAnew ? namePostingsOf(state) : []).map((posted) => ({ posted })),
    ...wanted.filter(({ term }) => !known.has(term)).map((posted) => ({ posted })),
    ...[...known].filter((term) => !terms.has(term)).map((term) => ({ removed: postingOf(state, term) })),
  ];
};

const termsAfter = (
  terms: readonly string[],
  { posted, removed }: { readonly posted: readonly Posting[]; readonly removed: readonly Posting[] },
): readonly string[] => {
  const gone = new Set(removed.map(({ term }) => term));
  return [...new Set([...terms, ...posted.map(({ term }) => term)])].filter((term) => !gone.has(term)).toSorted();
};
