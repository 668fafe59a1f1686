import { type ApiHandler, type ApiPorts, api } from '../_http/api.ts';
import { COMMAND_OPERATIONS } from '../_http/command-routes.ts';

/** What institutions do: sign the pact, reply to findings, comment on drafts, answer escalations. */
export const authorityApi = (ports: ApiPorts): ApiHandler =>
  api(
    COMMAND_OPERATIONS.filter((operation) => operation.function === 'authority-api'),
    ports,
  );
