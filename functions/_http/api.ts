import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { BadCursor, type Log, OutsideFailure } from '../_ports/ports.ts';
import type { OperationDescription } from './operation.ts';
import { ProblemError, problem } from './problem.ts';

export type ApiHandler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** How a function answers its operations: each brings only what its own kinds need, because a person waits while it is loaded. */
type Answering<Answered, Ports> = (
  operation: Answered,
  event: APIGatewayProxyEventV2,
  ports: Ports,
) => Promise<APIGatewayProxyStructuredResultV2>;

interface ApiBasics {
  readonly log: Log;
  /** Answers what is none of the operations, where the function answers for that too; a problem says so otherwise. */
  readonly elsewhere?: (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;
}

/** The function of one audience: it answers its operations by route key, and every failure as a problem that says what to do next. */
export const api = <Answered extends OperationDescription, Ports extends ApiBasics>(
  operations: readonly Answered[],
  ports: Ports,
  answer: Answering<Answered, Ports>,
): ApiHandler => {
  const byRoute = new Map(operations.map((operation) => [`${operation.method} ${operation.path}`, operation]));
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(requestsTold(ports.log))
    .handler(async (event: APIGatewayProxyEventV2) => {
      const operation = byRoute.get(event.routeKey);
      if (operation !== undefined) return answer(operation, event, ports);
      return ports.elsewhere === undefined ? problem('not-found') : ports.elsewhere(event);
    });
};

/** Tells the operators of every request by its route and its status; what failed becomes a problem. */
const requestsTold = (log: Log): middy.MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> => ({
  after: ({ event, response }) => {
    log.say('VEE001', { route: event.routeKey, status: response?.statusCode ?? 0 });
  },
  onError: (request) => {
    request.response = failed(request.error, log);
    log.say('VEE001', { route: request.event.routeKey, status: request.response.statusCode ?? 0 });
  },
});

/** What went wrong, told to the caller as a problem and to the operators by its name: never with what the caller sent. */
const failed = (error: unknown, log: Log): APIGatewayProxyStructuredResultV2 => {
  if (error instanceof ProblemError) return problem(error.word, error.facts);
  if (error instanceof BadCursor) return problem('cursor-invalid');
  if (error instanceof OutsideFailure) {
    log.say('VEE003', { failure: error.message });
    return problem('outside-failure');
  }
  log.say('VEE002', { error: error instanceof Error ? error.name : typeof error, at: placeOf(error) });
  return problem('internal-error');
};

/** Where in our code an error arose: file and line, without its message, which may quote the request. */
const placeOf = (error: unknown): string => {
  const frame = error instanceof Error ? /\(?([^()\s/]+:\d+:\d+)\)?$/m.exec(error.stack ?? '') : null;
  return frame?.[1] ?? 'unknown';
};
