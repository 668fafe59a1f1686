import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Instant } from '../events/shapes.ts';
import type { FoundRoute } from './gateway-routes.ts';
import { ELSEWHERE, type Route } from './route.ts';

interface Arrived {
  readonly request: IncomingMessage;
  readonly body: Buffer;
  readonly found: FoundRoute;
  readonly requestId: string;
  readonly now: Instant;
}

/** What a function is told of a request: the payload of API Gateway’s HTTP API, format 2.0. */
export const gatewayEvent = ({ request, body, found, requestId, now }: Arrived): APIGatewayProxyEventV2 => {
  const headers = headersOf(request);
  const cookies = request.headersDistinct['cookie']?.flatMap((cookie) => cookie.split('; '));
  const query = queryOf(found.query);
  return {
    version: '2.0',
    routeKey: routeKeyOf(found.route),
    rawPath: found.path,
    rawQueryString: found.query,
    ...(cookies === undefined ? {} : { cookies }),
    headers,
    ...(query === undefined ? {} : { queryStringParameters: query }),
    ...(Object.keys(found.parameters).length === 0 ? {} : { pathParameters: found.parameters }),
    requestContext: contextOf({ request, found, requestId, now }),
    ...bodyInEvent(body, headers['content-type'] ?? ''),
  };
};

const routeKeyOf = ({ method, path }: Route): string => (path === ELSEWHERE ? ELSEWHERE : `${method} ${path}`);

/** Headers that came more than once are one list, as API Gateway has it; node alone would drop some of them. */
const headersOf = (request: IncomingMessage): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(request.headersDistinct).flatMap(([name, values]) =>
      name === 'cookie' || values === undefined ? [] : [[name, values.join(',')]],
    ),
  ),
  'x-forwarded-proto': 'http',
});

const queryOf = (query: string): Record<string, string> | undefined => {
  if (query === '') return undefined;
  const all = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    all.set(name, all.has(name) ? `${all.get(name)},${value}` : value);
  }
  return Object.fromEntries(all);
};

const TEXT = /^(text\/|application\/([\w.-]+\+)?json\b|application\/x-www-form-urlencoded\b)/i;

/** Text goes as text; everything else, and what only claims to be text, goes as base64. */
const bodyInEvent = (body: Buffer, contentType: string): Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded'> => {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = TEXT.test(contentType) && isUtf8(body);
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
};

const contextOf = ({
  request,
  found,
  requestId,
  now,
}: Omit<Arrived, 'body'>): APIGatewayProxyEventV2['requestContext'] => ({
  accountId: '000000000000',
  apiId: 'local',
  domainName: request.headers.host ?? '127.0.0.1',
  domainPrefix: 'local',
  http: {
    method: found.route.method,
    path: found.path,
    protocol: `HTTP/${request.httpVersion}`,
    sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
    userAgent: request.headers['user-agent'] ?? '',
  },
  requestId,
  routeKey: routeKeyOf(found.route),
  stage: '$default',
  time: now,
  timeEpoch: Date.parse(now),
});
