import { answerCommand } from '../_http/answer-command.ts';
import { answerOpening } from '../_http/answer-opening.ts';
import { answerRefresh } from '../_http/answer-refresh.ts';
import { type ApiHandler, api } from '../_http/api.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import { OPENING_OPERATION } from '../_http/opening-operation.ts';
import { REFRESH_OPERATION } from '../_http/refresh-operation.ts';
import { COORDINATOR_ROUTES } from '../_http/routes/coordinator-routes.ts';

/** What coordinators do: open cases, appoint, accredit, record, advance. */
export const coordinatorApi = (ports: ApiPorts): ApiHandler =>
  api([OPENING_OPERATION, REFRESH_OPERATION, ...COORDINATOR_ROUTES], ports, (operation, ...asked) => {
    switch (operation.kind) {
      case 'opening':
        return answerOpening(...asked);
      case 'refresh':
        return answerRefresh(...asked);
      case 'command':
        return answerCommand(operation, ...asked);
    }
  });
