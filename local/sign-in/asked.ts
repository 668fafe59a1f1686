import { LOCAL_AUDIENCE, type PagesClient } from './client.ts';

/** A sign-in that may go on. */
export interface SignInAsked {
  readonly redirectUri: string;
  readonly state: string | undefined;
  readonly nonce: string | undefined;
  readonly challenge: string;
}

/** What becomes of a request: it goes on, the page that asked is told why not, or it is nobody’s, and only a page of ours says so. */
export type Asked =
  | { readonly kind: 'asked'; readonly asked: SignInAsked }
  | { readonly kind: 'told'; readonly location: string }
  | { readonly kind: 'nobodys'; readonly says: string };

const CHALLENGE = /^[A-Za-z0-9_-]{43}$/;
/** As long as a state or nonce may be, in characters. */
const LENGTH_MAX = 1_024;

/** Each parameter once at most (RFC 6749, 3.1); undefined where one comes twice. */
const once = (query: URLSearchParams): Readonly<Record<string, string | undefined>> | undefined => {
  const names = [...query.keys()];
  return new Set(names).size === names.length ? Object.fromEntries(query) : undefined;
};

const isTooLong = (text: string | undefined): boolean => (text ?? '').length > LENGTH_MAX;

/**
 * Reads the request of an authorization code (RFC 6749, 4.1.1; RFC 7636, 4.3). What asks under another name, or wants the code sent
 * elsewhere, is never redirected: that would hand it to whoever wrote the link.
 */
export const askedIn = (query: URLSearchParams, client: PagesClient): Asked => {
  const asked = once(query);
  if (asked === undefined) return { kind: 'nobodys', says: 'A parameter came twice.' };
  const { redirect_uri: redirectUri = '', state, nonce, code_challenge: challenge = '' } = asked;
  if (asked['client_id'] !== LOCAL_AUDIENCE) return { kind: 'nobodys', says: `client_id must be ${LOCAL_AUDIENCE}.` };
  if (!client.callbacks.includes(redirectUri)) {
    return { kind: 'nobodys', says: `redirect_uri must be one of ${client.callbacks.join(', ')}.` };
  }
  const refused = (error: string, description: string): Asked => ({
    kind: 'told',
    location: backTo(redirectUri, {
      error,
      error_description: description,
      state: isTooLong(state) ? undefined : state,
    }),
  });
  if (asked['response_type'] !== 'code') return refused('unsupported_response_type', 'response_type must be code');
  if (isTooLong(state) || isTooLong(nonce)) return refused('invalid_request', 'state and nonce must be shorter');
  const scopes = (asked['scope'] ?? 'openid').split(' ');
  if (scopes.some((scope) => scope !== 'openid')) return refused('invalid_scope', 'scope must be openid');
  if (asked['code_challenge_method'] !== 'S256' || !CHALLENGE.test(challenge)) {
    return refused('invalid_request', 'code_challenge must be of the method S256');
  }
  return { kind: 'asked', asked: { redirectUri, state, nonce, challenge } };
};

/** An address with what it is told. */
export const backTo = (address: string, told: Readonly<Record<string, string | undefined>>): string => {
  const url = new URL(address);
  for (const [name, text] of Object.entries(told)) if (text !== undefined) url.searchParams.set(name, text);
  return url.href;
};
