import { answerQuery } from '../_http/answer-query.ts';
import { type ApiHandler, api } from '../_http/api.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import type { AuthorityPorts } from '../_search/find-authorities.ts';
import type { SearchPorts } from '../_search/find-cases.ts';
import { searchQueries } from '../_search/search-queries.ts';

/** Finds cases, and shows the authorities and territories that they stand under: for everybody. */
export const searchApi = (ports: ApiPorts & SearchPorts & AuthorityPorts): ApiHandler =>
  api(searchQueries(ports), ports, answerQuery);
