import * as z from 'zod/mini';
import { COMMANDS } from '../../domain/commands.ts';
import { once } from '../../events/shapes.ts';
import { CASE_ID } from '../_http/case-id.ts';
import { COMMAND_OPERATIONS } from '../_http/command-routes.ts';
import { FLAG_ROUTE } from '../_http/flag-route.ts';
import { openingBody } from '../_http/opening-body.ts';
import { OPENING_OPERATION } from '../_http/opening-operation.ts';
import {
  type CommandOperation,
  type OpeningOperation,
  type QueryRoute,
  query,
  type TipOperation,
} from '../_http/operation.ts';
import { TIP_OPERATIONS } from '../_http/tip-routes.ts';
import { HEADERS, type Json, jsonSchema, namedSchemas } from './openapi-schemas.ts';
import { nothingAsked } from './paging.ts';
import { QUERY_OPERATIONS } from './queries.ts';

/** An operation as far as it is described; another function may answer it. */
type Described = CommandOperation | OpeningOperation | TipOperation | QueryRoute;

const pathParameters = (path: string): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

const header = (name: string, schema: Json, required: boolean): Json => ({ name, in: 'header', required, schema });

/** One version of a case, or any. */
const ETAGS = String.raw`^(\*|"(0|[1-9]\d{0,8})")$`;

const COMMAND_HEADERS: readonly Json[] = [
  header('Idempotency-Key', { type: 'string', pattern: '^[!-~]{1,128}$' }, true),
  header('If-Match', { type: 'string', pattern: ETAGS }, false),
];

/** What a path’s parameter may be: what the command takes for it, or what names a case. */
const pathSchema = (operation: Described, name: string): Json => {
  if (name === 'case') return { type: 'string', pattern: CASE_ID.source };
  if (operation.kind !== 'command' && operation.kind !== 'tip') return { type: 'string' };
  if (operation.name === 'make-tip-receipt') return { type: 'string' };
  const { properties } = objectParts(jsonSchema(COMMANDS[operation.name].input(), 'input'));
  return json.parse(properties[name]);
};

const json = z.record(z.string(), z.unknown());

/** The schema of a body: what the command takes, without what stands in the path. */
const bodySchema = (operation: CommandOperation | OpeningOperation | TipOperation): Json => {
  if (operation.name === 'make-tip-receipt') return { type: 'object', additionalProperties: true };
  if (operation.kind === 'opening') return jsonSchema(openingBody, 'input');
  const schema = jsonSchema(COMMANDS[operation.name].input(), 'input');
  const inPath = new Set(pathParameters(operation.path));
  const { properties, required } = objectParts(schema);
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !inPath.has(name))),
    required: required.filter((name) => !inPath.has(name)),
  };
};

const objectParts = (schema: Json): { properties: Json; required: readonly string[] } => {
  const parts = z.object({ properties: z.optional(json), required: z.optional(z.array(z.string())) });
  const { properties = {}, required = [] } = parts.parse(schema);
  return { properties, required };
};

const queryParameters = (operation: QueryRoute): readonly Json[] => {
  const { properties, required } = objectParts(jsonSchema(operation.query, 'input'));
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
};

const isForAnybody = ({ kind }: Described): boolean => kind === 'query' || kind === 'tip';

const headersOf = ({ name }: Described): readonly Json[] => (name === 'make-tip-receipt' ? [] : COMMAND_HEADERS);

const describe = (operation: Described): Json => ({
  operationId: operation.name,
  summary: operation.summary,
  'x-veedor-function': operation.function,
  security: isForAnybody(operation) ? [{}, { bearer: [] }] : [{ bearer: [] }],
  parameters: [
    ...pathParameters(operation.path).map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: pathSchema(operation, name),
    })),
    ...(operation.kind === 'query' ? queryParameters(operation) : headersOf(operation)),
    ...(operation.name === 'read-tip' ? [header('Tip-Receipt', { type: 'string' }, false)] : []),
  ],
  ...(operation.kind === 'query' ? {} : { requestBody: bodyOf(operation) }),
  responses: { ...successOf(operation), default: FAILURE },
});

/** A command that asks for nothing may be sent without a body. */
const bodyOf = (operation: CommandOperation | OpeningOperation | TipOperation): Json => {
  const schema = bodySchema(operation);
  return { required: objectParts(schema).required.length > 0, content: { 'application/json': { schema } } };
};

const FAILURE: Json = {
  description: 'A problem that says what to do next',
  headers: headersNamed('WWW-Authenticate', 'Retry-After'),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function headersNamed(...names: readonly (keyof typeof HEADERS)[]): Json {
  return Object.fromEntries(names.map((name) => [name, HEADERS[name]]));
}

const receiptAnswer = (): Json => ({
  description: 'A receipt code',
  content: { 'application/json': { schema: jsonSchema(z.strictObject({ receipt: z.string() }), 'output') } },
});

const successOf = (operation: Described): Json => {
  if (operation.kind === 'query') return { 200: answered(operation) };
  if (operation.name === 'make-tip-receipt') return { 201: receiptAnswer() };
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/CommandAnswer' } } };
  if (operation.kind === 'opening') {
    return {
      201: {
        description: 'The case is open',
        headers: headersNamed('ETag', 'Idempotency-Replayed', 'Location'),
        content,
      },
    };
  }
  const headers = headersNamed('ETag', 'Idempotency-Replayed');
  return {
    200: { description: 'Recorded', headers, content },
    201: { description: 'Recorded, and something came into being', headers, content },
  };
};

const answered = (operation: QueryRoute): Json => {
  const isOfCase = operation.path.includes('{case}');
  const isPaged = queryParameters(operation).some(({ name }) => name === 'cursor');
  return {
    description: 'What was asked for',
    ...(isOfCase || isPaged
      ? { headers: { ...(isOfCase ? headersNamed('ETag') : {}), ...(isPaged ? headersNamed('Link') : {}) } }
      : {}),
    content: { 'application/json': { schema: jsonSchema(operation.answers, 'output') } },
  };
};

/** The OpenAPI 3.1 description of the whole API, made from the schemas that the API itself reads and answers with. */
export const openapiDocument = (): Json => {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Veedor',
      version: '1.0.0',
      summary: 'Oversight of public procurement: integrity pacts and oversight committees',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths: Object.fromEntries(Object.entries(paths).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: namedSchemas(),
    },
  };
};

/** The document is the same for as long as the code is. */
const described = once(openapiDocument);

export const readOpenapi = query({
  name: 'read-openapi',
  path: '/openapi.json',
  summary: 'Read this description of the API',
  query: nothingAsked,
  answers: z.looseObject({ openapi: z.string() }),
  ask: async () => ({ body: { ...described(), openapi: '3.1.0' } }),
});

/** Every operation of the API, whichever function answers it. */
export const OPERATIONS: readonly Described[] = [
  OPENING_OPERATION,
  ...COMMAND_OPERATIONS,
  ...TIP_OPERATIONS,
  ...QUERY_OPERATIONS,
  FLAG_ROUTE,
  readOpenapi,
];
