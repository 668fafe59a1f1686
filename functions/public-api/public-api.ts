import { answerQuery } from '../_http/answer-query.ts';
import { type ApiHandler, api } from '../_http/api.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import { QUERY_OPERATIONS } from '../_queries/queries.ts';

/** What everybody reads; with a token, what its bearer may see besides. */
export const publicApi = (ports: ApiPorts): ApiHandler => api(QUERY_OPERATIONS, ports, answerQuery);
