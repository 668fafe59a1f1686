import * as z from 'zod/mini';
import { ACCOUNT_DESCRIPTIONS } from '../_http/account-operations.ts';
import { AGENDA_DESCRIPTIONS } from '../_http/agenda-operations.ts';
import {
  linkAnswer,
  ANNEXES_DESCRIPTION as READ_ANNEXES,
  BUNDLE_DESCRIPTION as READ_BUNDLE,
} from '../_http/bundle-operation.ts';
import { CASE_ID } from '../_http/case-id.ts';
import { COMMAND_OPERATIONS } from '../_http/command-routes.ts';
import { DOCUMENT_DESCRIPTIONS } from '../_http/document-operations.ts';
import { ENDPOINT_DESCRIPTIONS } from '../_http/endpoint-operations.ts';
import { FLAG_ROUTE } from '../_http/flag-route.ts';
import { IMPORT_PROCESSES, processImportAnswer } from '../_http/import-operation.ts';
import { NOTICE_DESCRIPTIONS } from '../_http/notice-operations.ts';
import { OPEN_DATA_DESCRIPTIONS, READ_POLICY } from '../_http/open-data-operations.ts';
import { openingBody } from '../_http/opening-body.ts';
import { OPENING_OPERATION } from '../_http/opening-operation.ts';
import type {
  ActionDescription,
  DocumentDescription,
  ImportOperation,
  OpeningOperation,
  OperationDescription,
  ProcessImportOperation,
  PublicationDescription,
  QueryDescription,
  RefreshOperation,
  TipReceiptOperation,
} from '../_http/operation.ts';
import { PAGE_DESCRIPTIONS } from '../_http/page-operations.ts';
import { nothingAsked } from '../_http/paging.ts';
import { REFRESH_OPERATION, refreshBody } from '../_http/refresh-operation.ts';
import { REPORT_DESCRIPTIONS } from '../_http/report-operations.ts';
import { TIP_OPERATIONS } from '../_http/routes/tip-routes.ts';
import { SCOREBOARD_DESCRIPTIONS } from '../_http/scoreboard-operations.ts';
import { SEARCH_DESCRIPTIONS } from '../_http/search-operations.ts';
import { TIP_PAGE_DESCRIPTIONS } from '../_http/tip-page-operations.ts';
import { WRIT_DESCRIPTION as READ_WRIT } from '../_http/writ-operation.ts';
import { LIST_PEOPLE, PERSON_COMMAND_OPERATIONS, READ_PERSON } from '../_people/people-routes.ts';
import { ASSESSMENT_QUERIES } from '../_queries/assessment-queries.ts';
import { ESCALATION_QUERIES } from '../_queries/escalation-queries.ts';
import { QUERY_OPERATIONS } from '../_queries/queries.ts';
import { TIP_QUERIES } from '../_queries/tip-queries.ts';
import { importAnswer } from '../_roster/import-answer.ts';
import { ROSTER_QUERIES } from '../_roster/roster-queries.ts';
import { IMPORT_OPERATION, ROSTER_COMMAND_OPERATIONS } from '../_roster/roster-routes.ts';
import { hasInput, inputSchema, type WithInput } from './command-input.ts';
import { failureOfPages, PAGE, seenByAll, sentByForm } from './openapi-pages.ts';
import { CALENDAR_ETAG, headersNamed, type Json, jsonSchema, namedSchemas } from './openapi-schemas.ts';

/** An operation as far as it is described; another function may answer it. */
const pathParameters = (path: string): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

const header = (name: string, schema: Json, required: boolean): Json => ({ name, in: 'header', required, schema });

/** One version of a case, or any. */
const ETAGS = String.raw`^(\*|"(0|[1-9]\d{0,8})")$`;

const COMMAND_HEADERS: readonly Json[] = [
  {
    ...header('Idempotency-Key', { type: 'string', pattern: '^[!-~]{1,128}$' }, true),
    description: 'Random, a UUID for one: whoever can guess it can tell from the public record what you did.',
  },
  header('If-Match', { type: 'string', pattern: ETAGS }, false),
];

/** What a path’s parameter may be: what the command takes for it, or what names a case. */
const pathSchema = (operation: OperationDescription, name: string): Json => {
  if (name === 'case') return { type: 'string', pattern: CASE_ID.source };
  if (!hasInput(operation)) return { type: 'string' };
  const { properties } = objectParts(inputSchema(operation));
  return json.parse(properties[name]);
};

const json = z.record(z.string(), z.unknown());

/** The schema of a body: what the command takes, without what stands in the path. */
type WithJsonBody = WithInput | TipReceiptOperation | OpeningOperation | RefreshOperation | ActionDescription;

