import * as z from 'zod/mini';
import { INSTRUMENTS, STAGES } from '../../events/vocabulary.ts';
import type { PublicPageDescription } from './operation.ts';
import { nothingAsked } from './paging.ts';

const shown = { method: 'GET', function: 'pages-api', kind: 'public-page', mediaTypes: ['text/html'] } as const;
const CURSOR_LENGTH_MAX = 512;
const cursor = z.optional(z.string().check(z.minLength(1), z.maxLength(CURSOR_LENGTH_MAX)));

/** What a form leaves empty was not asked. */
const chosen = <const Of extends readonly [string, ...string[]]>(of: Of) => z.optional(z.enum([...of, '']));

export const SHOW_ENTRANCE = {
  ...shown,
  name: 'show-entrance',
  path: '/',
  summary: 'Be led to the pages in a language that you read',
  query: nothingAsked,
  leadsOn: true,
} as const satisfies PublicPageDescription;

export const SHOW_HOME = {
  ...shown,
  name: 'show-home',
  path: '/{language}',
  summary: 'See what is watched, and how to take part',
  query: nothingAsked,
} as const satisfies PublicPageDescription;

export const SHOW_CASES = {
  ...shown,
  name: 'show-cases',
  path: '/{language}/cases',
  summary: 'Search the cases',
  query: z.strictObject({
    q: z.optional(z.string().check(z.maxLength(200))),
    instrument: chosen(INSTRUMENTS),
    stage: chosen(STAGES),
    cursor,
  }),
} as const satisfies PublicPageDescription;

export const SHOW_CASE = {
  ...shown,
  name: 'show-case',
  path: '/{language}/cases/{case}',
  summary: 'See a case: where it stands, what it waits for, and what has happened',
  query: nothingAsked,
} as const satisfies PublicPageDescription;

export const SHOW_GLOSSARY = {
  ...shown,
  name: 'show-glossary',
  path: '/{language}/glossary',
  summary: 'See what the words of the field mean',
  query: nothingAsked,
} as const satisfies PublicPageDescription;

export const SHOW_DATA = {
  ...shown,
  name: 'show-data',
  path: '/{language}/data',
  summary: 'See what is published as data, and how to use it',
  query: nothingAsked,
} as const satisfies PublicPageDescription;

export const READ_ASSET = {
  ...shown,
  name: 'read-asset',
  path: '/assets/{file}',
  summary: 'Read what the pages are drawn with',
  query: nothingAsked,
  mediaTypes: ['text/css', 'image/svg+xml'],
} as const satisfies PublicPageDescription;

/** Everything that pages-api answers. */
export const PAGE_DESCRIPTIONS = [
  SHOW_ENTRANCE,
  SHOW_HOME,
  SHOW_CASES,
  SHOW_CASE,
  SHOW_GLOSSARY,
  SHOW_DATA,
  READ_ASSET,
] as const;
