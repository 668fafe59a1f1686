import { type AgendaContext, agendaContextSchema, foldContext, NO_CONTEXT } from '../../domain/agenda/context.ts';
import { needsContent } from '../../domain/agenda/due.ts';
import { foldAgenda, wantedBy, withdrawnFrom } from '../../domain/agenda/fold-agenda.ts';
import type { AgendaItem } from '../../domain/agenda/item.ts';
import type { EntryWithContent } from '../../domain/case.ts';
import { type Content, canonicalJson, type RecordEntry } from '../../events/record.ts';
import {
  AGENDA_WRITES_MAX,
  type AgendaBook,
  type AgendaRow,
  type AgendaRowChange,
  type AgendaStore,
} from '../_ports/agenda-ports.ts';
import { writesOf } from '../_ports/agenda-rows.ts';
import type { CaseStore, Log } from '../_ports/ports.ts';
import { agendaItemOf, agendaRowOf } from '../_record/agenda-row-of.ts';
import { announcedBy, type BusEvent } from '../_record/announced.ts';
import { catchUp } from '../_record/catch-up.ts';

export interface AgendaKeeperPorts {
  readonly cases: CaseStore;
  readonly agenda: AgendaStore;
  readonly log: Log;
}

/**
 * Keeps what is due in a case where it is looked for. Idempotent by (stream, version), indifferent to order: each event is folded by
 * itself, and an item remembers which one changed it last, so that a keeper that died between two transactions is gone on after.
 */
export const keepAgenda =
  (ports: AgendaKeeperPorts) =>
  async (event: BusEvent): Promise<void> => {
    const announced = announcedBy(event);
    const caseId = announced.stream;
    await catchUp(ports.cases, announced, {
      read: () => ports.agenda.book(caseId),
      seenBy: (book) => book?.version ?? 0,
      fold: (entries, book) => foldEntries(ports, { caseId, entries, book }),
    });
    ports.log.say('VEE010', { case: caseId, version: announced.version });
  };

const foldEntries = async (
  ports: AgendaKeeperPorts,
  { caseId, entries, book }: { caseId: string; entries: readonly RecordEntry[]; book: AgendaBook | undefined },
): Promise<boolean> => {
  const from = book?.version ?? 0;
  let context = book === undefined ? NO_CONTEXT : agendaContextSchema.parse(JSON.parse(book.state));
  let saved = from;
  for (const entry of await withContents(ports.cases, caseId, entries)) {
    const before = context;
    context = foldContext(before, entry);
    if (changesNothing(before, entry)) continue;
    if (!(await saveEntry(ports.agenda, { before, entry, expectedVersion: saved }))) return false;
    saved = entry.version;
  }
  const version = entries.at(-1)?.version ?? from;
  if (version === saved) return true;
  return ports.agenda.save({ book: bookOf(caseId, { version, context, saved }), changes: [] });
};

const bookOf = (
  caseId: string,
  { version, context, saved }: { version: number; context: AgendaContext; saved: number },
) => ({ is: { case: caseId, version, state: canonicalJson(context) }, expectedVersion: saved });

const withContents = async (
  cases: CaseStore,
  caseId: string,
  entries: readonly RecordEntry[],
): Promise<readonly EntryWithContent[]> => {
  const versions = entries.filter(needsContent).map(({ version }) => version);
  const contents: ReadonlyMap<number, Content> =
    versions.length === 0 ? new Map() : await cases.contents({ case: caseId, versions });
  return entries.map((entry) => {
    const content = contents.get(entry.version)?.body;
    return content === undefined ? entry : { ...entry, content };
  });
};

const changesNothing = (context: AgendaContext, entry: EntryWithContent): boolean => {
  const { ids, everyOpen } = wantedBy(context, entry);
  return ids.length === 0 && !everyOpen;
};

/** What the book writes beside the items. */
const WRITES_OF_BOOK = 1;

/**
 * Saves what one event changes: in one transaction with the book, or, where it changes more items than one takes, in several with the
 * book in the last. Until then the event counts as not seen, and whoever comes after leaves the items that have it already.
 */
const saveEntry = async (
  agenda: AgendaStore,
  { before, entry, expectedVersion }: { before: AgendaContext; entry: EntryWithContent; expectedVersion: number },
): Promise<boolean> => {
  const rows = await rowsWantedBy(agenda, before, entry);
  const unseen = new Map(
    [...rows.values()].filter(({ version }) => version < entry.version).map((row) => [row.id, agendaItemOf(row)]),
  );
  const { context, changed } = foldAgenda(before, entry, unseen);
  const changes = changed
    .filter(({ id }) => (rows.get(id)?.version ?? 0) < entry.version)
    .map((item) => changeOf(item, { row: rows.get(item.id), before: unseen.get(item.id), version: entry.version }));
  const batches = inBatches(changes);
  for (const batch of batches.slice(0, -1)) {
    if (!(await agenda.save({ changes: batch }))) return false;
  }
  return agenda.save({
    book: bookOf(entry.stream, { version: entry.version, context, saved: expectedVersion }),
    changes: batches.at(-1) ?? [],
  });
};

const changeOf = (
  item: AgendaItem,
  { row, before, version }: { row: AgendaRow | undefined; before: AgendaItem | undefined; version: number },
): AgendaRowChange => {
  const leaving =
    before?.state === 'open' && item.state === 'open'
      ? before.persons.filter((person) => !item.persons.includes(person))
      : [];
  return {
    before: row,
    after: agendaRowOf(item, version),
    withdrawn: leaving.map((person) => ({ person, row: agendaRowOf(withdrawnFrom(item, person), version) })),
  };
};

const PAGE = 100;

const rowsWantedBy = async (
  agenda: AgendaStore,
  context: AgendaContext,
  entry: EntryWithContent,
): Promise<ReadonlyMap<string, AgendaRow>> => {
  const { ids, everyOpen } = wantedBy(context, entry);
  const named = await agenda.rows({ case: entry.stream, ids });
  const open = everyOpen ? await openRowsOf(agenda, entry.stream) : [];
  // A row that was asked for by name is newer than what a list said a moment before.
  return new Map([...open, ...named].map((row) => [row.id, row]));
};

const openRowsOf = async (agenda: AgendaStore, caseId: string): Promise<readonly AgendaRow[]> => {
  const found: AgendaRow[] = [];
  let after: string | undefined;
  for (;;) {
    const { rows, more } = await agenda.list({
      list: { of: 'case', case: caseId },
      standing: 'open',
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    found.push(...rows.map(({ row }) => row));
    after = rows.at(-1)?.place;
    if (!more) return found;
  }
};

/** Changes by the transaction; the last one leaves room for the book. */
const inBatches = (changes: readonly AgendaRowChange[]): readonly (readonly AgendaRowChange[])[] => {
  const batches: AgendaRowChange[][] = [];
  let writes = AGENDA_WRITES_MAX;
  for (const change of changes) {
    const needed = writesOf(change);
    if (writes + needed > AGENDA_WRITES_MAX - WRITES_OF_BOOK) {
      batches.push([]);
      writes = 0;
    }
    batches.at(-1)?.push(change);
    writes += needed;
  }
  return batches;
};
