import { shelfOf } from '../../domain/documents/document-state.ts';
import { behindDocument, mayReadDocument } from '../../domain/documents/may-read-document.ts';
import { REFUSAL_WORDS } from '../../domain/documents/refusal-words.ts';
import { seesAll } from '../../domain/observations/seal.ts';
import { mayReadTip, type Reading } from '../../domain/reading/may-read.ts';
import { type Subject, type SubjectOf, type Subjects, subjectOf } from '../../domain/state.ts';
import type { Content } from '../../events/record.ts';
import { type DocumentView, LIST_DOCUMENTS, READ_DOCUMENT } from '../_http/document-operations.ts';
import { type QueryOperation, type QueryPorts, type QueryRequest, query } from '../_http/operation.ts';
import { WRITTEN_PAGE_MAX } from '../_http/paging.ts';
import type { Page } from '../_ports/ports.ts';
import { type CaseAtHand, caseAtHand, subjectsAtHand, subjectsPage } from '../_queries/case-at-hand.ts';
import { readerOf } from '../_queries/reader.ts';

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

/** The name that its sender gave a file. */
export const nameIn = (content: Content | undefined): string => {
  const name = content?.body['name'];
  return typeof name === 'string' ? name : 'document';
};

const show = (document: Document, content: Content | undefined): DocumentView => {
  const { kind: _, id, recordedIn: _in, by: _by, readings: _n, readIn: _r, quarantineDays: _d, ...shown } = document;
  const { arrivedIn: _a, checkedIn: _c, ...view } = shown;
  const redaction = content?.body['reason'];
  return {
    ...view,
    document: id,
    name: nameIn(content),
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
      body: { items: known.map((document) => show(document, contents.get(document.recordedIn))) },
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

type Contents = ReadonlyMap<number, Content>;

/** Where a document was and who had it in hand. Who read it is told to those who answer for the case. */
const custodyOf = (document: Document, contents: Contents, reading: ReadingThings) => {
  const { head } = reading;
  const event = (version: number): string => `${head.case}@${version}`;
  const { declaredAt, recordedIn, arrivedAt, arrivedIn, checkedAt, checkedIn } = document;
  const isRefused = document.state === 'refused';
  const by = document.purpose === 'tip-file' ? {} : { by: document.by };
  const readings = mayReadTip(reading) ? document.readIn : [];
  return [
    { step: 'declared' as const, at: declaredAt, event: event(recordedIn), ...by },
    ...(arrivedAt === undefined || arrivedIn === undefined
      ? []
      : [{ step: 'arrived' as const, at: arrivedAt, event: event(arrivedIn) }]),
    ...(checkedAt === undefined || checkedIn === undefined
      ? []
      : [
          isRefused
            ? { step: 'refused' as const, at: checkedAt, event: event(checkedIn) }
            : { step: 'sealed' as const, at: checkedAt, event: event(checkedIn), sha256: document.sha256 },
          ...[document.shared, document.preview].flatMap((copy) =>
            copy === undefined
              ? []
              : [
                  {
                    step: 'derived' as const,
                    at: checkedAt,
                    event: event(checkedIn),
                    sha256: copy.sha256,
                    by: copy.by,
                  },
                ],
          ),
        ]),
    ...readings.map((each) => ({
      step: 'read' as const,
      at: each.readAt,
      event: event(each.recordedIn),
      ...readerIn(contents.get(each.recordedIn)),
    })),
  ];
};

const readerIn = (content: Content | undefined): { by?: string } => {
  const by = content?.body['by'];
  return typeof by === 'string' ? { by } : {};
};

const readDocument: QueryOperation = query({
  ...READ_DOCUMENT,
  ask: async (ports, request) => {
    const at = await documentAtHand(ports, request);
    if (at === undefined) return undefined;
    const { document, reading, found } = at;
    const seesCustody = seesAll(reading.reader, reading.head);
    const readIn = seesCustody && mayReadTip(reading) ? document.readIn.map(({ recordedIn }) => recordedIn) : [];
    const contents = await ports.cases.contents({
      case: found.head.case,
      versions: [document.recordedIn, ...readIn],
    });
    return {
      version: found.version,
      body: {
        ...show(document, contents.get(document.recordedIn)),
        ...(seesCustody ? { custody: custodyOf(document, contents, reading), readings: document.readings } : {}),
      },
    };
  },
});

/** What is read of documents. */
export const DOCUMENT_QUERIES: readonly QueryOperation[] = [listDocuments, readDocument];
