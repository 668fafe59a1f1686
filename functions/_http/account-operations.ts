import * as z from 'zod/mini';
import type { PublicPageDescription } from './operation.ts';
import { nothingAsked } from './paging.ts';

/** The pages that a script draws: the same for everybody until it runs. */
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

/** What the desk filters by stands in its address; its script makes sense of it. */
const filters = z.object({});

const desk = { ...drawnByScript, query: filters } as const;

export const SHOW_DESK = {
  ...desk,
  name: 'show-desk',
  path: '/{language}/desk',
  summary: 'Work: what is due, your cases and what you can do',
} as const satisfies PublicPageDescription;

export const SHOW_DESK_VIEW = {
  ...desk,
  name: 'show-desk-view',
  path: '/{language}/desk/{view}',
  summary: 'Work with lists: the board, assignments, the roster, an inbox',
} as const satisfies PublicPageDescription;

export const SHOW_DESK_THING = {
  ...desk,
  name: 'show-desk-thing',
  path: '/{language}/desk/{view}/{id}',
  summary: 'Work with one thing of a list, such as a case',
} as const satisfies PublicPageDescription;

export const SHOW_DESK_PART = {
  ...desk,
  name: 'show-desk-part',
  path: '/{language}/desk/{view}/{id}/{part}',
  summary: 'Work with a part of a thing, such as the acts of a case',
} as const satisfies PublicPageDescription;

export const SHOW_RECEIPT = {
  ...drawnByScript,
  name: 'show-receipt',
  path: '/{language}/receipt',
  summary: 'Check a receipt against the public record, in your own browser',
  query: nothingAsked,
} as const satisfies PublicPageDescription;

export const SHOW_FIELD = {
  ...drawnByScript,
  name: 'show-field',
  path: '/{language}/field',
  summary: 'Open the app of witnesses and committee members, which works without a network',
  query: nothingAsked,
} as const satisfies PublicPageDescription;

export const READ_FIELD_WORKER = {
  ...drawnByScript,
  name: 'read-field-worker',
  path: '/{language}/field-worker.js',
  summary: 'Read what opens the app without a network, and sends in the background',
  query: nothingAsked,
  mediaTypes: ['text/javascript'],
} as const satisfies PublicPageDescription;

export const READ_FIELD_MANIFEST = {
  ...drawnByScript,
  name: 'read-field-manifest',
  path: '/{language}/field.webmanifest',
  summary: 'Read what a device needs to install the app (W3C Web Application Manifest)',
  query: nothingAsked,
  mediaTypes: ['application/manifest+json'],
} as const satisfies PublicPageDescription;

export const READ_ICON = {
  ...drawnByScript,
  name: 'read-icon',
  path: '/icons/{file}',
  summary: 'Read the mark of the house as a picture for home screens',
  query: nothingAsked,
  mediaTypes: ['image/png'],
} as const satisfies PublicPageDescription;

export const READ_SCRIPT = {
  ...drawnByScript,
  name: 'read-script',
  path: '/scripts/{file}',
  summary: 'Read what a page runs',
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
  SHOW_DESK,
  SHOW_DESK_VIEW,
  SHOW_DESK_THING,
  SHOW_DESK_PART,
  SHOW_RECEIPT,
  SHOW_FIELD,
  READ_FIELD_WORKER,
  READ_FIELD_MANIFEST,
  READ_ICON,
  READ_SCRIPT,
] as const;
