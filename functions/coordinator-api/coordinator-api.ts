import { answerCommand } from '../_http/answer-command.ts';
import { answerOpening } from '../_http/answer-opening.ts';
import { answerRefresh } from '../_http/answer-refresh.ts';
import { type ApiHandler, api } from '../_http/api.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import { COMMAND_OPERATIONS } from '../_http/command-routes.ts';
import { OPENING_OPERATION } from '../_http/opening-operation.ts';
import { REFRESH_OPERATION } from '../_http/refresh-operation.ts';

/** What coordinators and assessors do: open cases, appoint, accredit, record, advance, code. */
export const coordinatorApi = (ports: ApiPorts): ApiHandler =>
  api(
    [
      OPENING_OPERATION,
      REFRESH_OPERATION,
      ...COMMAND_OPERATIONS.filter((operation) => operation.function === 'coordinator-api'),
    ],
    ports,
    (operation, ...asked) => {
      switch (operation.kind) {
        case 'opening':
          return answerOpening(...asked);
        case 'refresh':
          return answerRefresh(...asked);
        case 'command':
          return answerCommand(operation, ...asked);
      }
    },
  );
