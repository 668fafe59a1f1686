import { answerOpening } from '../_http/answer-opening.ts';
import { answerRefresh } from '../_http/answer-refresh.ts';
import { type ApiHandler, api } from '../_http/api.ts';
import { IMPORT_PROCESSES } from '../_http/import-operation.ts';
import { OPENING_OPERATION } from '../_http/opening-operation.ts';
import { REFRESH_OPERATION } from '../_http/refresh-operation.ts';
import { answerProcessImport } from './answer-process-import.ts';
import type { ImportApiPorts } from './import-api-ports.ts';

/** How long one request works on its lines: the gateway waits 29 seconds, and what is done by then is told. */
const IMPORT_MILLISECONDS = 15_000;

/** What is published of contracting processes, on its way into the registry, into a new case, or into one that has older data. */
export const importApi = (ports: ImportApiPorts, { importMilliseconds = IMPORT_MILLISECONDS } = {}): ApiHandler =>
  api([IMPORT_PROCESSES, OPENING_OPERATION, REFRESH_OPERATION], ports, (operation, event) => {
    switch (operation.kind) {
      case 'opening':
        return answerOpening(event, ports);
      case 'refresh':
        return answerRefresh(event, ports);
      case 'process-import':
        return answerProcessImport(event, ports, importMilliseconds);
    }
  });
