import type { APIGatewayProxyEventV2 } from 'aws-lambda';

import type { Caller, Identity } from '../_ports/ports.ts';
import './field-words.ts';
import { ProblemError } from './problem.ts';
import { parseStrictJson } from './strict-json.ts';

/** A body of a command; reports that cite thousands of observations are the longest. */
export const BODY_BYTES_MAX = 256 * 1024;
/** A document of official data, as sent to open a case. Lambda takes no request over 6 MB. */
export const DOCUMENT_BYTES_MAX = 4 * 1024 * 1024;
const IDEMPOTENCY_KEY = /^[!-~]{1,128}$/;
const ETAG = /^"(0|[1-9]\d{0,8})"$/;
const BEARER = /^Bearer ([A-Za-z0-9._-]+)$/i;

const headerOf = (event: APIGatewayProxyEventV2, name: string): string | undefined => event.headers[name];

/** The caller of a verified token; undefined where no token was sent. A token that is not valid is never taken for none. */
export const callerOf = async (event: APIGatewayProxyEventV2, identity: Identity): Promise<Caller | undefined> => {
  const authorization = headerOf(event, 'authorization');
  if (authorization === undefined) return undefined;
  const token = BEARER.exec(authorization)?.[1];
  const caller = token === undefined ? undefined : await identity.verify(token);
  if (caller === undefined) throw new ProblemError('token-invalid');
  return caller;
};

/** The bytes of a body, however the gateway hands them on. */
export const bytesIn = (event: APIGatewayProxyEventV2, bytesMax: number): Uint8Array<ArrayBuffer> => {
  const raw = event.body ?? '';
  const bytes = event.isBase64Encoded ? Buffer.from(raw, 'base64') : Buffer.from(raw, 'utf8');
  if (bytes.byteLength > bytesMax) throw new ProblemError('body-too-large', { bytesMax });
  return bytes;
};

/** The text of a table (RFC 4180), or the problem with it. A byte order mark is no part of it. */
export const tableOf = (event: APIGatewayProxyEventV2, bytesMax: number): string => {
  const bytes = bytesIn(event, bytesMax);
  if (!/^text\/csv\s*(;\s*(charset="?utf-8"?|header=present)\s*)*$/i.test(headerOf(event, 'content-type') ?? '')) {
    throw new ProblemError('body-not-csv');
  }
  return textOf(bytes, 'table-malformed');
};

/** The JSON body of a request, or the problem with it. */
export const bodyOf = (event: APIGatewayProxyEventV2, bytesMax: number): unknown => {
  const bytes = bytesIn(event, bytesMax);
  if (bytes.byteLength === 0) return {};
  if (!isJson(headerOf(event, 'content-type'))) throw new ProblemError('body-not-json');
  const parsed = parseStrictJson(textOf(bytes, 'body-malformed'));
  if ('flaw' in parsed) throw new ProblemError('body-malformed', { flaw: parsed.flaw });
  return parsed.value;
};

const isJson = (contentType = ''): boolean =>
  /^application\/([a-z0-9.-]+\+)?json\s*(;\s*charset="?utf-8"?)?$/i.test(contentType);

const textOf = (bytes: Uint8Array, word: 'body-malformed' | 'table-malformed'): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError(word, { flaw: 'not-utf-8' });
  }
};

export const idempotencyKeyOf = (event: APIGatewayProxyEventV2): string => {
  const key = headerOf(event, 'idempotency-key');
  if (key === undefined || !IDEMPOTENCY_KEY.test(key)) throw new ProblemError('idempotency-key-missing');
  return key;
};

/** Where the API is reached, as the gateway was called: links in what leaves the house must lead back to it. */
export const originOf = (event: APIGatewayProxyEventV2): string =>
  `${headerOf(event, 'x-forwarded-proto') === 'http' ? 'http' : 'https'}://${event.requestContext.domainName}`;

/** The version that `If-Match` asks for; undefined where it is not sent, or takes any. */
export const ifVersionOf = (event: APIGatewayProxyEventV2): number | undefined => {
  const header = headerOf(event, 'if-match');
  if (header === undefined || header === '*') return undefined;
  const version = ETAG.exec(header)?.[1];
  if (version === undefined) throw new ProblemError('if-match-invalid');
  return Number(version);
};

/** How many flaws of an input are told: a list of thousands, each of them wrong, must not make an answer too large to send. */
export const ERRORS_MAX = 50;

/** The first flaws of an input, each with the JSON pointer (RFC 6901) of its field. Values are never repeated. */
export const errorsOf = (issues: readonly { path: readonly PropertyKey[]; message: string }[]) =>
  issues.slice(0, ERRORS_MAX).map(({ path, message }) => ({
    pointer: path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    detail: message,
  }));
