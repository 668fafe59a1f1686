import { answerCommand } from '../_http/answer-command.ts';
import { answerQuery } from '../_http/answer-query.ts';
import { type ApiHandler, api } from '../_http/api.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import { ASSESSMENT_ROUTES } from '../_http/routes/assessment-routes.ts';
import { ASSESSMENT_QUERIES } from '../_queries/assessment-queries.ts';

/** Whether the oversight worked and was open: what the events prove, and what assessors judge beside it. */
export const assessmentApi = (ports: ApiPorts): ApiHandler =>
  api([...ASSESSMENT_ROUTES, ...ASSESSMENT_QUERIES], ports, (operation, ...asked) =>
    operation.kind === 'query' ? answerQuery(operation, ...asked) : answerCommand(operation, ...asked),
  );
