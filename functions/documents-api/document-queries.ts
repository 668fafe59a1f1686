import { shelfOf } from '../../domain/documents/document-state.ts';
import { actNaming } from '../../domain/documents/file-of-act.ts';
import { behindDocument, mayReadDocument, mayReadFileName } from '../../domain/documents/may-read-document.ts';
import { extensionIn } from '../../domain/documents/media-types.ts';
import { REFUSAL_WORDS } from '../../domain/documents/refusal-words.ts';
import { seesAll } from '../../domain/observations/seal.ts';
import type { Reading } from '../../domain/reading/may-read.ts';
import { type Subject, type SubjectOf, type Subjects, subjectOf } from '../../domain/state.ts';
import type { Content } from '../../events/record.ts';
import { type DocumentView, LIST_DOCUMENTS, READ_DOCUMENT } from '../_http/document-operations.ts';
import { type QueryOperation, type QueryPorts, type QueryRequest, query } from '../_http/operation.ts';
import { WRITTEN_PAGE_MAX } from '../_http/paging.ts';
import type { Page } from '../_ports/ports.ts';
import { type CaseAtHand, caseAtHand, subjectsAtHand, subjectsPage } from '../_queries/case-at-hand.ts';
import { readerOf } from '../_queries/reader.ts';
import { custodyOf } from './custody.ts';

export type Document = SubjectOf<'document'>;
export type ReadingThings = Reading & { readonly subjects: Subjects };

/** Documents with what they hang on, and who reads. */
const readingOf = async (
  ports: Pick<QueryPorts, 'cases' | 'now'>,
  { found, documents, request }: { found: CaseAtHand; documents: readonly Document[]; request: QueryRequest<unknown> },
): Promise<ReadingThings> => ({
  head: found.head,
  reader: readerOf(request.caller),
  now: ports.now(),
  subjects: await subjectsAtHand(ports, found.head.case, documents.flatMap(behindDocument)),
});

/** The document that a path names and that the reader may know of; what is sealed looks as if it were not there. */
export const documentAtHand = async (
  ports: Pick<QueryPorts, 'cases' | 'now'>,
  request: QueryRequest<unknown>,
): Promise<{ found: CaseAtHand; document: Document; reading: ReadingThings } | undefined> => {
  const found = await caseAtHand(ports, request);
  const id = request.parameters['document'] ?? '';
  if (found === undefined || !/^document-[1-9]\d{0,5}$/.test(id)) return undefined;
  const document = subjectOf(await subjectsAtHand(ports, found.head.case, [id]), 'document', id);
  if (document === undefined) return undefined;
  const reading = await readingOf(ports, { found, documents: [document], request });
  return mayReadDocument(reading, document) ? { found, document, reading } : undefined;
};

/** The name that its sender gave a file, or one that tells nothing but of what type it is. */
export const nameFor = (reading: Reading, document: Document, content: Content | undefined): string => {
  const name = content?.body['name'];
  if (typeof name !== 'string') return 'document';
  return mayReadFileName(reading, document) ? name : `${document.id}.${extensionIn(name)}`;
};

const show = (reading: Reading, document: Document, content: Content | undefined): DocumentView => {
  const { kind: _, id, recordedIn: _in, by: _by, readings: _n, readIn: _r, quarantineDays: _d, ...shown } = document;
  const { arrivedIn: _a, checkedIn: _c, bundledIn: _b, ...view } = shown;
  const redaction = content?.body['reason'];
  const naming = actNaming(reading.head, document);
  return {
    ...view,
    document: id,
    name: nameFor(reading, document, content),
    ...(naming === undefined
      ? {}
      : { standsFor: { act: naming.act, event: `${reading.head.case}@${naming.recordedIn}` } }),
    ...(typeof redaction === 'string' ? { redaction } : {}),
    ...(document.reason === undefined ? {} : { explanation: REFUSAL_WORDS[document.reason] }),
  };
};

const listDocuments: QueryOperation = query({
  ...LIST_DOCUMENTS,
  ask: async (ports, request) => {
    const found = await caseAtHand(ports, request);
    if (found === undefined) return undefined;
    const { attachedTo, limit, cursor } = request.query;
    const page: Page<Subject> =
      attachedTo === undefined
        ? await subjectsPage(ports, found.head.case, {
            kind: 'document',
            limit: Math.min(limit, WRITTEN_PAGE_MAX),
            cursor,
          })
        : { items: await onShelf(ports, found, attachedTo) };
    const documents = page.items.filter((subject) => subject.kind === 'document');
    const reading = await readingOf(ports, { found, documents, request });
    const known = documents.filter((document) => mayReadDocument(reading, document));
    const contents = await ports.cases.contents({
      case: found.head.case,
      versions: known.map(({ recordedIn }) => recordedIn),
    });
    return {
      body: { items: known.map((document) => show(reading, document, contents.get(document.recordedIn))) },
      version: found.version,
      ...(page.next === undefined ? {} : { next: page.next }),
    };
  },
});

/** What hangs on one thing: few enough for one answer. */
const onShelf = async (ports: QueryPorts, { head }: CaseAtHand, thing: string) => {
  const id = shelfOf(thing);
  const shelf = subjectOf(await subjectsAtHand(ports, head.case, [id]), 'shelf', id);
  const ids = (shelf?.documents ?? []).map(({ document }) => document);
  return [...(await subjectsAtHand(ports, head.case, ids)).values()];
};

const readDocument: QueryOperation = query({
  ...READ_DOCUMENT,
  ask: async (ports, request) => {
    const at = await documentAtHand(ports, request);
    if (at === undefined) return undefined;
    const { document, reading, found } = at;
    const contents = await ports.cases.contents({ case: found.head.case, versions: [document.recordedIn] });
    const seesCustody = seesAll(reading.reader, reading.head);
    const custody = seesCustody ? [...(await custodyOf(ports, document, reading))] : undefined;
    return {
      version: found.version,
      body: {
        ...show(reading, document, contents.get(document.recordedIn)),
        ...(custody === undefined ? {} : { custody, readings: document.readings }),
      },
    };
  },
});

/** What is read of documents. */
export const DOCUMENT_QUERIES: readonly QueryOperation[] = [listDocuments, readDocument];
