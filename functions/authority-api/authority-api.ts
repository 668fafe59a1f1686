import { answerCommand } from '../_http/answer-command.ts';
import { type ApiHandler, api } from '../_http/api.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import { COMMAND_OPERATIONS } from '../_http/command-routes.ts';

/** What institutions do: sign the pact, reply to findings, comment on drafts, answer escalations. */
export const authorityApi = (ports: ApiPorts): ApiHandler =>
  api(
    COMMAND_OPERATIONS.filter((operation) => operation.function === 'authority-api'),
    ports,
    answerCommand,
  );
