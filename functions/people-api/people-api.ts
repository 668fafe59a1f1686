import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { answerQuery } from '../_http/answer-query.ts';
import { answerFailure, recorded, versionAskedFor, withParameters } from '../_http/answer-recorded.ts';
import { type ApiHandler, api } from '../_http/api.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import type { PersonOperationRoute } from '../_http/operation.ts';
import { problem, refused } from '../_http/problem.ts';
import { BODY_BYTES_MAX, bodyOf, callerOf, errorsOf, idempotencyKeyOf } from '../_http/request.ts';
import { type PeopleReadingPorts, peopleQueries } from '../_people/people-queries.ts';
import { PERSON_COMMAND_OPERATIONS } from '../_people/people-routes.ts';
import { handlePersonCommand } from '../_record/handle-person-command.ts';

type PeopleApiPorts = ApiPorts & PeopleReadingPorts;

/** Who may sign in, and in which roles: administrators say so, auditors look on. */
export const peopleApi = (ports: PeopleApiPorts): ApiHandler =>
  api([...PERSON_COMMAND_OPERATIONS, ...peopleQueries(ports)], ports, (operation, ...asked) =>
    operation.kind === 'query' ? answerQuery(operation, ...asked) : answerPersonCommand(operation, ...asked),
  );

const answerPersonCommand = async (
  { name }: PersonOperationRoute,
  event: APIGatewayProxyEventV2,
  ports: PeopleApiPorts,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const petitioner = await callerOf(event, ports.identity);
  if (petitioner === undefined) return problem('token-missing');
  const parameters = event.pathParameters ?? {};
  const result = await handlePersonCommand(ports, {
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
