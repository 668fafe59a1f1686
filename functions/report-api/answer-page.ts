import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import { sha256Hex } from '../../events/record.ts';
import { definedIn } from '../_http/answer-query.ts';
import type { ApiPorts } from '../_http/api-ports.ts';
import {
  type PageDescription,
  type PageOperation,
  parsedQuery,
  QueryInvalid,
  type QueryRequest,
} from '../_http/operation.ts';
import { ProblemError, problem } from '../_http/problem.ts';
import { callerOf, errorsOf, originOf } from '../_http/request.ts';
import { HTML, SAFETY } from '../_pages/page-place.ts';

/** Who asks, and under which origin they reach the house. */
type Asked<Query> = QueryRequest<Query> & { readonly origin: string };

const MARK_LENGTH = 32;

/**
 * A page for people that is told who asks. What is not there and what may not be seen look the same. It goes unpacked: what is packed
 * together with what a stranger chose tells by its length what is in it.
 */
export const page = <
  Query extends z.core.$ZodType & { safeParse: (value: unknown) => z.core.util.SafeParseResult<z.core.output<Query>> },
>({
  write,
  ...described
}: Omit<PageDescription, 'query'> & {
  readonly query: Query;
  /** The text of the document; undefined is not found. */
  readonly write: (ports: ApiPorts, asked: Asked<z.core.output<Query>>) => Promise<string | undefined>;
}): PageOperation => ({
  ...described,
  answer: async (event, ports) => {
    const caller = await callerOf(event, ports.identity);
    const asked = { parameters: definedIn(event.pathParameters ?? {}), caller, origin: originOf(event) };
    const query = queryOf(described.query, event);
    const text = await write(ports, { ...asked, query });
    if (text === undefined) return problem('not-found');
    const etag = `"${(await sha256Hex(text)).slice(0, MARK_LENGTH)}"`;
    const headers = {
      ...SAFETY,
      etag,
      'cache-control': caller === undefined ? 'public, max-age=5' : 'no-store',
      vary: 'authorization',
    };
    if (event.headers['if-none-match'] === etag) return { statusCode: 304, headers };
    return { statusCode: 200, headers: { ...headers, 'content-type': HTML }, body: text };
  },
});

const queryOf = <
  Query extends z.core.$ZodType & { safeParse: (value: unknown) => z.core.util.SafeParseResult<z.core.output<Query>> },
>(
  query: Query,
  event: APIGatewayProxyEventV2,
): z.core.output<Query> => {
  try {
    return parsedQuery(query, event.queryStringParameters ?? {});
  } catch (error) {
    if (error instanceof QueryInvalid) throw new ProblemError('query-invalid', { errors: errorsOf(error.issues) });
    throw error;
  }
};
