import { PROCESS } from '../../domain/process/process-state.ts';
import { territoryOf } from '../../domain/profiles/territory-of.ts';
import {
  AUTHORITY_UNKNOWN,
  authorityOf,
  factsOf,
  type RegisteredFacts,
} from '../../domain/registry/registered-facts.ts';
import { monthsOf, scoreOf, TERRITORY_UNSTATED } from '../../domain/scoreboard/coded-case.ts';
import { foldWatch } from '../../domain/scoreboard/fold-watch.ts';
import type { WatchState } from '../../domain/scoreboard/watch-state.ts';
import { canonicalJson } from '../../events/record.ts';
import type { CaseStore, Log } from '../_ports/ports.ts';
import type { TallyBook, TallyStore } from '../_ports/tally-ports.ts';
import { announcedBy, type BusEvent } from '../_record/announced.ts';
import { type Announced, catchUp } from '../_record/catch-up.ts';
import { subjectFrom } from '../_record/state-codec.ts';
import { countProcess } from '../_tallies/count-process.ts';
import { monthCells, type NamedAuthority, scoreCells } from '../_tallies/lists.ts';
import { recount } from '../_tallies/recount.ts';
import { caseBookKey, type WatchedCase, watchedCaseSchema } from '../_tallies/watched-case.ts';
import { withVisibilities } from './with-visibilities.ts';

export interface ScoreboardKeeperPorts {
  readonly cases: CaseStore;
  readonly tallies: TallyStore;
  readonly log: Log;
}

/**
 * Counts a case where the scoreboard and the coverage look: under its instrument, its authority, its territory and its months.
 * Idempotent by (stream, version), indifferent to order: the events are folded in the order of the record, and what was counted of the
 * case before stands in the same book that changes together with the counts.
 */
export const keepScoreboard =
  ({ cases, tallies, log }: ScoreboardKeeperPorts) =>
  async (event: BusEvent): Promise<void> => {
    const announced = announcedBy(event);
    const caseId = announced.stream;
    await catchUp(cases, announced, {
      read: () => tallies.book(caseBookKey(caseId)),
      seenBy: (book) => book?.seen ?? 0,
      fold: async (entries, book) => {
        const after = await folded({ cases, tallies }, watchedIn(book), entries);
        const seen = entries.at(-1)?.version ?? 0;
        return recount(tallies, book, recounted(caseId, seen, after));
      },
    });
    log.say('VEE020', { case: caseId, version: announced.version });
  };

const watchedIn = (book: TallyBook | undefined): WatchedCase | undefined =>
  book === undefined || book.seen === 0 ? undefined : watchedCaseSchema.parse(JSON.parse(book.state));

const recounted = (caseId: string, seen: number, watched: WatchedCase) => {
  const key = caseBookKey(caseId);
  const { watch, authority } = watched;
  const place = {
    instrument: watch.instrument,
    territory: territoryOf(watch.profile) ?? TERRITORY_UNSTATED,
    ...authority,
  };
  return {
    key,
    seen,
    state: canonicalJson(watched),
    counts: [...scoreCells(key, place, scoreOf(caseId, watch)), ...monthCells(key, authority, monthsOf(watch))],
  };
};

const TELLS_OF_PROCESS: readonly Announced['type'][] = ['process.imported.v1', 'process.kept.v1', 'process.changed.v1'];

const folded = async (
  { cases, tallies }: Pick<ScoreboardKeeperPorts, 'cases' | 'tallies'>,
  before: WatchedCase | undefined,
  entries: readonly Announced[],
): Promise<WatchedCase> => {
  const watch = (await withVisibilities(cases, entries)).reduce<WatchState | undefined>(foldWatch, before?.watch);
  if (watch === undefined) throw new Error('The record of a case begins with its opening.');
  const told = entries.findLast(({ type }) => TELLS_OF_PROCESS.includes(type));
  if (told === undefined) return { watch, authority: before?.authority ?? { authority: AUTHORITY_UNKNOWN } };
  const facts = await officialFacts(cases, told.stream, watch);
  await countProcess(tallies, { by: { case: told.stream }, facts, version: told.version });
  return { watch, authority: namedIn(facts) };
};

const namedIn = (facts: RegisteredFacts): NamedAuthority => {
  const { authority, name } = authorityOf(facts);
  return { authority, ...(name === undefined ? {} : { name }) };
};

/** What the official data tell by now: at least as much as when they were read for the event. */
const officialFacts = async (cases: CaseStore, caseId: string, watch: WatchState): Promise<RegisteredFacts> => {
  const { subjects } = await cases.read({ case: caseId, subjects: [PROCESS] });
  const kept = subjects.get(PROCESS);
  const subject = kept === undefined ? undefined : subjectFrom(kept);
  return subject?.kind === 'process' ? factsOf(subject.process, territoryOf(watch.profile)) : { ocid: watch.ocid };
};
