import { answerQuery } from '../_http/answer-query.ts';
import { type ApiHandler, api } from '../_http/api.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import { ESCALATION_QUERIES } from '../_queries/escalation-queries.ts';
import { readWrit } from './read-writ.ts';

/** What became of escalations, what followed from them, and the writs that go beside them. */
export const escalationsApi = (ports: ApiPorts): ApiHandler =>
  api([...ESCALATION_QUERIES, readWrit], ports, (operation, ...asked) =>
    operation.kind === 'query' ? answerQuery(operation, ...asked) : operation.answer(...asked),
  );
