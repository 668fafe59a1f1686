import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { problem } from '../functions/_http/problem.ts';
import type { Route } from './route.ts';

export interface FoundRoute {
  readonly route: Route;
  readonly path: string;
  readonly query: string;
  /** Decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

type Outcome = FoundRoute | { readonly problem: APIGatewayProxyStructuredResultV2 };

/** Finds who serves a request; a segment that is named goes before one in braces. HEAD is served by whoever serves GET. */
export const findRoute = (routes: readonly Route[], request: { method: string; url: string }): Outcome => {
  const [path = '', ...rest] = request.url.split('?');
  const segments = segmentsOf(path);
  if (segments === undefined || !isDecodable(rest.join('?'))) {
    return { problem: problem('request-malformed') };
  }
  const matching = routes.filter((route) => matches(route, segments)).sort(namedFirst);
  if (matching.length === 0) return { problem: problem('not-found') };
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const route = matching.find((each) => each.method === method);
  if (route === undefined) return { problem: methodProblem(matching) };
  return { route, path, query: rest.join('?'), parameters: parametersOf(route, segments) };
};

const segmentsOf = (path: string): readonly string[] | undefined => {
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
};

const isDecodable = (query: string): boolean => {
  try {
    decodeURIComponent(query);
    return true;
  } catch {
    return false;
  }
};

const isParameter = (part: string): boolean => part.startsWith('{') && part.endsWith('}');

const matches = ({ path }: Route, segments: readonly string[]): boolean => {
  const parts = path.split('/');
  return (
    parts.length === segments.length &&
    parts.every((part, position) => (isParameter(part) ? segments[position] !== '' : part === segments[position]))
  );
};

const namedFirst = (left: Route, right: Route): number => {
  const [leftParts, rightParts] = [left.path.split('/'), right.path.split('/')];
  const different = leftParts.findIndex(
    (part, position) => isParameter(part) !== isParameter(rightParts[position] ?? ''),
  );
  if (different === -1) return 0;
  return isParameter(leftParts[different] ?? '') ? 1 : -1;
};

const methodProblem = (matching: readonly Route[]): APIGatewayProxyStructuredResultV2 => {
  const methods = new Set(matching.flatMap((route) => (route.method === 'GET' ? ['GET', 'HEAD'] : [route.method])));
  const allow = [...methods].sort().join(', ');
  const { headers, ...refusal } = problem('method-not-allowed');
  return { ...refusal, headers: { ...headers, allow } };
};

const parametersOf = ({ path }: Route, segments: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    path
      .split('/')
      .flatMap((part, position) => (isParameter(part) ? [[part.slice(1, -1), segments[position] ?? '']] : [])),
  );