const bodySchema = (operation: WithJsonBody): Json => {
  if (operation.kind === 'refresh') return jsonSchema(refreshBody(), 'input');
  if (operation.kind === 'opening') return jsonSchema(openingBody, 'input');
  if (operation.kind === 'action') return jsonSchema(operation.body, 'input');
  if (operation.kind === 'tip-receipt') return { type: 'object' };
  const schema = inputSchema(operation);
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

const queryParameters = (operation: Pick<QueryDescription, 'query'>): readonly Json[] => {
  const { properties, required } = objectParts(jsonSchema(operation.query, 'input'));
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
};

/** A reading takes a token or none, and so does what citizens tell; a calendar is opened by its address alone. */
const FOR_ANYBODY = ['query', 'calendar', 'page', 'public-page', 'document', 'publication', 'tip', 'tip-receipt'];
const isForAnybody = (operation: OperationDescription): boolean =>
  FOR_ANYBODY.includes(operation.kind) || ('forAnybody' in operation && operation.forAnybody);

const describe = (operation: OperationDescription): Json => ({
  operationId: operation.name,
  summary: operation.summary,
  'x-veedor-function': operation.function,
  ...(isForAnybody(operation) ? { security: [{}, { bearer: [] }] } : { security: [{ bearer: [] }] }),
  parameters: [
    ...pathParameters(operation.path).map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: pathSchema(operation, name),
    })),
    ...headersOrQuery(operation),
  ],
  ...sentWith(operation),
  responses: { ...successOf(operation), default: operation.kind === 'public-page' ? failureOfPages() : FAILURE },
});

/** What is read has no body; a page may be sent a form. */
const sentWith = (operation: OperationDescription): Json => {
  switch (operation.kind) {
    case 'query':
    case 'calendar':
    case 'page':
    case 'publication':
    case 'document':
      return {};
    case 'public-page':
      return sentByForm(operation);
    default:
      return { requestBody: bodyOf(operation) };
  }
};

const headersOrQuery = (operation: OperationDescription): readonly Json[] => {
  switch (operation.kind) {
    case 'query':
    case 'document':
    case 'page':
    case 'public-page':
    case 'publication':
      return [
        ...queryParameters(operation),
        ...(operation.name === 'read-tip' ? [header('Tip-Receipt', { type: 'string' }, false)] : []),
      ];
    case 'calendar':
    case 'tip-receipt':
      return [];
    case 'action':
    case 'roster-import':
    case 'process-import':
      return COMMAND_HEADERS.slice(0, 1);
    default:
      return COMMAND_HEADERS;
  }
};

/** A table: what its columns are called stands in its first row. */
const TABLE_BODY: Json = { required: true, content: { 'text/csv': { schema: { type: 'string' } } } };

/** A process a line, packed or not. */
const LINES_BODY: Json = {
  required: true,
  content: {
    'application/x-ndjson': { schema: { type: 'string' } },
    'application/gzip': { schema: { type: 'string', format: 'binary' } },
  },
};

/** A command that asks for nothing may be sent without a body. */
const bodyOf = (operation: WithJsonBody | ImportOperation | ProcessImportOperation): Json => {
  if (operation.kind === 'process-import') return LINES_BODY;
  if (operation.kind === 'roster-import') return TABLE_BODY;
  const schema = bodySchema(operation);
  return { required: objectParts(schema).required.length > 0, content: { 'application/json': { schema } } };
};

