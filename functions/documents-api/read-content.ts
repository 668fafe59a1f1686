import { isEverybodys, mayReadOriginal } from '../../domain/documents/may-read-document.ts';
import { recordReading } from '../../domain/documents/record-reading.ts';
import { definedIn } from '../_http/answer-query.ts';
import { type COPIES, FETCH_DOCUMENT, READ_DOCUMENT_CONTENT } from '../_http/document-operations.ts';
import { type DocumentOperation, type QueryOperation, query } from '../_http/operation.ts';
import { ProblemError, problem } from '../_http/problem.ts';
import { callerOf } from '../_http/request.ts';
import { keyOf, type Place } from '../_ports/document-ports.ts';
import type { Caller } from '../_ports/ports.ts';
import { handleCommand } from '../_record/handle-command.ts';
import { type Document, documentAtHand, nameFor } from './document-queries.ts';
import type { DocumentsApiPorts } from './documents-api-ports.ts';

type Copy = (typeof COPIES)[number];

/** The house itself, as the record names it. */
const SYSTEM = { person: 'system', roles: ['system'] as const };

interface Bytes {
  readonly place: Place;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
}

/** Where nothing had to be taken out, what is shared is the original. */
const sharedOf = (document: Document): Bytes =>
  document.shared === undefined ? { place: 'originals', ...document } : { place: 'shared', ...document.shared };

/** Which bytes of a document are meant. */
const bytesOf = (document: Document, copy: Copy): Bytes | undefined => {
  const { preview } = document;
  switch (copy) {
    case 'original':
      return { place: 'originals', ...document };
    case 'shared':
      return sharedOf(document);
    case 'preview':
      return preview === undefined ? undefined : { place: 'previews', ...preview };
  }
};

/**
 * Gives a link that lives for a minute. Before it is given, that it is given stands in the record, unless everybody may read the
 * document: where the record cannot be written, nobody reads.
 */
export const readContent = (ports: DocumentsApiPorts): QueryOperation =>
  query({
    ...READ_DOCUMENT_CONTENT,
    ask: async (asked, request) => {
      const at = await documentAtHand(asked, request);
      const { copy } = request.query;
      if (at?.document.state !== 'usable') return undefined;
      const { document, reading, found } = at;
      if (copy === 'original' && !mayReadOriginal(reading, document)) return undefined;
      const bytes = bytesOf(document, copy);
      if (bytes === undefined) return undefined;
      const { recordedIn } = document;
      const contents = await asked.cases.contents({ case: found.head.case, versions: [recordedIn] });
      const trace = isEverybodys(reading, document)
        ? 'public'
        : await recorded(ports, { caseId: found.head.case, document: document.id, copy, caller: request.caller });
      const { place, sha256, sizeBytes, mediaType } = bytes;
      const fileName = nameFor(reading, document, contents.get(recordedIn));
      const key = keyOf(place, { case: found.head.case, document: document.id });
      const link = await ports.links.read({ key, fileName, mediaType, trace });
      return { body: { ...link, mediaType, sha256, sizeBytes } };
    },
  });

/**
 * Leads whoever asks to the shared copy of a document that everybody may read: what a link on a page can be. What not
 * everybody may read looks as if it were not there, whoever asks: its content is asked for where its reading is recorded.
 */
export const fetchDocument = (ports: DocumentsApiPorts): DocumentOperation => ({
  ...FETCH_DOCUMENT,
  answer: async (event) => {
    const { cases, clock, identity } = ports;
    // Everybody gets the same; a token that nobody takes is refused here as everywhere.
    await callerOf(event, identity);
    const asked = { parameters: definedIn(event.pathParameters ?? {}), query: {}, caller: undefined };
    const at = await documentAtHand({ cases, now: clock.now }, asked);
    if (at?.document.state !== 'usable' || !isEverybodys(at.reading, at.document)) return problem('not-found');
    const { document, reading, found } = at;
    const { place, mediaType } = sharedOf(document);
    const contents = await cases.contents({ case: found.head.case, versions: [document.recordedIn] });
    const fileName = nameFor(reading, document, contents.get(document.recordedIn));
    const key = keyOf(place, { case: found.head.case, document: document.id });
    const link = await ports.links.read({ key, fileName, mediaType, trace: 'public' });
    const headers = { 'cache-control': 'no-store', 'content-type': 'application/json', location: link.url };
    return { statusCode: 303, headers, body: JSON.stringify(link) };
  },
});

/** The event that says who was given the link. */
const recorded = async (
  ports: DocumentsApiPorts,
  { caseId, document, copy, caller }: { caseId: string; document: string; copy: Copy; caller: Caller | undefined },
): Promise<string> => {
  if (caller === undefined) throw new ProblemError('not-found');
  const result = await handleCommand(ports, {
    name: 'record-reading',
    command: recordReading,
    case: caseId,
    petitioner: SYSTEM,
    // Each reading is one: nobody repeats it by a key, and nobody guesses it.
    idempotencyKey: `${caseId}/${document}/read/${ports.entropy.salt()}`,
    input: { document, by: caller.person, role: caller.roles[0] ?? 'public', copy },
  });
  if (!('answer' in result)) throw new ProblemError('lost-every-race');
  return `${caseId}@${result.answer.version}`;
};
