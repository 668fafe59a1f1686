import { dropNamed, jsonIn, type KeptTexts } from './kept-text.ts';
import { challengeOf, newSecret } from './pkce.ts';
import { type Tokens, tokensIn, type Who } from './tokens.ts';

/** Before an access token ends by this much, in milliseconds, it is renewed: a request takes its time. */
export const RENEWED_BEFORE_MS = 30_000;

/** What all names begin with under which the tab keeps something of ours: what forms sent, too. */
export const OURS = 'veedor.';
/** The names under which it keeps a sign-in that is under way, and what renews a session. */
export const PENDING = 'veedor.sign-in';
export const REFRESH = 'veedor.refresh';

/** A sign-in that is under way: what proves, when it comes back, that it was begun here. */
export interface Pending {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
  /** Milliseconds since the epoch. */
  readonly begunAt: number;
}

/** Where people sign in, and as whom these pages ask for it. */
export interface SignInClient {
  /** The origin of the sign-in; empty where it is that of the pages. */
  readonly url: string;
  readonly clientId: string;
}

export interface SessionParts {
  readonly client: SignInClient;
  /** Where the pages in the reader’s language stand: `https://veedor.example/es`. */
  readonly pages: string;
  /** The language of the sign-in, as BCP 47. */
  readonly locale: string;
  /** Kept as long as the tab is open, and seen by no other. */
  readonly tab: KeptTexts;
  readonly fetch: (url: string, request: RequestInit) => Promise<Response>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** A token to send, or why there is none. */
export type Pass =
  | { readonly kind: 'token'; readonly token: string; readonly who: Who }
  | { readonly kind: 'ended' }
  | { readonly kind: 'no-network' };

/**
 * Somebody’s session on this device: the access token in memory, what renews it in the tab. Nothing of it outlives the tab, and no other
 * tab or origin sees it.
 */
export interface Session {
  /** Begins a sign-in. Answers where to go. */
  readonly begin: (returnTo: string) => Promise<string>;
  /** Whether somebody signed in on this tab and has not signed out; the session may have ended meanwhile. */
  readonly isBegun: () => boolean;
  readonly pass: () => Promise<Pass>;
  /** The same after the API refused the token: a new one, never the same again. */
  readonly passInsteadOf: (token: string) => Promise<Pass>;
  /** Forgets everything and revokes what renews it, and others of the same person. Answers where to go to end the session of the sign-in too. */
  readonly end: (others?: readonly string[]) => Promise<string>;
}

export const openSession = (parts: SessionParts): Session => {
  const { tab, now } = parts;
  const held: { tokens?: Tokens | undefined; of?: string | null; renewing?: Promise<Pass> | undefined } = {};
  const keep = (tokens: Tokens, by: string): void => {
    held.tokens = tokens;
    held.of = tokens.refresh ?? by;
    if (tokens.refresh !== undefined) tab.setItem(REFRESH, tokens.refresh);
  };
  const forget = (): void => {
    held.tokens = undefined;
    tab.removeItem(REFRESH);
  };
  /** Requests that come together wait for one renewal. */
  const renewed = (): Promise<Pass> => {
    held.renewing ??= renew(parts, { keep, forget }).finally(() => {
      held.renewing = undefined;
    });
    return held.renewing;
  };
  return {
    begin: (returnTo) => begin(parts, returnTo),
    isBegun: () => tab.getItem(REFRESH) !== null,
    pass: async () => {
      const { tokens } = held;
      // Where several tabs keep one session (the field), somebody else may have begun one since.
      const isOfNow = held.of === tab.getItem(REFRESH);
      if (tokens === undefined || !isOfNow || tokens.expiresAt - RENEWED_BEFORE_MS <= now()) return renewed();
      return passOf(tokens);
    },
    passInsteadOf: async (token) => {
      const { tokens } = held;
      // Another request has renewed it meanwhile.
      if (tokens !== undefined && tokens.access !== token) return passOf(tokens);
      return renewed();
    },
    end: async (others = []) => {
      const refresh = tab.getItem(REFRESH);
      forget();
      dropNamed(tab, (name) => name.startsWith(OURS));
      const all = new Set([...(refresh === null ? [] : [refresh]), ...others]);
      await Promise.all([...all].map((token) => asked(parts, '/oauth2/revoke', { token })));
      const { client, pages } = parts;
      return addressOf(parts, '/logout', { client_id: client.clientId, logout_uri: `${pages}/signed-out` });
    },
  };
};

const passOf = ({ access, who }: Tokens): Pass => ({ kind: 'token', token: access, who });

const addressOf = ({ client }: SessionParts, path: string, query: Readonly<Record<string, string>>): string =>
  `${client.url}${path}?${new URLSearchParams(query).toString()}`;

/** Where the sign-in comes back to. */
export const callbackOf = ({ pages }: SessionParts): string => `${pages}/signed-in`;

const begin = async (parts: SessionParts, returnTo: string): Promise<string> => {
  const pending: Pending = {
    state: newSecret(),
    nonce: newSecret(),
    verifier: newSecret(),
    returnTo,
    begunAt: parts.now(),
  };
  parts.tab.setItem(PENDING, JSON.stringify(pending));
  return addressOf(parts, '/oauth2/authorize', {
    response_type: 'code',
    client_id: parts.client.clientId,
    redirect_uri: callbackOf(parts),
    scope: 'openid',
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await challengeOf(pending.verifier),
    code_challenge_method: 'S256',
    lang: parts.locale,
  });
};

const renew = async (
  parts: SessionParts,
  { keep, forget }: { keep: (tokens: Tokens, by: string) => void; forget: () => void },
): Promise<Pass> => {
  const refresh = parts.tab.getItem(REFRESH);
  if (refresh === null) return { kind: 'ended' };
  const answer = await asked(parts, '/oauth2/token', { grant_type: 'refresh_token', refresh_token: refresh });
  if (answer === 'no-network') return { kind: 'no-network' };
  const tokens = answer === 'refused' ? undefined : tokensIn(answer.body, parts.now());
  if (tokens === undefined) {
    forget();
    return { kind: 'ended' };
  }
  keep(tokens, refresh);
  return passOf(tokens);
};

type Asked = { readonly body: unknown } | 'refused' | 'no-network';

/** Asks the sign-in as the client of these pages. A failure of its own is told as no network: trying again may help. */
export const asked = async (
  parts: SessionParts,
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<Asked> => {
  try {
    const response = await parts.fetch(`${parts.client.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...form, client_id: parts.client.clientId }).toString(),
      credentials: 'omit',
    });
    if (response.ok) return { body: jsonIn(await response.text()) };
    return response.status >= 500 || response.status === 429 ? 'no-network' : 'refused';
  } catch {
    return 'no-network';
  }
};
