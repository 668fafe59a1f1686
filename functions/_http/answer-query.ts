import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Identity } from '../_ports/ports.ts';
import type { ApiPorts } from './api-ports.ts';
import { type QueryAnswer, QueryInvalid, type QueryOperation, type QueryRequest } from './operation.ts';
import { ProblemError, problem } from './problem.ts';
import { callerOf, errorsOf } from './request.ts';

/** Answers a reading of the record. */
export const answerQuery = (
  operation: QueryOperation,
  event: APIGatewayProxyEventV2,
  { identity, cases, milestones, roster, imports, clock }: ApiPorts,
): Promise<APIGatewayProxyStructuredResultV2> =>
  answerReading(event, identity, (asked) =>
    operation.ask({ cases, milestones, roster, imports, now: clock.now }, asked),
  );

type Asking = (asked: QueryRequest<unknown>) => Promise<QueryAnswer<unknown> | undefined>;

/** Answers a reading of whatever it is. What is not there and what may not be seen look the same. */
export const answerReading = async (
  event: APIGatewayProxyEventV2,
  identity: Identity,
  ask: Asking,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const caller = await callerOf(event, identity);
  const receipt = event.headers['tip-receipt'];
  const answer = await refusingBadQueries(ask, {
    parameters: definedIn(event.pathParameters ?? {}),
    query: event.queryStringParameters ?? {},
    caller,
    receipt,
  });
  if (answer === undefined) return problem('not-found');
  return {
    statusCode: 200,
    headers: {
      'content-type': 'application/json',
      // What the team reads must not stay in a cache on the way; what everybody reads may, for a moment.
      'cache-control': caller === undefined && receipt === undefined ? 'public, max-age=5' : 'no-store',
      vary: 'authorization, tip-receipt',
      ...(answer.version === undefined ? {} : { etag: `"${answer.version}"` }),
      ...(answer.next === undefined ? {} : { link: `<${nextPage(event, answer.next)}>; rel="next"` }),
    },
    body: JSON.stringify(answer.body),
  };
};

const refusingBadQueries = async (ask: Asking, asked: QueryRequest<unknown>) => {
  try {
    return await ask(asked);
  } catch (error) {
    if (error instanceof QueryInvalid) throw new ProblemError('query-invalid', { errors: errorsOf(error.issues) });
    throw error;
  }
};

export const definedIn = (parameters: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** RFC 8288: the same list, from where this page ended. */
const nextPage = (event: APIGatewayProxyEventV2, cursor: string): string => {
  const query = new URLSearchParams(definedIn(event.queryStringParameters ?? {}));
  query.set('cursor', cursor);
  return `${event.rawPath}?${query}`;
};
