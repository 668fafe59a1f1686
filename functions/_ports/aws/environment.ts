import * as z from 'zod/mini';
import { LOG_LEVELS } from './log.ts';

const text = z.string().check(z.minLength(1));
const httpUrl = z.url({ protocol: /^https?$/ });

/** Everything that a function is told by its surroundings. */
const environment = z.object({
  TABLE_NAME: text,
  BUS_NAME: text,
  /** The issuer’s identifier as it stands in tokens, without a slash at the end. */
  TOKEN_ISSUER: httpUrl.check(z.refine((url) => !url.endsWith('/'))),
  /** The client that tokens were given to. */
  TOKEN_AUDIENCE: text,
  /** Whom the sign-in lets in. */
  USER_POOL_ID: text,
  /** Where the pages of the sign-in stand; unless said, where the pages of the house do. */
  SIGN_IN_URL: z.optional(httpUrl.check(z.refine((url) => !url.endsWith('/')))),
  /** Where browsers bring the bytes of files; unless said, nowhere. */
  UPLOADS_URL: z.optional(httpUrl),
  /** A DynamoDB-compatible server instead of AWS. */
  DYNAMODB_ENDPOINT: z.optional(httpUrl),
  DOCUMENTS_BUCKET: text,
  /** An S3-compatible store instead of AWS, with its region and its key. */
  OBJECTS_ENDPOINT: z.optional(httpUrl),
  OBJECTS_REGION: z.optional(text),
  OBJECTS_ACCESS_KEY_ID: z.optional(text),
  OBJECTS_SECRET_ACCESS_KEY: z.optional(text),
  /** The static files of open data, and where they are read, without a slash at the end. */
  OPEN_DATA_BUCKET: text,
  OPEN_DATA_URL: httpUrl.check(z.refine((url) => !url.endsWith('/'))),
  AWS_REGION: z.optional(text),
  AWS_ACCESS_KEY_ID: z.optional(text),
  AWS_SECRET_ACCESS_KEY: z.optional(text),
  AWS_SESSION_TOKEN: z.optional(text),
  /** The key of KMS under which signing secrets are kept; on one machine, a key of 256 bits in hexadecimal instead. */
  SECRETS_KEY_ID: z.optional(text),
  SECRETS_LOCAL_KEY: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  /** Hosts (`host:port`, with blanks between them) that webhooks may reach although they are private or without TLS. */
  WEBHOOK_ALLOWED_HOSTS: z._default(z.string().check(z.regex(/^([A-Za-z0-9.[\]:-]{1,260}:\d{1,5}( |$))*$/)), ''),
  /** The address that mail comes from. */
  MAIL_FROM: text,
  /** Where people reach the API, without a slash at the end. */
  PUBLIC_URL: httpUrl.check(z.refine((url) => !url.endsWith('/'))),
  LOG_LEVEL: z._default(z.enum(LOG_LEVELS), 'info'),
});

/**
 * Reads one part of the environment: each function reads only what it needs, and so needs only that. Throws at start, with the names
 * of what is missing or wrong and never their values.
 */
const reader =
  <T>(schema: z.ZodMiniType<T>) =>
  (from: NodeJS.ProcessEnv): T => {
    const result = schema.safeParse(from);
    if (result.success) return result.data;
    const wrong = [...new Set(result.error.issues.map((issue) => issue.path.join('.')))];
    throw new Error(`The environment is wrong or incomplete: ${wrong.join(', ')}.`);
  };

export const tableEnvironment = reader(z.pick(environment, { TABLE_NAME: true, DYNAMODB_ENDPOINT: true }));
export const busEnvironment = reader(z.pick(environment, { BUS_NAME: true }));
export const tokenEnvironment = reader(z.pick(environment, { TOKEN_ISSUER: true, TOKEN_AUDIENCE: true }));
export const signInEnvironment = reader(
  z.pick(environment, { SIGN_IN_URL: true, TOKEN_AUDIENCE: true, UPLOADS_URL: true }),
);
export const accountsEnvironment = reader(z.pick(environment, { USER_POOL_ID: true }));
export const logEnvironment = reader(z.pick(environment, { LOG_LEVEL: true }));
export const documentsEnvironment = reader(
  z.pick(environment, {
    DOCUMENTS_BUCKET: true,
    OBJECTS_ENDPOINT: true,
    OBJECTS_REGION: true,
    OBJECTS_ACCESS_KEY_ID: true,
    OBJECTS_SECRET_ACCESS_KEY: true,
    AWS_REGION: true,
    AWS_ACCESS_KEY_ID: true,
    AWS_SECRET_ACCESS_KEY: true,
    AWS_SESSION_TOKEN: true,
  }),
);
export const secretEnvironment = reader(
  z.pick(environment, { SECRETS_KEY_ID: true, SECRETS_LOCAL_KEY: true, WEBHOOK_ALLOWED_HOSTS: true }),
);
export const openDataEnvironment = reader(
  z.pick(environment, { OPEN_DATA_BUCKET: true, OPEN_DATA_URL: true, PUBLIC_URL: true }),
);
export const mailEnvironment = reader(z.pick(environment, { MAIL_FROM: true, PUBLIC_URL: true }));
export const pagesEnvironment = reader(z.pick(environment, { PUBLIC_URL: true }));
