import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { JWTPayload } from 'jose';
import type { Clock } from '../../functions/_ports/ports.ts';
import type { Holder, LocalAccounts } from '../accounts.ts';
import type { Person } from '../people.ts';
import { bodyOf } from '../route.ts';
import { type Answer, HEADERS, json, refusal } from './answers.ts';
import type { SignInAsked } from './asked.ts';
import { accessClaims, accessClaimsOf, type Grant, idClaimsOf } from './claims.ts';
import { LOCAL_AUDIENCE } from './client.ts';
import { givenSecrets } from './given-secrets.ts';

/** How long the token of somebody at a shell is good. */
export const TOKEN_SECONDS = 60 * 60;
/** How long tokens of pages are good, as in the cloud (infra/constructs/people.ts). */
export const PAGE_TOKEN_SECONDS = 15 * 60;
export const REFRESH_SECONDS = 12 * 60 * 60;
/** How long a code is good, as Cognito has it. */
export const CODE_SECONDS = 5 * 60;
/** Longest body of a token request, in bytes. */
export const TOKEN_REQUEST_BYTES_MAX = 2 * 1024;

interface Code {
  readonly asked: SignInAsked;
  readonly grant: Grant;
  /** What a second use finds: somebody else has the code too. */
  readonly used: { is: boolean };
}

export interface TokenParts {
  readonly issuer: string;
  readonly accounts: Pick<LocalAccounts, 'holder'>;
  readonly clock: Clock;
  readonly sign: (claims: JWTPayload) => Promise<string>;
}

/** What gives codes and tokens, and takes them back. */
export interface TokenDesk {
  readonly codeFor: (person: Holder, asked: SignInAsked) => string;
  readonly tokenFor: (person: Person) => Promise<string>;
  /** The token endpoint, with the errors of RFC 6749, section 5.2. */
  readonly token: (event: APIGatewayProxyEventV2) => Promise<Answer>;
  /** The revocation endpoint (RFC 7009): what is not known is revoked already. */
  readonly revoke: (event: APIGatewayProxyEventV2) => Answer;
}

/** RFC 7636, section 4.1. */
const VERIFIER = /^[\w.~-]{43,128}$/;

