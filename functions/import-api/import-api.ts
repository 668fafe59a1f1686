import { type ApiHandler, api } from '../_http/api.ts';
import { IMPORT_PROCESSES } from '../_http/import-operation.ts';
import { answerProcessImport } from './answer-process-import.ts';
import type { ImportApiPorts } from './import-api-ports.ts';

/** How long one request works on its lines: the gateway waits 29 seconds, and what is done by then is told. */
const IMPORT_MILLISECONDS = 15_000;

/** What is published of contracting processes, on its way into the registry. */
export const importApi = (ports: ImportApiPorts, { importMilliseconds = IMPORT_MILLISECONDS } = {}): ApiHandler =>
  api([IMPORT_PROCESSES], ports, (_, event) => answerProcessImport(event, ports, importMilliseconds));
