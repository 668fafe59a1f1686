import { type ApiHandler, type ApiPorts, api } from '../_http/api.ts';
import { COMMAND_OPERATIONS } from '../_http/command-routes.ts';

/** What witnesses and committee members do: attend, file, put to the authority, escalate, report. */
export const witnessApi = (ports: ApiPorts): ApiHandler =>
  api(
    COMMAND_OPERATIONS.filter((operation) => operation.function === 'witness-api'),
    ports,
  );
