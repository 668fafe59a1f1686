import { type Book, FORMAT, ONLY } from './ledger.ts';
import type { Publishing } from './publishing.ts';

/** Changes read at once. */
const CHANGES_PAGE = 500;
/** Cases of the directory read at once. */
const CASES_PAGE = 100;
/** What of its time a run spends on this at most. */
const SHARE = 0.3;

const NO_BOOK: Book = { changesRead: 0, format: 0 };

/**
 * Notes which cases are out of date: those that the list of changes names since the last run, however often, and all of the directory
 * where files are written in another way than before. What was noted twice is noted once; what a crash left is noted by the next run.
 */
export const noteChanges = async (publishing: Publishing): Promise<void> => {
  const { ledger, goesOn } = publishing;
  while (goesOn(SHARE)) {
    const stands = await ledger.book.get(ONLY);
    const book = stands?.note ?? NO_BOOK;
    const next = await noteSome(publishing, book);
    if (next === undefined) return;
    // Another run is faster: it goes on from there.
    if (!(await ledger.book.put(ONLY, { note: next }, stands?.version))) return;
  }
};

/** Notes a page, and tells the book after it; undefined where there is nothing left. */
const noteSome = async (publishing: Publishing, book: Book): Promise<Book | undefined> => {
  if (book.format !== FORMAT) return { changesRead: book.changesRead, format: FORMAT, seeding: '' };
  return book.seeding === undefined ? noteTold(publishing, book) : noteListed(publishing, book, book.seeding);
};

const noteListed = async (publishing: Publishing, book: Book, from: string): Promise<Book> => {
  const page = await publishing.cases.list({ limit: CASES_PAGE, ...(from === '' ? {} : { from }) });
  for (const { case: caseId } of page.items) await noteCase(publishing, caseId, 0);
  const { seeding: _, ...gone } = book;
  return page.next === undefined ? gone : { ...gone, seeding: page.next };
};

const noteTold = async (publishing: Publishing, book: Book): Promise<Book | undefined> => {
  const told = await publishing.changes.after(book.changesRead, CHANGES_PAGE);
  const last = told.at(-1);
  if (last === undefined) return undefined;
  const heard = new Map<string, number>();
  for (const { case: caseId, version } of told) heard.set(caseId, Math.max(version, heard.get(caseId) ?? 0));
  for (const [caseId, version] of heard) await noteCase(publishing, caseId, version);
  return { ...book, changesRead: last.number };
};

/** Notes that there is an event of the case that its file may not tell of yet. */
export const noteCase = ({ ledger, clock }: Publishing, caseId: string, version: number): Promise<void> =>
  ledger.cases.change(caseId, (stands) => {
    const note = stands?.note ?? { heard: 0, published: 0, format: 0 };
    const isPublished = note.format === FORMAT && note.published >= version && note.published > 0;
    const isNoted = stands?.dueAt !== undefined && note.heard >= version;
    if (isPublished || isNoted) return undefined;
    return { note: { ...note, heard: Math.max(note.heard, version) }, dueAt: stands?.dueAt ?? clock.now() };
  });