export const tokenDesk = (parts: TokenParts): TokenDesk => {
  const { accounts, clock, issuer, sign } = parts;
  const codes = givenSecrets<Code>(clock);
  const refreshing = givenSecrets<Grant>(clock);
  const now = () => Math.floor(Date.parse(clock.now()) / 1_000);
  const tokenFor = (person: Person) => sign(accessClaims(person, { issuer, issuedAt: now(), seconds: TOKEN_SECONDS }));
  const tokensFor = async (grant: Grant) => {
    const issued = { issuer, issuedAt: now(), seconds: PAGE_TOKEN_SECONDS };
    const access = await sign(accessClaimsOf(grant, issued));
    const id = await sign(idClaimsOf(grant, { ...issued, access }));
    return { access_token: access, id_token: id, token_type: 'Bearer', expires_in: PAGE_TOKEN_SECONDS };
  };

  /** The same sign-in with the roles of now; undefined where it was ended, or its person is kept out. */
  const stillGood = (grant: Grant): Grant | undefined => {
    const holder = accounts.holder(grant.person.id);
    return holder?.sessionsEnded === grant.sessionsEnded ? { ...grant, person: holder } : undefined;
  };

  const forCode: Granting = async ({ code = '', redirect_uri: redirectUri, code_verifier: verifier = '' }) => {
    const found = codes.find(code);
    if (found === undefined) return refusal(400, 'invalid_grant', 'The code is not known, or no longer.');
    const { asked, grant, used } = found;
    if (used.is) {
      // Whoever was first may be the thief: nobody keeps what came of it.
      refreshing.drop(({ origin }) => origin === grant.origin);
      return refusal(400, 'invalid_grant', 'The code was used before.');
    }
    used.is = true;
    if (redirectUri !== asked.redirectUri) return refusal(400, 'invalid_grant', 'The redirect_uri is another one.');
    if (!VERIFIER.test(verifier) || challengeOf(verifier) !== asked.challenge)
      return refusal(400, 'invalid_grant', 'The code_verifier does not fit.');
    const good = stillGood(grant);
    if (good === undefined) return refusal(400, 'invalid_grant', 'This person cannot sign in now.');
    // Given before anything is waited for: whoever uses the code again meanwhile takes it back.
    const refresh = refreshing.give(grant, REFRESH_SECONDS);
    return json(200, { ...(await tokensFor(good)), refresh_token: refresh });
  };

  const forRefresh: Granting = async ({ refresh_token: refresh = '' }) => {
    const found = refreshing.find(refresh);
    const grant = found === undefined ? undefined : stillGood(found);
    if (grant === undefined) return refusal(400, 'invalid_grant', 'The refresh token is not known, or no longer.');
    return json(200, await tokensFor({ ...grant, nonce: undefined }));
  };

  return {
    codeFor: (person, asked) => {
      const { sessionsEnded } = person;
      const grant = { person, sessionsEnded, origin: crypto.randomUUID(), authenticatedAt: now(), nonce: asked.nonce };
      return codes.give({ asked, grant, used: { is: false } }, CODE_SECONDS);
    },
    tokenFor,
    token: async (event) => {
      const read = formOf(event);
      if ('refused' in read) return read.refused;
      const { form } = read;
      switch (form['grant_type']) {
        case 'client_credentials':
          return forShell(event, accounts.holder(form['client_id'] ?? ''), tokenFor);
        case 'authorization_code':
          return form['client_id'] === LOCAL_AUDIENCE ? forCode(form) : unknownClient();
        case 'refresh_token':
          return form['client_id'] === LOCAL_AUDIENCE ? forRefresh(form) : unknownClient();
        default:
          return refusal(
            400,
            'unsupported_grant_type',
            'authorization_code, refresh_token and client_credentials are served here.',
          );
      }
    },
    revoke: (event) => {
      const form = new URLSearchParams(bodyOf(event).toString('utf8'));
      refreshing.take(form.get('token') ?? '');
      return { statusCode: 200, headers: HEADERS, body: '' };
    },
  };
};

type Form = Readonly<Record<string, string | undefined>>;
type Granting = (form: Form) => Promise<Answer>;

/** RFC 7636, 4.6. */
const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

const unknownClient = (): Answer => refusal(400, 'invalid_client', `client_id must be ${LOCAL_AUDIENCE}.`);

const formOf = (event: APIGatewayProxyEventV2): { readonly form: Form } | { readonly refused: Answer } => {
  const body = bodyOf(event);
  const refused = (status: number, says: string) => ({ refused: refusal(status, 'invalid_request', says) });
  if (body.length > TOKEN_REQUEST_BYTES_MAX) return refused(413, 'The request is too large.');
  if (!/^application\/x-www-form-urlencoded\b/i.test(event.headers['content-type'] ?? '')) {
    return refused(400, 'Send a form: application/x-www-form-urlencoded.');
  }
  const form = new URLSearchParams(body.toString('utf8'));
  const names = [...form.keys()];
  const isOnce = new Set(names).size === names.length && form.has('grant_type') && form.has('client_id');
  return isOnce
    ? { form: Object.fromEntries(form) }
    : refused(400, 'Send grant_type and client_id, and nothing twice.');
};

/** A token for a shell, that names its person as the client. */
const forShell = async (
  event: APIGatewayProxyEventV2,
  person: Person | undefined,
  tokenFor: (person: Person) => Promise<string>,
): Promise<Answer> => {
  if (person === undefined) {
    return refusal(401, 'invalid_client', 'client_id must be somebody who can sign in: coordinator-1, witness-1, ...');
  }
  const token = await tokenFor(person);
  // For people at a shell, who have no use for the JSON around it.
  if (event.headers['accept'] === 'text/plain') {
    return { statusCode: 200, headers: { ...HEADERS, 'content-type': 'text/plain' }, body: token };
  }
  return json(200, { access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS });
};
