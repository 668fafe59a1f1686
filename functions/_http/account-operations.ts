import * as z from 'zod/mini';
import type { PublicPageDescription } from './operation.ts';
import { nothingAsked } from './paging.ts';

/** The pages of people who sign in: the same for everybody until their script runs. */
const drawnByScript = {
  method: 'GET',
  function: 'account-api',
  kind: 'public-page',
  mediaTypes: ['text/html'],
} as const;

export const SHOW_SIGN_IN = {
  ...drawnByScript,
  name: 'show-sign-in',
  path: '/{language}/sign-in',
  summary: 'Sign in',
  query: nothingAsked,
} as const satisfies PublicPageDescription;

const TOLD_LENGTH_MAX = 2_048;
const told = z.optional(z.string().check(z.maxLength(TOLD_LENGTH_MAX)));

export const SHOW_SIGNED_IN = {
  ...drawnByScript,
  name: 'show-signed-in',
  path: '/{language}/signed-in',
  summary: 'Come back from the sign-in, with what it tells the page (RFC 6749, 4.1.2)',
  // Whatever else an issuer tells is for the script to leave alone, and no reason to turn somebody away.
  query: z.object({ code: told, state: told, error: told }),
} as const satisfies PublicPageDescription;

export const SHOW_SIGNED_OUT = {
  ...drawnByScript,
  name: 'show-signed-out',
  path: '/{language}/signed-out',
  summary: 'See that you have signed out',
  query: nothingAsked,
} as const satisfies PublicPageDescription;

export const SHOW_ACCOUNT = {
  ...drawnByScript,
  name: 'show-account',
  path: '/{language}/account',
  summary: 'See who you are to the house, and choose how you are told what happens',
  query: nothingAsked,
} as const satisfies PublicPageDescription;

export const SHOW_MESSAGES = {
  ...drawnByScript,
  name: 'show-messages',
  path: '/{language}/account/messages',
  summary: 'Choose in which language, how often and at which address you are told what happens',
  query: nothingAsked,
} as const satisfies PublicPageDescription;

export const SHOW_MAILBOX = {
  ...drawnByScript,
  name: 'show-mailbox',
  path: '/{language}/mailboxes/{endpoint}',
  summary: 'Confirm the mailbox of an institution with the code that was sent to it',
  query: nothingAsked,
} as const satisfies PublicPageDescription;

export const READ_SCRIPT = {
  ...drawnByScript,
  name: 'read-script',
  path: '/scripts/{file}',
  summary: 'Read what a page of people who sign in runs',
  query: nothingAsked,
  mediaTypes: ['text/javascript'],
} as const satisfies PublicPageDescription;

/** Everything that account-api answers. */
export const ACCOUNT_DESCRIPTIONS = [
  SHOW_SIGN_IN,
  SHOW_SIGNED_IN,
  SHOW_SIGNED_OUT,
  SHOW_ACCOUNT,
  SHOW_MESSAGES,
  SHOW_MAILBOX,
  READ_SCRIPT,
] as const;