const FAILURE: Json = {
  description: 'A problem that says what to do next',
  headers: headersNamed('WWW-Authenticate', 'Retry-After', 'Content-Security-Policy', 'X-Content-Type-Options'),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const receiptAnswer = (): Json => ({
  description: 'A receipt code',
  content: { 'application/json': { schema: jsonSchema(z.strictObject({ receipt: z.string() }), 'output') } },
});

const successOf = (operation: OperationDescription): Json => {
  if (operation.kind === 'query') return { 200: answered(operation) };
  if (operation.kind === 'calendar') return CALENDAR;
  if (operation.kind === 'page') return PAGE;
  if (operation.kind === 'public-page') return seenByAll(operation);
  if (operation.kind === 'publication') return published(operation);
  if (operation.kind === 'tip-receipt') return { 201: receiptAnswer() };
  if (operation.kind === 'document') return written(operation);
  if (operation.kind === 'action') {
    const answer = { 'application/json': { schema: jsonSchema(operation.answers, 'output') } };
    return { 200: { description: 'Done', content: answer }, 201: { description: 'Made', content: answer } };
  }
  if (operation.kind === 'roster-import') return imported();
  if (operation.kind === 'process-import') return LINES_ANSWERED;
  const isOfPerson = operation.kind === 'roster-command' || operation.kind === 'person-command';
  const answerName = isOfPerson ? 'PersonAnswer' : 'CommandAnswer';
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/${answerName}` } } };
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

const written = ({ mediaType, mayBeLarge, leadsOn }: DocumentDescription): Json => {
  if (leadsOn === true) return { 303: ledTo('Fetch it from `Location` within a minute, without a token') };
  const description = mayBeLarge === true ? 'The file, whole' : 'The document, to be edited';
  const whole = { 200: { description, content: { [mediaType]: { schema: { type: 'string', format: 'binary' } } } } };
  if (mayBeLarge !== true) return whole;
  const large = 'It is too large for an answer: fetch it from `Location` within a minute, without a token';
  return { ...whole, 303: ledTo(large) };
};

const ledTo = (description: string): Json => ({
  description,
  headers: headersNamed('Location'),
  content: { 'application/json': { schema: jsonSchema(linkAnswer, 'output') } },
});

const published = ({ mediaTypes }: PublicationDescription): Json => ({
  200: {
    description: 'What is published, the same for everybody',
    headers: { ETag: CALENDAR_ETAG, ...headersNamed('X-Content-Type-Options') },
    content: Object.fromEntries(
      mediaTypes.map((mediaType) => [
        mediaType,
        { schema: { type: mediaType === 'application/json' ? 'object' : 'string' } },
      ]),
    ),
  },
  304: { description: 'It is still the one that `If-None-Match` names', headers: { ETag: CALENDAR_ETAG } },
});

const CALENDAR: Json = {
  200: {
    description: 'The calendar (RFC 5545)',
    headers: { ETag: CALENDAR_ETAG },
    content: { 'text/calendar': { schema: { type: 'string' } } },
  },
  304: { description: 'It is still the one that `If-None-Match` names', headers: { ETag: CALENDAR_ETAG } },
};

const LINES_ANSWERED: Json = {
  200: {
    description: 'What became of each process, of as many lines as there was time for',
    content: { 'application/json': { schema: jsonSchema(processImportAnswer, 'output') } },
  },
};

const imported = (): Json => {
  const content = { 'application/json': { schema: jsonSchema(importAnswer, 'output') } };
  const headers = headersNamed('Location');
  return {
    200: { description: 'Every row has its result', headers, content },
    202: {
      description: 'Some rows have their result: the same table, sent again with the same key, goes on',
      headers: { ...headers, ...headersNamed('Retry-After') },
      content,
    },
  };
};

/** Beside the cases, what has a version of its own. */
const WITH_VERSION: readonly string[] = ['/roster/{person}', READ_PERSON.path];

const answered = (operation: QueryDescription): Json => {
  const isOfCase = operation.path.includes('{case}') || WITH_VERSION.includes(operation.path);
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
    externalDocs: { description: 'What is published as open data, as files too', url: READ_POLICY.path },
    paths: Object.fromEntries(Object.entries(paths).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: namedSchemas(),
    },
  };
};

export const READ_OPENAPI = {
  kind: 'query',
  method: 'GET',
  function: 'describe-api',
  name: 'read-openapi',
  path: '/openapi.json',
  summary: 'Read this description of the API',
  query: nothingAsked,
  answers: z.looseObject({ openapi: z.string() }),
} as const satisfies QueryDescription;

/** Every operation of the API, whichever function answers it. */
export const OPERATIONS: readonly OperationDescription[] = [
  OPENING_OPERATION,
  REFRESH_OPERATION,
  ...COMMAND_OPERATIONS,
  ...TIP_OPERATIONS,
  ...ROSTER_COMMAND_OPERATIONS,
  IMPORT_OPERATION,
  IMPORT_PROCESSES,
  ...QUERY_OPERATIONS,
  ...TIP_QUERIES,
  FLAG_ROUTE,
  ...ROSTER_QUERIES,
  ...PERSON_COMMAND_OPERATIONS,
  LIST_PEOPLE,
  READ_PERSON,
  READ_OPENAPI,
  ...AGENDA_DESCRIPTIONS,
  ...REPORT_DESCRIPTIONS,
  ...OPEN_DATA_DESCRIPTIONS,
  ...PAGE_DESCRIPTIONS,
  ...TIP_PAGE_DESCRIPTIONS,
  ...ACCOUNT_DESCRIPTIONS,
  ...DOCUMENT_DESCRIPTIONS,
  ...ESCALATION_QUERIES,
  ...ASSESSMENT_QUERIES,
  READ_BUNDLE,
  READ_ANNEXES,
  READ_WRIT,
  ...NOTICE_DESCRIPTIONS,
  ...SEARCH_DESCRIPTIONS,
  ...SCOREBOARD_DESCRIPTIONS,
  ...ENDPOINT_DESCRIPTIONS,
];
