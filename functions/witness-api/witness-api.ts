import { answerCommand } from '../_http/answer-command.ts';
import { answerQuery } from '../_http/answer-query.ts';
import { answerTip } from '../_http/answer-tip.ts';
import { type ApiHandler, api } from '../_http/api.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import { COMMAND_OPERATIONS } from '../_http/command-routes.ts';
import { TIP_OPERATIONS } from '../_http/tip-routes.ts';
import { computeFlags } from './compute-flags.ts';

const COMMANDS_OF_TEAMS = COMMAND_OPERATIONS.filter((operation) => operation.function === 'witness-api');

/** What witnesses and committee members do: attend, file, put to the authority, escalate, report. Where they look, and what citizens tell. */
export const witnessApi = (ports: ApiPorts): ApiHandler =>
  api([...COMMANDS_OF_TEAMS, ...TIP_OPERATIONS, computeFlags], ports, (operation, ...asked) => {
    switch (operation.kind) {
      case 'command':
        return answerCommand(operation, ...asked);
      case 'tip':
        return answerTip(operation, ...asked);
      case 'query':
        return answerQuery(operation, ...asked);
    }
  });
