import { answerQuery } from '../_http/answer-query.ts';
import { type ApiHandler, api } from '../_http/api.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import type { ChangeStore } from '../_ports/change-ports.ts';
import { readChanges } from './changes.ts';
import { readFeed } from './feed.ts';
import { readRecord, readRelease } from './releases.ts';

export interface OpenDataApiPorts extends ApiPorts {
  readonly changes: ChangeStore;
}

/** What is published of a case for whoever wants to use it: as OCDS, and as a feed; and what changed in all of them. */
export const openDataApi = (ports: OpenDataApiPorts): ApiHandler =>
  api([readRelease, readRecord, readFeed, readChanges(ports.changes)], ports, (operation, ...asked) =>
    operation.kind === 'query' ? answerQuery(operation, ...asked) : operation.answer(...asked),
  );
