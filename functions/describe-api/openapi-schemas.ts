import * as z from 'zod/mini';
import { zonedTime } from '../../domain/shapes.ts';
import { instant } from '../../events/shapes.ts';
import { PAGE_SIZE, PAGE_SIZE_MAX, pageSizeText } from '../_http/paging.ts';
import { PROBLEM_WORDS } from '../_http/problem-words.ts';

export type Json = Readonly<Record<string, unknown>>;

type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>;

/** Times are texts that only a check of ours knows for times: whoever reads the document must know it too. */
const TIMES: readonly unknown[] = [instant, zonedTime];

const inWordsOfOpenapi: Override = ({ zodSchema, jsonSchema }) => {
  if (TIMES.includes(zodSchema)) jsonSchema.format = 'date-time';
  if (zodSchema === pageSizeText) {
    delete jsonSchema.pattern;
    Object.assign(jsonSchema, { type: 'integer', minimum: 1, maximum: PAGE_SIZE_MAX, default: PAGE_SIZE });
  }
};

/** What a schema of ours is in an OpenAPI 3.1 document. */
export const jsonSchema = (schema: z.core.$ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
    override: inWordsOfOpenapi,
  });
  return rest;
};

const personAnswer = () => {
  const { case: _, ...rest } = commandAnswer().shape;
  return z.strictObject({ person: z.string(), ...rest });
};

const commandAnswer = () =>
  z.strictObject({
    case: z.string(),
    version: z.int(),
    created: z.optional(z.string()),
    recorded: z.array(
      z.strictObject({
        id: z.string(),
        type: z.string(),
        recordedAt: instant,
        hash: z.string(),
        contentHash: z.optional(z.string()),
      }),
    ),
  });

const problem: Json = {
  type: 'object',
  description: 'RFC 9457. `type` ends with the word of the problem; facts stand beside it as further members.',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', enum: PROBLEM_WORDS.map((word) => `/problems/${word}`) },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What to do next.' },
    errors: {
      type: 'array',
      description: 'Of `input-invalid` and `query-invalid`: each flaw with the JSON pointer (RFC 6901) of its field.',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: { pointer: { type: 'string' }, detail: { type: 'string' } },
      },
    },
    flaw: { type: 'string', description: 'Of `body-malformed`: why the body is not JSON that everybody reads alike.' },
    bytesMax: { type: 'integer', description: 'Of `body-too-large` and `headers-too-large`: how much is taken.' },
    row: { type: 'integer', description: 'Of `table-malformed`: the row that cannot be read.' },
    columns: {
      type: 'array',
      items: { type: 'string' },
      description: 'Of `table-malformed`: the columns that are missing or unknown.',
    },
    charactersMax: { type: 'integer', description: 'Of `uri-too-long`: how long a URL may be.' },
    version: { type: 'integer', description: 'Of `version-conflict`: the version that the case has by now.' },
  },
};

/** The schemas that the document names, because every operation answers with them. */
export const namedSchemas = (): Json => ({
  Problem: problem,
  CommandAnswer: jsonSchema(commandAnswer(), 'output'),
  PersonAnswer: jsonSchema(personAnswer(), 'output'),
});

const text = (description: string, pattern?: string): Json => ({
  description,
  schema: { type: 'string', ...(pattern === undefined ? {} : { pattern }) },
});

/** The version of a calendar: send it as `If-None-Match` to fetch it only when it has changed. */
export const CALENDAR_ETAG: Json = text(
  'The version of what was sent: send it as `If-None-Match`.',
  '^"[0-9a-f]{32}"$',
);

/** The headers of our answers, by what they mean to whoever gets them. */
const HEADERS = {
  ETag: text(
    'The version of the case: send it as `If-Match` to be refused if the case has changed since.',
    String.raw`^"(0|[1-9]\d*)"$`,
  ),
  Link: text('Where the list goes on (RFC 8288, `rel="next"`); absent on its last page.'),
  Location: text('The address of what came into being: the case that was opened, or the import of the table.'),
  'Idempotency-Replayed': text(
    'This was done before, and nothing was done again: the answer is the first one.',
    '^true$',
  ),
  'Content-Security-Policy': text('Nothing runs, and nothing is fetched from elsewhere.'),
  'Cross-Origin-Opener-Policy': text('No page of another origin keeps hold of this one.', '^same-origin$'),
  'Permissions-Policy': text('The page asks for no camera, no microphone and no place.'),
  'Referrer-Policy': text('Whoever follows a link does not tell from where.', '^no-referrer$'),
  'X-Content-Type-Options': text('It is what it says that it is.', '^nosniff$'),
  'WWW-Authenticate': text('How to authenticate, where no valid token was sent.'),
  'Retry-After': text('Seconds after which sending again makes sense.', String.raw`^\d+$`),
} as const satisfies Json;

/** Some of them, as an answer names them. */
export const headersNamed = (...names: readonly (keyof typeof HEADERS)[]): Json =>
  Object.fromEntries(names.map((name) => [name, HEADERS[name]]));
