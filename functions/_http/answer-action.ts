import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import { definedIn } from './answer-query.ts';
import type { ApiPorts } from './api-ports.ts';
import type { ActionAnswer, ActionDescription, ActionOperation, ActionRequest } from './operation.ts';
import { ProblemError, problem, refused } from './problem.ts';
import { BODY_BYTES_MAX, bodyOf, callerOf, errorsOf, idempotencyKeyOf, originOf } from './request.ts';

/** Writes an action down with its body inferred from its schema, and its answer checked against the one that is published. */
export const action = <
  Body extends z.core.$ZodType & { safeParse: (value: unknown) => z.core.util.SafeParseResult<z.core.output<Body>> },
  Answers extends z.core.$ZodType,
>(
  definition: ActionDescription & {
    readonly body: Body;
    readonly answers: Answers;
    /** Undefined is not found. */
    readonly act: (request: ActionRequest<z.core.output<Body>>) => Promise<ActionAnswer<z.core.input<Answers>>>;
  },
): ActionOperation => ({
  ...definition,
  answer: (event, ports) =>
    answerAction(event, ports, async (request) => {
      const parsed = definition.body.safeParse(request.body);
      if (!parsed.success) throw new ProblemError('input-invalid', { errors: errorsOf(parsed.error.issues) });
      return definition.act({ ...request, body: parsed.data });
    }),
});

/** Answers what is asked of the house itself. What is not there and what may not be seen look the same. */
const answerAction = async (
  event: APIGatewayProxyEventV2,
  ports: ApiPorts,
  act: (request: ActionRequest<unknown>) => Promise<ActionAnswer<unknown>>,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const caller = await callerOf(event, ports.identity);
  if (caller === undefined) return problem('token-missing');
  const answer = await act({
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
