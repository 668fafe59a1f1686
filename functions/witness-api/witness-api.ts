import { answerCommand } from '../_http/answer-command.ts';
import { answerQuery } from '../_http/answer-query.ts';
import { type ApiHandler, api } from '../_http/api.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import { WITNESS_ROUTES } from '../_http/routes/witness-routes.ts';
import { recentCases } from '../_record/recent-cases.ts';
import { computeFlags } from './compute-flags.ts';

/**
 * What witnesses and committee members do: attend, file, put to the authority, escalate, report. And where they look first. What was
 * just written is recalled here alone: nobody else sends many commands on one case within seconds.
 */
export const witnessApi = (ports: ApiPorts): ApiHandler =>
  api([...WITNESS_ROUTES, computeFlags], { ...ports, recent: recentCases(ports.clock) }, (operation, ...asked) =>
    operation.kind === 'query' ? answerQuery(operation, ...asked) : answerCommand(operation, ...asked),
  );
