import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type CommandResult, handleCommand } from '../_record/handle-command.ts';
import { answerFailure, recorded, versionAskedFor, withParameters } from './answer-recorded.ts';
import type { ApiPorts } from './api-ports.ts';
import { CASE_ID } from './case-id.ts';
import type { CommandOperation } from './operation.ts';
import { ProblemError, problem, refused } from './problem.ts';
import { BODY_BYTES_MAX, bodyOf, callerOf, errorsOf, idempotencyKeyOf } from './request.ts';

export const caseIdOf = (event: APIGatewayProxyEventV2): string => {
  const id = event.pathParameters?.case ?? '';
  if (!CASE_ID.test(id)) throw new ProblemError('not-found');
  return id;
};

/** Answers a command: who asks, what is asked, and what the record says of it. */
export const answerCommand = async (
  { name }: CommandOperation,
  event: APIGatewayProxyEventV2,
  ports: ApiPorts,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const petitioner = await callerOf(event, ports.identity);
  if (petitioner === undefined) return problem('token-missing');
  const caseId = caseIdOf(event);
  const { case: _, ...parameters } = event.pathParameters ?? {};
  const result = await handleCommand(ports, {
    name,
    case: caseId,
    petitioner,
    idempotencyKey: idempotencyKeyOf(event),
    ...versionAskedFor(event),
    input: withParameters(bodyOf(event, BODY_BYTES_MAX), parameters),
  });
  return answerResult(result, Object.keys(parameters));
};

/** Turns what the record said into an answer. A part of the path that no thing can be named by is not found. */
export const answerResult = (
  result: CommandResult,
  pathNames: readonly string[] = [],
): APIGatewayProxyStructuredResultV2 => {
  if ('answer' in result) return recorded(result);
  if ('refusal' in result) return refused(result.refusal);
  if ('invalid' in result) {
    const inPath = result.invalid.some(({ path }) => pathNames.includes(String(path[0])));
    return inPath ? problem('not-found') : problem('input-invalid', { errors: errorsOf(result.invalid) });
  }
  return result.failure === 'case-not-found' ? problem('not-found') : answerFailure(result);
};
