import * as z from 'zod/mini';
import { COMMANDS } from '../../domain/commands.ts';
import { COMMAND_OPERATIONS } from '../_http/command-routes.ts';
import { openingBody } from '../_http/opening-body.ts';
import { OPENING_OPERATION } from '../_http/opening-operation.ts';
import { type Operation, query } from '../_http/operation.ts';
import { PROBLEM_WORDS } from '../_http/problem.ts';
import { nothingAsked } from './paging.ts';
import { QUERY_OPERATIONS } from './queries.ts';

type Json = Readonly<Record<string, unknown>>;

const jsonSchema = (schema: z.core.$ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  return rest;
};

const COMMAND_ANSWER = z.strictObject({
  case: z.string(),
  version: z.int(),
  created: z.optional(z.string()),
  recorded: z.array(
    z.strictObject({
      id: z.string(),
      type: z.string(),
      recordedAt: z.string(),
      hash: z.string(),
      contentHash: z.optional(z.string()),
    }),
  ),
});

const PROBLEM_SCHEMA: Json = {
  type: 'object',
  description: 'RFC 9457. `type` ends with the word of the problem; facts stand beside it as further members.',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', enum: PROBLEM_WORDS.map((word) => `/problems/${word}`) },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
  },
};

const pathParameters = (path: string): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

const parameter = (name: string, place: string, schema: Json, required: boolean): Json => ({
  name,
  in: place,
  required,
  schema,
});

const COMMAND_HEADERS: readonly Json[] = [
  parameter('Idempotency-Key', 'header', { type: 'string', pattern: '^[!-~]{1,128}$' }, true),
  parameter('If-Match', 'header', { type: 'string' }, false),
];

/** The schema of a body: what the command takes, without what stands in the path. */
const bodySchema = (operation: Operation): Json => {
  if (operation.kind === 'opening') return jsonSchema(openingBody, 'input');
  if (operation.kind === 'query') return {};
  const schema = jsonSchema(COMMANDS[operation.name].input(), 'input');
  const inPath = new Set(pathParameters(operation.path));
  const { properties, required } = objectParts(schema);
  const left = required.filter((name) => !inPath.has(name));
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !inPath.has(name))),
    ...(left.length === 0 ? { required: [] } : { required: left }),
  };
};

const objectParts = (schema: Json): { properties: Json; required: readonly string[] } => {
  const parts = z.object({
    properties: z.optional(z.record(z.string(), z.unknown())),
    required: z.optional(z.array(z.string())),
  });
  const { properties = {}, required = [] } = parts.parse(schema);
  return { properties, required };
};

const queryParameters = (operation: Operation): readonly Json[] => {
  if (operation.kind !== 'query') return COMMAND_HEADERS;
  const { properties, required } = objectParts(jsonSchema(operation.query, 'input'));
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
};

const describe = (operation: Operation): Json => ({
  operationId: operation.name,
  summary: operation.summary,
  'x-veedor-function': operation.function,
  ...(operation.kind === 'query' ? { security: [{}, { bearer: [] }] } : { security: [{ bearer: [] }] }),
  parameters: [
    ...pathParameters(operation.path).map((name) => parameter(name, 'path', { type: 'string' }, true)),
    ...queryParameters(operation),
  ],
  ...(operation.kind === 'query'
    ? {}
    : { requestBody: { required: true, content: { 'application/json': { schema: bodySchema(operation) } } } }),
  responses: {
    ...successOf(operation),
    default: {
      description: 'A problem that says what to do next',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
});

const successOf = (operation: Operation): Json => {
  if (operation.kind === 'query') {
    return {
      200: {
        description: 'What was asked for',
        content: { 'application/json': { schema: jsonSchema(operation.answers, 'output') } },
      },
    };
  }
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/CommandAnswer' } } };
  return {
    200: { description: 'Recorded', content },
    201: { description: 'Recorded, and something came into being', content },
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
      schemas: { Problem: PROBLEM_SCHEMA, CommandAnswer: jsonSchema(COMMAND_ANSWER, 'output') },
    },
  };
};

export const readOpenapi = query({
  name: 'read-openapi',
  path: '/openapi.json',
  summary: 'Read this description of the API',
  query: nothingAsked,
  answers: z.looseObject({ openapi: z.string() }),
  ask: async () => ({ body: { ...openapiDocument(), openapi: '3.1.0' } }),
});

/** Every operation of the API, whichever function answers it. */
export const OPERATIONS: readonly Operation[] = [
  OPENING_OPERATION,
  ...COMMAND_OPERATIONS,
  ...QUERY_OPERATIONS,
  readOpenapi,
];
