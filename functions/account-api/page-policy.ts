import type { SignInClient } from '../../web/app/session.ts';

/** Where the scripts of the house ask, beside the API. */
export interface AskedByScripts {
  readonly signIn: SignInClient;
  /** The origin or address where browsers bring files; undefined where they bring none. */
  readonly uploadsUrl: string | undefined;
}

/**
 * Scripts of the house alone run, and reach the API, the sign-in and the documents; no text ever becomes script or markup. `more` stands
 * beside the usual directives, or in place of the one with the same name.
 */
export const policyOf = (
  { signIn, uploadsUrl = '' }: AskedByScripts,
  more: Readonly<Record<string, string>> = {},
): string => {
  const origins = [signIn.url, uploadsUrl].filter((each) => each !== '').map((each) => new URL(each).origin);
  const all = {
    'default-src': "'none'",
    'script-src': "'self'",
    'connect-src': ["'self'", ...origins].join(' '),
    'style-src': "'self'",
    'img-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': "'none'",
    ...more,
  };
  return Object.entries(all)
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ');
};
