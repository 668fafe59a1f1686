import { isRecord, jsonIn } from './kept-text.ts';
import { asked, callbackOf, PENDING, type Pending, REFRESH, type SessionParts } from './session.ts';
import { claimsIn, type Tokens, tokensIn } from './tokens.ts';

/** How long somebody may stay at the sign-in before it has to begin anew, in milliseconds. */
export const SIGN_IN_MS_MAX = 60 * 60_000;

/** What became of a sign-in. */
export type Completed =
  | { readonly kind: 'signed-in'; readonly returnTo: string }
  | { readonly kind: 'failed'; readonly why: 'not-begun' | 'not-ours' | 'refused' | 'no-network' };

/** Only a place on these pages is returned to: whatever else stands there was not written by us. */
const isOwnPath = (path: string): boolean => /^\/(?![/\\])[^\\\s]*$/.test(path);

const pendingIn = (text: string | null): Pending | undefined => {
  const kept = jsonIn(text);
  if (!isRecord(kept)) return undefined;
  const { state, nonce, verifier, returnTo, begunAt } = kept;
  if (typeof state !== 'string' || typeof nonce !== 'string' || typeof verifier !== 'string') return undefined;
  if (typeof returnTo !== 'string' || !isOwnPath(returnTo) || typeof begunAt !== 'number') return undefined;
  return { state, nonce, verifier, returnTo, begunAt };
};

const failed = (why: Extract<Completed, { kind: 'failed' }>['why']): Completed => ({ kind: 'failed', why });

/**
 * Ends a sign-in, with the query that the callback was asked with, and leaves the session to the tab. A code is used once, and only by
 * the tab that began.
 */
export const completeSignIn = async (parts: SessionParts, search: string): Promise<Completed> => {
  const { tab, now } = parts;
  const pending = pendingIn(tab.getItem(PENDING));
  if (pending === undefined || now() - pending.begunAt > SIGN_IN_MS_MAX) return failed('not-begun');
  const told = new URLSearchParams(search);
  // Somebody else’s link must not sign anybody in as somebody else, nor end a sign-in that is under way.
  if (told.get('state') !== pending.state) return failed('not-ours');
  const code = told.get('code');
  if (code === null) {
    tab.removeItem(PENDING);
    return failed('refused');
  }
  const answer = await asked(parts, '/oauth2/token', {
    grant_type: 'authorization_code',
    code,
    redirect_uri: callbackOf(parts),
    code_verifier: pending.verifier,
  });
  // What was begun stays begun: loading the page again tries once more.
  if (answer === 'no-network') return failed('no-network');
  tab.removeItem(PENDING);
  const tokens = answer === 'refused' ? undefined : tokensIn(answer.body, now());
  if (tokens?.refresh === undefined || !isFor(tokens, { clientId: parts.client.clientId, nonce: pending.nonce }))
    return failed('refused');
  tab.setItem(REFRESH, tokens.refresh);
  return { kind: 'signed-in', returnTo: pending.returnTo };
};

/** Whether the sign-in was this one, made for these pages. */
const isFor = ({ id }: Tokens, { clientId, nonce }: { clientId: string; nonce: string }): boolean => {
  const claims = claimsIn(id ?? '');
  return claims['aud'] === clientId && claims['nonce'] === nonce;
};
