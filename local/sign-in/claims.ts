import { createHash } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { Person } from '../people.ts';
import { LOCAL_AUDIENCE } from './client.ts';

/** One sign-in of somebody: what all tokens that come of it have in common, but for the roles, which are those of the moment. */
export interface Grant {
  readonly person: Person;
  /** How often all sessions of theirs had been ended when this one began. */
  readonly sessionsEnded: number;
  /** Names the sign-in in its tokens, so that they can be told apart from those of another. */
  readonly origin: string;
  /** Seconds since the epoch. */
  readonly authenticatedAt: number;
  readonly nonce: string | undefined;
}

interface Issued {
  readonly issuer: string;
  /** Seconds since the epoch. */
  readonly issuedAt: number;
  readonly seconds: number;
}

/** The claims of an access token of Cognito, as far as anybody here or there reads them. */
export const accessClaims = (person: Person, { issuer, issuedAt, seconds }: Issued): JWTPayload => ({
  sub: person.id,
  'cognito:groups': [...person.roles],
  iss: issuer,
  version: 2,
  client_id: LOCAL_AUDIENCE,
  token_use: 'access',
  scope: 'openid',
  auth_time: issuedAt,
  exp: issuedAt + seconds,
  iat: issuedAt,
  jti: crypto.randomUUID(),
  username: person.id,
});

/** The same of a token that came of a sign-in. */
export const accessClaimsOf = ({ person, origin, authenticatedAt }: Grant, issued: Issued): JWTPayload => ({
  ...accessClaims(person, issued),
  auth_time: authenticatedAt,
  origin_jti: origin,
});

/** The claims of an ID token of Cognito: it says to the pages that the sign-in was theirs, and opens no API. */
export const idClaimsOf = (
  { person, origin, authenticatedAt, nonce }: Grant,
  issued: Issued & { access: string },
): JWTPayload => ({
  sub: person.id,
  'cognito:groups': [...person.roles],
  'cognito:username': person.id,
  iss: issued.issuer,
  aud: LOCAL_AUDIENCE,
  token_use: 'id',
  at_hash: halfHash(issued.access),
  ...(nonce === undefined ? {} : { nonce }),
  origin_jti: origin,
  auth_time: authenticatedAt,
  exp: issued.issuedAt + issued.seconds,
  iat: issued.issuedAt,
  jti: crypto.randomUUID(),
});

/** The left half of a hash (OpenID Connect Core, 3.1.3.6). */
const halfHash = (token: string): string => {
  const hash = createHash('sha256').update(token).digest();
  return hash.subarray(0, hash.length / 2).toString('base64url');
};
