import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { problem } from '../functions/_http/problem.ts';
import { ELSEWHERE, type Route } from './route.ts';

export interface FoundRoute {
  readonly route: Route;
  readonly path: string;
  readonly query: string;
  /** Decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

type Outcome = FoundRoute | { readonly problem: APIGatewayProxyStructuredResultV2 };

/** Routes by how many segments they have, in the order in which they are tried: a segment that is named goes before one in braces. */
export type RouteTable = ReadonlyMap<number, readonly SplitRoute[]>;

interface SplitRoute {
  readonly route: Route;
  readonly parts: readonly Part[];
}

/** A segment of a route: a text that must stand there, or the name of a parameter. */
type Part = { readonly text: string } | { readonly parameter: string };

export const routeTable = (routes: readonly Route[]): RouteTable => {
  const split = routes.map((route) => ({ route, parts: route.path.split('/').map(partOf) }));
  const byLength = Map.groupBy(split, ({ parts }) => parts.length);
  return new Map([...byLength].map(([length, alike]) => [length, alike.toSorted(namedFirst)]));
};

/** Finds who serves a request. HEAD is served by whoever serves GET. */
export const findRoute = (table: RouteTable, request: { method: string; url: string }): Outcome => {
  const [path = '', ...rest] = request.url.split('?');
  const segments = segmentsOf(path);
  if (segments === undefined || !isDecodable(rest.join('?'))) {
    return { problem: problem('request-malformed') };
  }
  const matching = (table.get(segments.length) ?? []).filter(({ parts }) => matches(parts, segments));
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  if (matching.length === 0) return elsewhere(table, { method, path, query: rest.join('?') });
  const found = matching.find(({ route }) => route.method === method);
  if (found === undefined) return { problem: methodProblem(matching.map(({ route }) => route)) };
  return { route: found.route, path, query: rest.join('?'), parameters: parametersOf(found.parts, segments) };
};

/** What no route takes: left to whoever answers for that, a page where people would look for one. */
const elsewhere = (table: RouteTable, asked: { method: string; path: string; query: string }): Outcome => {
  const answering = table.get(1)?.find(({ route }) => route.path === ELSEWHERE);
  if (answering === undefined) return { problem: problem('not-found') };
  const { method, path, query } = asked;
  return { route: { ...answering.route, method }, path, query, parameters: {} };
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

const partOf = (segment: string): Part =>
  segment.startsWith('{') && segment.endsWith('}') ? { parameter: segment.slice(1, -1) } : { text: segment };

const isParameter = (part: Part | undefined): boolean => part !== undefined && 'parameter' in part;

const matches = (parts: readonly Part[], segments: readonly string[]): boolean =>
  parts.every((part, position) => ('text' in part ? part.text === segments[position] : segments[position] !== ''));

const namedFirst = ({ parts: left }: SplitRoute, { parts: right }: SplitRoute): number => {
  const different = left.findIndex((part, position) => isParameter(part) !== isParameter(right[position]));
  if (different === -1) return 0;
  return isParameter(left[different]) ? 1 : -1;
};

const methodProblem = (matching: readonly Route[]): APIGatewayProxyStructuredResultV2 => {
  const methods = new Set(matching.flatMap((route) => (route.method === 'GET' ? ['GET', 'HEAD'] : [route.method])));
  const allow = [...methods].sort().join(', ');
  const { headers, ...refusal } = problem('method-not-allowed');
  return { ...refusal, headers: { ...headers, allow } };
};

const parametersOf = (parts: readonly Part[], segments: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    parts.flatMap((part, position) => ('parameter' in part ? [[part.parameter, segments[position] ?? '']] : [])),
  );
