import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { answerResult, caseIdOf } from '../_http/answer-command.ts';
import { versionAskedFor, withParameters } from '../_http/answer-recorded.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import type { TipCommandOperation } from '../_http/operation.ts';
import { BODY_BYTES_MAX, bodyOf, callerOf, idempotencyKeyOf } from '../_http/request.ts';
import { asHolder, receiptMade, retryAfterOf } from '../_http/tip-holder.ts';

/**
 * Answers what anybody does about a tip. A token is looked at only to refuse a wrong one: who sends a tip is known by the receipt code
 * alone, so that not even a signed-in witness is tied to it.
 */
export const answerTip = async (
  { name, command }: TipCommandOperation,
  event: APIGatewayProxyEventV2,
  ports: ApiPorts,
): Promise<APIGatewayProxyStructuredResultV2> => {
  await callerOf(event, ports.identity);
  const caseId = caseIdOf(event);
  const { case: _, ...parameters } = event.pathParameters ?? {};
  const input = withParameters(bodyOf(event, BODY_BYTES_MAX), parameters);
  const result = await asHolder(ports, {
    name,
    command,
    case: caseId,
    idempotencyKey: idempotencyKeyOf(event),
    ...versionAskedFor(event),
    input,
  });
  const answer = answerResult(result, Object.keys(parameters));
  return { ...answer, headers: { ...answer.headers, ...retryAfterOf(result, ports.clock.now()) } };
};

/** Makes a code, and keeps nothing of it. */
export const answerTipReceipt = async (
  event: APIGatewayProxyEventV2,
  { entropy, identity }: ApiPorts,
): Promise<APIGatewayProxyStructuredResultV2> => {
  await callerOf(event, identity);
  return {
    statusCode: 201,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify({ receipt: await receiptMade(entropy) }),
  };
};
