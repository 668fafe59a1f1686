import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { answerQuery } from '../_http/answer-query.ts';
import { answerFailure, recorded, versionAskedFor, withParameters } from '../_http/answer-recorded.ts';
import { type ApiHandler, api } from '../_http/api.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import type { RosterOperationRoute } from '../_http/operation.ts';
import { problem, refused } from '../_http/problem.ts';
import { BODY_BYTES_MAX, bodyOf, callerOf, errorsOf, idempotencyKeyOf } from '../_http/request.ts';
import { handleRosterCommand } from '../_record/handle-roster-command.ts';
import { ROSTER_QUERIES } from '../_roster/roster-queries.ts';
import { IMPORT_OPERATION, ROSTER_COMMAND_OPERATIONS } from '../_roster/roster-routes.ts';
import { answerImport, IMPORT_MILLISECONDS } from './answer-import.ts';

/** Who keeps the roster, and who reads it: people, organisations and their accreditations. */
export const rosterApi = (ports: ApiPorts, { importMilliseconds = IMPORT_MILLISECONDS } = {}): ApiHandler =>
  api([...ROSTER_COMMAND_OPERATIONS, IMPORT_OPERATION, ...ROSTER_QUERIES], ports, (operation, ...asked) => {
    switch (operation.kind) {
      case 'roster-import':
        return answerImport(...asked, importMilliseconds);
      case 'roster-command':
        return answerRosterCommand(operation, ...asked);
      case 'query':
        return answerQuery(operation, ...asked);
    }
  });

const answerRosterCommand = async (
  { name }: RosterOperationRoute,
  event: APIGatewayProxyEventV2,
  ports: ApiPorts,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const petitioner = await callerOf(event, ports.identity);
  if (petitioner === undefined) return problem('token-missing');
  const parameters = event.pathParameters ?? {};
  const result = await handleRosterCommand(ports, {
    name,
    petitioner,
    idempotencyKey: idempotencyKeyOf(event),
    ...versionAskedFor(event),
    input: withParameters(bodyOf(event, BODY_BYTES_MAX), parameters),
  });
  if ('answer' in result) return recorded(result);
  if ('refusal' in result) return refused(result.refusal);
  if ('failure' in result) return answerFailure(result);
  const inPath = result.invalid.some(({ path }) => Object.hasOwn(parameters, String(path[0])));
  return inPath ? problem('not-found') : problem('input-invalid', { errors: errorsOf(result.invalid) });
};
