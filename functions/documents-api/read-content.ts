import { isEverybodys, mayReadOriginal } from '../../domain/documents/may-read-document.ts';
import { recordReading } from '../../domain/documents/record-reading.ts';
import { type COPIES, READ_DOCUMENT_CONTENT } from '../_http/document-operations.ts';
import { type QueryOperation, query } from '../_http/operation.ts';
import { ProblemError } from '../_http/problem.ts';
import { keyOf, type Place } from '../_ports/document-ports.ts';
import type { Caller } from '../_ports/ports.ts';
import { handleCommand } from '../_record/handle-command.ts';
import { type Document, documentAtHand, nameFor } from './document-queries.ts';
import type { DocumentsApiPorts } from './documents-api-ports.ts';

type Copy = (typeof COPIES)[number];

/** The house itself, as the record names it. */
const SYSTEM = { person: 'system', roles: ['system'] as const };

/** Which bytes of a document are meant. Where nothing had to be taken out, what is shared is the original. */
const bytesOf = (
  document: Document,
  copy: Copy,
): { place: Place; sha256: string; sizeBytes: number; mediaType: string } | undefined => {
  const { shared, preview } = document;
  switch (copy) {
    case 'original':
      return { place: 'originals', ...document };
    case 'shared':
      return shared === undefined ? { place: 'originals', ...document } : { place: 'shared', ...shared };
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
