import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { definedIn } from './answer-query.ts';
import type { ApiPorts } from './api-ports.ts';
import { type ActionOperation, BodyInvalid } from './operation.ts';
import { ProblemError, problem, refused } from './problem.ts';
import { BODY_BYTES_MAX, bodyOf, callerOf, errorsOf, idempotencyKeyOf, originOf } from './request.ts';

/** Answers what is asked of the house itself. What is not there and what may not be done look the same. */
export const answerAction = async (
  operation: ActionOperation,
  event: APIGatewayProxyEventV2,
  ports: ApiPorts,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const caller = await callerOf(event, ports.identity);
  if (caller === undefined) return problem('token-missing');
  const answer = await act(operation, {
    caller,
    idempotencyKey: idempotencyKeyOf(event),
    body: bodyOf(event, BODY_BYTES_MAX),
    parameters: definedIn(event.pathParameters ?? {}),
    origin: originOf(event),
  });
  if (answer === undefined) return problem('not-found');
  if ('refusal' in answer) return refused(answer.refusal);
  return {
    statusCode: answer.status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(answer.body),
  };
};

const act = async (operation: ActionOperation, request: Parameters<ActionOperation['act']>[0]) => {
  try {
    return await operation.act(request);
  } catch (error) {
    if (error instanceof BodyInvalid) throw new ProblemError('input-invalid', { errors: errorsOf(error.issues) });
    throw error;
  }
};
