import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import { once, personId } from '../../../events/shapes.ts';
import { GIVEN_ROLES } from '../../../events/vocabulary.ts';
import type { Caller, Clock, Identity } from '../ports.ts';
import { outsideFailure } from './outside-failure.ts';

/** The only algorithm of Cognito’s tokens, and so the only one that is looked at. */
const ALGORITHMS = ['RS256'];
export const TOKEN_LENGTH_MAX = 8 * 1024;
/** How long after fetching the issuer’s keys an unknown key does not make us fetch them again. */
export const KEYS_COOLDOWN_MILLISECONDS = 30_000;
export const KEYS_AGE_MAX_MILLISECONDS = 10 * 60_000;
export const KEYS_TIMEOUT_MILLISECONDS = 3_000;

/** How long a verified token is not verified again; a key that the issuer withdrew is trusted that much longer. */
export const TOKEN_REMEMBERED_MILLISECONDS = 60_000;
export const TOKENS_REMEMBERED_MAX = 1_000;

const COMPACT_JWS = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

const claims = z.object({
  sub: personId,
  token_use: z.literal('access'),
  client_id: z.string(),
  exp: z.number(),
  'cognito:groups': z._default(z.array(z.string()), []),
});

/** Verifies access tokens of an OIDC issuer with Cognito’s claims, on Cognito and on one machine alike. */
export const joseIdentity = (options: { issuer: string; audience: string; clock: Clock }): Identity =>
  identityWithKeys({ ...options, keys: remoteKeys(options.issuer) });

/** The issuer’s keys, reached for with the first token: what reaches for them loads `fetch`, a third of a cold start. */
const remoteKeys = (issuer: string): JWTVerifyGetKey => {
  const keys = once(() =>
    createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`), {
      cooldownDuration: KEYS_COOLDOWN_MILLISECONDS,
      cacheMaxAge: KEYS_AGE_MAX_MILLISECONDS,
      timeoutDuration: KEYS_TIMEOUT_MILLISECONDS,
    }),
  );
  return (header, token) => keys()(header, token);
};

/** The same, with the issuer’s keys at hand. */
export const identityWithKeys = (options: {
  issuer: string;
  audience: string;
  clock: Clock;
  keys: JWTVerifyGetKey;
}): Identity => {
  const remembered = rememberedTokens(options.clock);
  return {
    verify: async (token) => {
      const known = remembered.find(token);
      if (known !== undefined) return known;
      if (!isCompactJws(token)) return undefined;
      const payload = claims.safeParse(await verifiedPayload(token, options));
      if (!payload.success || payload.data.client_id !== options.audience) return undefined;
      const caller = callerOf(payload.data);
      remembered.add(token, { caller, expires: payload.data.exp * 1_000 });
      return caller;
    },
  };
};

interface Remembered {
  readonly caller: Caller;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

/** Tokens that were verified a moment ago: who works on a page sends the same one with every request, and its signature is dear. */
const rememberedTokens = (clock: Clock) => {
  const tokens = new Map<string, Remembered>();
  return {
    find: (token: string): Caller | undefined => {
      const known = tokens.get(token);
      if (known === undefined) return undefined;
      if (Date.parse(clock.now()) < known.expires) return known.caller;
      tokens.delete(token);
      return undefined;
    },
    add: (token: string, { caller, expires }: Remembered): void => {
      // The oldest goes first: a Map keeps the order in which it was filled.
      const [oldest] = tokens.keys();
      if (tokens.size >= TOKENS_REMEMBERED_MAX && oldest !== undefined) tokens.delete(oldest);
      const now = Date.parse(clock.now());
      tokens.set(token, { caller, expires: Math.min(expires, now + TOKEN_REMEMBERED_MILLISECONDS) });
    },
  };
};

/** One text for one token: what decodes to the same bytes but is written otherwise is not the same token. */
const isCompactJws = (token: string): boolean =>
  token.length <= TOKEN_LENGTH_MAX &&
  COMPACT_JWS.test(token) &&
  token.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);

const verifiedPayload = async (
  token: string,
  { issuer, clock, keys }: { issuer: string; clock: Clock; keys: JWTVerifyGetKey },
): Promise<unknown> => {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ALGORITHMS,
      issuer,
      requiredClaims: ['exp', 'sub'],
      currentDate: new Date(clock.now()),
    });
    return payload;
  } catch (error) {
    if (isFaultOfTheToken(error)) return undefined;
    throw outsideFailure('Issuer', error);
  }
};

const FAULTS_OF_A_TOKEN = [
  errors.JWTClaimValidationFailed,
  errors.JWTExpired,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
];

const isFaultOfTheToken = (error: unknown): boolean => FAULTS_OF_A_TOKEN.some((fault) => error instanceof fault);

const callerOf = (known: z.infer<typeof claims>): Caller => ({
  person: known.sub,
  roles: GIVEN_ROLES.filter((role) => known['cognito:groups'].includes(role)),
});
