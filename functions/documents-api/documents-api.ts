import { answerQuery } from '../_http/answer-query.ts';
import { type ApiHandler, api } from '../_http/api.ts';
import { DOCUMENT_QUERIES } from './document-queries.ts';
import type { DocumentsApiPorts } from './documents-api-ports.ts';
import { handInTipFile } from './hand-in-tip-file.ts';
import { fetchDocument, readContent } from './read-content.ts';
import { completeAction, declareAction } from './upload.ts';

/** Files: how they are announced and come in, what became of them, and links to read them. */
export const documentsApi = (ports: DocumentsApiPorts): ApiHandler =>
  api(
    [
      declareAction(ports),
      handInTipFile(ports),
      completeAction(ports),
      ...DOCUMENT_QUERIES,
      readContent(ports),
      fetchDocument(ports),
    ],
    ports,
    (operation, ...asked) =>
      operation.kind === 'query' ? answerQuery(operation, ...asked) : operation.answer(...asked),
  );
