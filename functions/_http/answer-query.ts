import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { ApiPorts } from './api-ports.ts';
import { QueryInvalid, type QueryOperation } from './operation.ts';
import { ProblemError, problem } from './problem.ts';
import { callerOf, errorsOf } from './request.ts';

/** Answers a reading. What is not there and what may not be seen look the same. */
export const answerQuery = async (
  operation: QueryOperation,
  event: APIGatewayProxyEventV2,
  ports: ApiPorts,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const caller = await callerOf(event, ports.identity);
  const receipt = event.headers['tip-receipt'];
  const answer = await ask(operation, event, { ports, caller, receipt });
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

const ask = async (
  operation: QueryOperation,
  event: APIGatewayProxyEventV2,
  {
    ports,
    caller,
    receipt,
  }: { ports: ApiPorts; caller: Awaited<ReturnType<typeof callerOf>>; receipt: string | undefined },
) => {
  try {
    return await operation.ask(
      {
        cases: ports.cases,
        milestones: ports.milestones,
        roster: ports.roster,
        imports: ports.imports,
        now: ports.clock.now,
      },
      {
        parameters: definedIn(event.pathParameters ?? {}),
        query: event.queryStringParameters ?? {},
        caller,
        receipt,
      },
    );
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
