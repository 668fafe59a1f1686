import { LANGUAGES } from '../../domain/languages.ts';

/** The client that every token of this issuer is given to; what the APIs take as their audience. */
export const LOCAL_AUDIENCE = 'veedor-local';

/** The names that this machine calls itself by: the pages stand under each. */
const LOOPBACKS = ['127.0.0.1', 'localhost'];

const addressesOf = (url: string, path: string): readonly string[] =>
  LOOPBACKS.flatMap((host) => {
    const { protocol, port } = new URL(url);
    const origin = new URL(`${protocol}//${host}:${port}`).origin;
    return LANGUAGES.map((language) => `${origin}/${language}/${path}`);
  });

/** Where the pages of the house may be come back to: these addresses, character by character. */
export interface PagesClient {
  readonly callbacks: readonly string[];
  readonly afterSignOut: readonly string[];
}

export const pagesClient = (url: string): PagesClient => ({
  callbacks: addressesOf(url, 'signed-in'),
  afterSignOut: addressesOf(url, 'signed-out'),
});
