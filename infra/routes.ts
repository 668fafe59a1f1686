import { existsSync, readFileSync } from 'node:fs';
import { type ApiFunctionName, apiFunctionNames, isApiFunctionName } from './functions.ts';

const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'] as const;
type Method = (typeof METHODS)[number];

/** One way through the door of the HTTP API. */
export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly function: ApiFunctionName;
  /** True: the door itself turns away whoever brings no valid token. */
  readonly secured: boolean;
}

/** Reads the routes from the OpenAPI document on disk. Throws when it is missing: a cloud without routes would be deployed as healthy. */
export const readRoutes = (file: string): readonly Route[] => {
  if (!existsSync(file)) throw new Error(`${file} is missing: generate it from the operations first (npm run docs).`);
  return routesOf(JSON.parse(readFileSync(file, 'utf8')));
};

/**
 * The routes of an OpenAPI 3.1 document: each operation names the function that answers it (`x-veedor-function`) and whether it
 * demands a token (`security`; an empty requirement among several makes the token optional, so the route is public). Throws for
 * whatever it does not understand.
 */
export const routesOf = (document: unknown): readonly Route[] => {
  if (!isObject(document) || !isObject(document['paths'])) throw new Error('The OpenAPI document has no paths.');
  const general = document['security'];
  const routes = Object.entries(document['paths']).flatMap(([path, operations]) =>
    operationsOf(path, operations).map(({ method, operation }) => ({
      method,
      path,
      function: functionOf(operation, `${method} ${path}`),
      secured: demandsToken(operation['security'] ?? general ?? []),
    })),
  );
  if (routes.length === 0) throw new Error('The OpenAPI document has no operations.');
  refuseAmbiguous(routes);
  return routes;
};

type Operation = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Operation =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const operationsOf = (path: string, item: unknown): ReadonlyArray<{ method: Method; operation: Operation }> => {
  if (!isObject(item)) throw new Error(`The path ${path} is not an object.`);
  return METHODS.flatMap((method) => {
    const operation = item[method.toLowerCase()];
    if (operation === undefined) return [];
    if (!isObject(operation)) throw new Error(`The operation ${method} ${path} is not an object.`);
    return [{ method, operation }];
  });
};

const functionOf = (operation: Operation, where: string): ApiFunctionName => {
  const name = operation['x-veedor-function'];
  if (isApiFunctionName(name)) return name;
  throw new Error(`${where} must name its function in x-veedor-function: one of ${apiFunctionNames.join(', ')}.`);
};

const demandsToken = (security: unknown): boolean => {
  if (!Array.isArray(security) || !security.every(isObject)) throw new Error('Security is not a list of objects.');
  return security.length > 0 && security.every((requirement) => Object.keys(requirement).length > 0);
};

/** Two paths that differ only in the names of their parameters are one route to the gateway, which would keep the last. */
const refuseAmbiguous = (routes: readonly Route[]): void => {
  const seen = new Map<string, string>();
  for (const { method, path } of routes) {
    const shape = `${method} ${path.replaceAll(/\{[^}]+\}/g, '{}')}`;
    const earlier = seen.get(shape);
    if (earlier !== undefined) throw new Error(`${method} ${path} and ${method} ${earlier} are the same route.`);
    seen.set(shape, path);
  }
};
