import { readFile } from 'node:fs/promises';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTPayload,
  SignJWT,
} from 'jose';
import * as z from 'zod/mini';
import type { Clock } from '../functions/_ports/ports.ts';
import type { DataFolder } from './data-folder.ts';
import { jsonOf } from './json-of.ts';
import { type Person, personCalled } from './people.ts';
import { bodyOf, type Route } from './route.ts';

/** The client that every token of this issuer is given to; what the APIs take as their audience. */
export const LOCAL_AUDIENCE = 'veedor-local';
export const TOKEN_SECONDS = 60 * 60;
/** Longest body of a token request, in bytes. */
export const TOKEN_REQUEST_BYTES_MAX = 2 * 1024;

const ALGORITHM = 'RS256';
const KEY_FILE = 'issuer-key.json';
const HEADERS = {
  'cache-control': 'no-store',
  'x-veedor-issuer': 'example people without passwords, on one machine only; never for production',
};

/** The sign-in of one machine: it believes everybody who says to be one of the example people. */
export interface Issuer {
  readonly url: string;
  readonly routes: readonly Route[];
  tokenFor(person: Person): Promise<string>;
}

/** Opens the issuer with the key that the folder keeps, so that tokens outlive a restart. `url` is its identifier in tokens. */
export const openIssuer = async (options: { folder: DataFolder; clock: Clock; url: string }): Promise<Issuer> => {
  const { folder, clock, url } = options;
  const key = await signingKey(folder);
  const tokenFor = (person: Person) => sign(key, claimsOf({ person, issuer: url, now: clock.now() }));
  return {
    url,
    tokenFor,
    routes: [
      {
        method: 'GET',
        path: '/.well-known/openid-configuration',
        handler: async () => json(200, configurationOf(url)),
      },
      { method: 'GET', path: '/.well-known/jwks.json', handler: async () => json(200, { keys: [key.public] }) },
      { method: 'POST', path: '/oauth2/token', handler: (event) => tokenAnswer(event, tokenFor) },
    ],
  };
};

interface SigningKey {
  readonly private: CryptoKey;
  readonly public: JWK;
}

/** An RSA key as JSON Web Key, private part included. */
const storedKey = z.strictObject({
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
});

const signingKey = async (folder: DataFolder): Promise<SigningKey> => {
  const text = await readFile(folder.file(KEY_FILE), 'utf8').catch(() => undefined);
  const kept = storedKey.safeParse(jsonOf(text));
  const jwk = kept.success ? kept.data : await newKey(folder);
  const key = await importJWK(jwk, ALGORITHM);
  if (key instanceof Uint8Array) throw new Error('The issuer’s key is not an RSA key.');
  const { kty, n, e } = jwk;
  const kid = await calculateJwkThumbprint({ kty, n, e });
  return { private: key, public: { kty, n, e, kid, alg: ALGORITHM, use: 'sig' } };
};

const newKey = async (folder: DataFolder): Promise<z.infer<typeof storedKey>> => {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = storedKey.parse(await exportJWK(privateKey));
  await folder.replace(KEY_FILE, JSON.stringify(jwk));
  return jwk;
};

/** The claims of an access token of Cognito, as far as anybody here or there reads them. */
const claimsOf = (options: { person: Person; issuer: string; now: string }): JWTPayload => {
  const issuedAt = Math.floor(Date.parse(options.now) / 1_000);
  return {
    sub: options.person.id,
    'cognito:groups': [...options.person.roles],
    iss: options.issuer,
    version: 2,
    client_id: LOCAL_AUDIENCE,
    token_use: 'access',
    scope: 'openid',
    auth_time: issuedAt,
    exp: issuedAt + TOKEN_SECONDS,
    iat: issuedAt,
    jti: crypto.randomUUID(),
    username: options.person.id,
  };
};

const sign = (key: SigningKey, claims: JWTPayload): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: ALGORITHM, kid: key.public.kid ?? '' }).sign(key.private);

const configurationOf = (url: string) => ({
  issuer: url,
  jwks_uri: `${url}/.well-known/jwks.json`,
  token_endpoint: `${url}/oauth2/token`,
  grant_types_supported: ['client_credentials'],
  token_endpoint_auth_methods_supported: ['none'],
  response_types_supported: ['token'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: [ALGORITHM],
});

type Answer = APIGatewayProxyStructuredResultV2;

/** The token endpoint, with the errors of RFC 6749, section 5.2. */
const tokenAnswer = async (
  event: APIGatewayProxyEventV2,
  tokenFor: (person: Person) => Promise<string>,
): Promise<Answer> => {
  const body = bodyOf(event);
  if (body.length > TOKEN_REQUEST_BYTES_MAX) return refusal(413, 'invalid_request', 'The request is too large.');
  if (!/^application\/x-www-form-urlencoded\b/i.test(event.headers['content-type'] ?? '')) {
    return refusal(400, 'invalid_request', 'Send a form: application/x-www-form-urlencoded.');
  }
  const form = new URLSearchParams(body.toString('utf8'));
  const [grant, client] = ['grant_type', 'client_id'].map((name) => form.getAll(name));
  if (grant?.length !== 1 || client?.length !== 1) {
    return refusal(400, 'invalid_request', 'Send grant_type and client_id, each once.');
  }
  if (grant[0] !== 'client_credentials') {
    return refusal(400, 'unsupported_grant_type', 'Only client_credentials is served here.');
  }
  const person = personCalled(client[0] ?? '');
  if (person === undefined) {
    return refusal(401, 'invalid_client', 'client_id must be one of the example people: coordinator-1, witness-1, ...');
  }
  const token = await tokenFor(person);
  // For people at a shell, who have no use for the JSON around it.
  if (event.headers['accept'] === 'text/plain') {
    return { statusCode: 200, headers: { ...HEADERS, 'content-type': 'text/plain' }, body: token };
  }
  return json(200, { access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS });
};

const refusal = (statusCode: number, error: string, description: string): Answer =>
  json(statusCode, { error, error_description: description });

const json = (statusCode: number, body: unknown): Answer => ({
  statusCode,
  headers: { ...HEADERS, 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
