import { readFile } from 'node:fs/promises';
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
import type { LocalAccounts } from './accounts.ts';
import type { DataFolder } from './data-folder.ts';
import { jsonOf } from './json-of.ts';
import type { Person } from './people.ts';
import type { Route } from './route.ts';
import { json } from './sign-in/answers.ts';
import { doorsOf } from './sign-in/doors.ts';
import { tokenDesk } from './sign-in/tokens.ts';

const ALGORITHM = 'RS256';
const KEY_FILE = 'issuer-key.json';

/** An OIDC provider for one machine: it believes everybody who says to be one of those who have an account. */
export interface Issuer {
  readonly url: string;
  readonly routes: readonly Route[];
  tokenFor(person: Person): Promise<string>;
}

/** Opens the issuer with the key that the folder keeps, so that tokens outlive a restart. `url` is its identifier in tokens. */
export const openIssuer = async (options: {
  folder: DataFolder;
  accounts: LocalAccounts;
  clock: Clock;
  url: string;
}): Promise<Issuer> => {
  const { folder, accounts, clock, url } = options;
  const key = await signingKey(folder);
  const desk = tokenDesk({ issuer: url, accounts, clock, sign: (claims) => sign(key, claims) });
  return {
    url,
    tokenFor: desk.tokenFor,
    routes: [
      {
        method: 'GET',
        path: '/.well-known/openid-configuration',
        handler: async () => json(200, configurationOf(url)),
      },
      { method: 'GET', path: '/.well-known/jwks.json', handler: async () => json(200, { keys: [key.public] }) },
      { method: 'POST', path: '/oauth2/token', handler: desk.token },
      { method: 'POST', path: '/oauth2/revoke', handler: async (event) => desk.revoke(event) },
      ...doorsOf({ url, accounts, desk }),
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

const sign = (key: SigningKey, claims: JWTPayload): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: ALGORITHM, kid: key.public.kid ?? '' }).sign(key.private);

const configurationOf = (url: string) => ({
  issuer: url,
  jwks_uri: `${url}/.well-known/jwks.json`,
  authorization_endpoint: `${url}/oauth2/authorize`,
  token_endpoint: `${url}/oauth2/token`,
  revocation_endpoint: `${url}/oauth2/revoke`,
  end_session_endpoint: `${url}/logout`,
  scopes_supported: ['openid'],
  response_types_supported: ['code'],
  grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['none'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: [ALGORITHM],
});
