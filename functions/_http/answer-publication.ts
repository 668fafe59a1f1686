import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import { sha256Hex } from '../../events/record.ts';
import { definedIn } from './answer-query.ts';
import type { ApiPorts } from './api-ports.ts';
import { type PublicationDescription, type PublicationOperation, parsedQuery, QueryInvalid } from './operation.ts';
import { ProblemError, problem } from './problem.ts';
import { callerOf, errorsOf, originOf } from './request.ts';

interface Asked<Query> {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Query;
  /** Where the API is reached: `https://veedor.example`. */
  readonly origin: string;
}

/** Something published: the version that it tells of, and the text, which is made only for whoever does not have it yet. */
interface Published {
  readonly mediaType: string;
  /** Names all that the text is made from, beside what was asked. */
  readonly state: string;
  readonly text: () => Promise<string>;
}

/** Changes with the way in which publications are composed: whoever kept one of before fetches it anew. */
const FORMAT = 'open-data-1';
const FRESH_SECONDS = 5;

/** What is published is the same for everybody, so nobody is asked who they are. Undefined is not found. */
export const publication = <
  Query extends z.core.$ZodType & { safeParse: (value: unknown) => z.core.util.SafeParseResult<z.core.output<Query>> },
  Ports = ApiPorts,
>({
  publish,
  ...described
}: Omit<PublicationDescription, 'query'> & {
  readonly query: Query;
  readonly publish: (ports: Ports, asked: Asked<z.core.output<Query>>) => Promise<Published | undefined>;
}): PublicationOperation<Ports> => ({
  ...described,
  answer: async (event, ports) => {
    // A token is not asked for, but one that is not valid is never taken for none.
    await callerOf(event, ports.identity);
    const query = parsed(() => parsedQuery(described.query, event.queryStringParameters ?? {}));
    const origin = originOf(event);
    const published = await publish(ports, { parameters: definedIn(event.pathParameters ?? {}), query, origin });
    if (published === undefined) return problem('not-found');
    return answerWith(event, published, await etagOf([event.rawPath, JSON.stringify(query), origin, published.state]));
  },
});

const parsed = <T>(parse: () => T): T => {
  try {
    return parse();
  } catch (error) {
    if (error instanceof QueryInvalid) throw new ProblemError('query-invalid', { errors: errorsOf(error.issues) });
    throw error;
  }
};

const etagOf = async (madeFrom: readonly string[]): Promise<string> =>
  `"${(await sha256Hex(JSON.stringify([FORMAT, ...madeFrom]))).slice(0, 32)}"`;

const answerWith = async (
  event: APIGatewayProxyEventV2,
  { mediaType, text }: Published,
  etag: string,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const headers = { etag, 'cache-control': `public, max-age=${FRESH_SECONDS}` };
  if (isKept(event.headers['if-none-match'], etag)) return { statusCode: 304, headers };
  return {
    statusCode: 200,
    headers: { ...headers, 'content-type': mediaType, 'x-content-type-options': 'nosniff' },
    body: await text(),
  };
};

/** RFC 9110, section 13.1.2: one of several may match, weakly, and `*` matches whatever there is. */
const isKept = (header: string | undefined, etag: string): boolean =>
  (header ?? '')
    .split(',')
    .map((each) => each.trim().replace(/^W\//, ''))
    .some((each) => each === '*' || each === etag);
