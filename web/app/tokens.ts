import { isRecord, jsonIn } from './kept-text.ts';

/** Who a token says that somebody is: a pseudonym and roles. */
export interface Who {
  readonly person: string;
  readonly roles: readonly string[];
}

/** What the token endpoint gave. */
export interface Tokens {
  readonly access: string;
  readonly who: Who;
  /** In milliseconds since the epoch, by this device’s clock. */
  readonly expiresAt: number;
  /** Left out where the one before stays good. */
  readonly refresh?: string;
  readonly id?: string;
}

/**
 * What a token claims. Its signature is not looked at: it came from the token endpoint itself over TLS (OpenID Connect Core, 3.1.3.7),
 * and whether an access token is any good is for the API to say.
 */
export const claimsIn = (token: string): Readonly<Record<string, unknown>> => {
  const part = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  const claims = jsonIn(decoded(part));
  return isRecord(claims) ? claims : {};
};

const decoded = (base64: string): string | null => {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
  } catch {
    return null;
  }
};

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/** Reads the answer of the token endpoint (RFC 6749, 5.1); undefined where it is none. */
export const tokensIn = (answer: unknown, now: number): Tokens | undefined => {
  if (!isRecord(answer)) return undefined;
  const { access_token: access, expires_in: seconds, refresh_token: refresh, id_token: id } = answer;
  if (typeof access !== 'string' || typeof seconds !== 'number') return undefined;
  const { sub, 'cognito:groups': groups } = claimsIn(access);
  if (typeof sub !== 'string') return undefined;
  return {
    access,
    who: { person: sub, roles: textsIn(groups) },
    expiresAt: now + seconds * 1_000,
    ...(typeof refresh === 'string' ? { refresh } : {}),
    ...(typeof id === 'string' ? { id } : {}),
  };
};
