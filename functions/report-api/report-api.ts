import { answerQuery } from '../_http/answer-query.ts';
import { type ApiHandler, api } from '../_http/api.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import { listRecommendations } from '../_queries/recommendation-query.ts';
import { readReportDocument } from './document-query.ts';
import { readReportPage } from './page.ts';

/** Reports as whole documents, for people and for programs, and what became of what they recommend. */
export const reportApi = (ports: ApiPorts): ApiHandler =>
  api([readReportDocument, readReportPage, listRecommendations], ports, (operation, ...asked) =>
    operation.kind === 'query' ? answerQuery(operation, ...asked) : operation.answer(...asked),
  );
