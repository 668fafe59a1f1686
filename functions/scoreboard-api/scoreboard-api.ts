import { answerQuery } from '../_http/answer-query.ts';
import { type ApiHandler, api } from '../_http/api.ts';
import { charts } from './charts.ts';
import type { ScoreboardApiPorts } from './scoreboard-api-ports.ts';
import { scoreboardQueries } from './scoreboard-queries.ts';

/** How our cases do beside the initiatives of the study, and how far watching reaches: for everybody, as data and as pictures. */
export const scoreboardApi = (ports: ScoreboardApiPorts): ApiHandler =>
  api([...scoreboardQueries(ports), ...charts(ports)], ports, (operation, ...asked) =>
    operation.kind === 'query' ? answerQuery(operation, ...asked) : operation.answer(...asked),
  );
