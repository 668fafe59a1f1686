import { answerCommand } from '../_http/answer-command.ts';
import { type ApiHandler, api } from '../_http/api.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import { COORDINATOR_ROUTES } from '../_http/routes/coordinator-routes.ts';

/** What coordinators do with a case that is open: appoint, accredit, record, advance. */
export const coordinatorApi = (ports: ApiPorts): ApiHandler => api(COORDINATOR_ROUTES, ports, answerCommand);
