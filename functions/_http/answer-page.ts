import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import { definedIn } from './answer-query.ts';
import type { ApiPorts } from './api-ports.ts';
import { type PageDescription, type PageOperation, parsedQuery, QueryInvalid, type QueryRequest } from './operation.ts';
import { ProblemError, problem } from './problem.ts';
import { callerOf, errorsOf } from './request.ts';

interface Page {
  readonly html: string;
  /** The hash of the one style that the page carries, as a policy names it. */
  readonly styleHash: string;
  readonly etag: string;
}

type Write<Asked> = (ports: ApiPorts, request: QueryRequest<Asked>) => Promise<Page | undefined>;

/** A page for people. What is not there and what may not be seen look the same. */
export const page = <
  Query extends z.core.$ZodType & { safeParse: (value: unknown) => z.core.util.SafeParseResult<z.core.output<Query>> },
>({
  write,
  ...described
}: Omit<PageDescription, 'query'> & {
  readonly query: Query;
  readonly write: Write<z.core.output<Query>>;
}): PageOperation => ({
  ...described,
  answer: (event, ports) =>
    answerPage(event, ports, (asked) => write(ports, { ...asked, query: parsedQuery(described.query, asked.query) })),
});

const answerPage = async (
  event: APIGatewayProxyEventV2,
  { identity }: ApiPorts,
  write: (asked: QueryRequest<unknown>) => Promise<Page | undefined>,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const caller = await callerOf(event, identity);
  const asked = {
    parameters: definedIn(event.pathParameters ?? {}),
    query: event.queryStringParameters ?? {},
    caller,
  };
  const written = await refusingBadQueries(() => write(asked));
  if (written === undefined) return problem('not-found');
  const headers = {
    etag: written.etag,
    'cache-control': caller === undefined ? 'public, max-age=5' : 'no-store',
    vary: 'authorization',
    'content-security-policy': policy(written.styleHash),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
  if (event.headers['if-none-match'] === written.etag) return { statusCode: 304, headers };
  return { statusCode: 200, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' }, body: written.html };
};

const refusingBadQueries = async <T>(ask: () => Promise<T>): Promise<T> => {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof QueryInvalid) throw new ProblemError('query-invalid', { errors: errorsOf(error.issues) });
    throw error;
  }
};

/** Nothing runs, nothing is fetched, nothing is sent: what somebody wrote stays text even where escaping failed. */
const policy = (styleHash: string): string =>
  `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
