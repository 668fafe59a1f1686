import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { definedIn } from './answer-query.ts';
import type { ApiPorts } from './api-ports.ts';
import type { CalendarDescription, CalendarOperation } from './operation.ts';
import { problem } from './problem.ts';
import { callerOf, originOf } from './request.ts';

/** How long a client may go on with what it fetched, in seconds. */
const FRESH_SECONDS = 300;

/** Writes the calendar behind an address. Undefined is not found. */
type Write = (request: {
  readonly parameters: Readonly<Record<string, string>>;
  readonly origin: string;
}) => Promise<{ readonly text: string; readonly etag: string } | undefined>;

export const calendar = ({
  write,
  ...described
}: CalendarDescription & { readonly write: Write }): CalendarOperation => ({
  ...described,
  answer: (event, ports) => answerCalendar(event, ports, write),
});

/**
 * Answers with a calendar. Its address is its key, so no token is asked for; an unknown address and one that was revoked are answered
 * in the same bytes. `private`: what a secret opens must not stay in a cache that others share.
 */
const answerCalendar = async (
  event: APIGatewayProxyEventV2,
  ports: ApiPorts,
  write: Write,
): Promise<APIGatewayProxyStructuredResultV2> => {
  // A token is not asked for, but one that is not valid is never taken for none.
  await callerOf(event, ports.identity);
  const written = await write({ parameters: definedIn(event.pathParameters ?? {}), origin: originOf(event) });
  if (written === undefined) return problem('not-found');
  const headers = { etag: written.etag, 'cache-control': `private, max-age=${FRESH_SECONDS}` };
  if (event.headers['if-none-match'] === written.etag) return { statusCode: 304, headers };
  return {
    statusCode: 200,
    headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8', 'x-content-type-options': 'nosniff' },
    body: written.text,
  };
};
