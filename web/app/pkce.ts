const VERIFIER_BYTES = 32;

/** Bytes as they stand in addresses and tokens (RFC 4648, 5, without padding). */
const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** 256 bits that nobody guesses, as 43 characters. */
export const newSecret = (): string => base64url(crypto.getRandomValues(new Uint8Array(VERIFIER_BYTES)));

/** What is told of a verifier before it is shown (RFC 7636, 4.2, S256). */
export const challengeOf = async (verifier: string): Promise<string> =>
  base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
