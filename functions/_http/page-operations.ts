import * as z from 'zod/mini';
import { INSTRUMENTS, STAGES } from '../../events/vocabulary.ts';
import type { PageDescription, PublicationDescription } from './operation.ts';
import { nothingAsked } from './paging.ts';

const shown = { method: 'GET', function: 'pages-api', kind: 'page' } as const;
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
} as const satisfies PageDescription;

export const SHOW_HOME = {
  ...shown,
  name: 'show-home',
  path: '/{language}',
  summary: 'See what is watched, and how to take part',
  query: nothingAsked,
} as const satisfies PageDescription;

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
} as const satisfies PageDescription;

export const SHOW_CASE = {
  ...shown,
  name: 'show-case',
  path: '/{language}/cases/{case}',
  summary: 'See a case: where it stands, what it waits for, and what has happened',
  query: nothingAsked,
} as const satisfies PageDescription;

export const SHOW_COMPONENTS = {
  ...shown,
  name: 'show-components',
  path: '/{language}/components',
  summary: 'See every component of the pages, in each of its states',
  query: nothingAsked,
} as const satisfies PageDescription;

export const READ_ASSET = {
  method: 'GET',
  function: 'pages-api',
  kind: 'publication',
  name: 'read-asset',
  path: '/assets/{file}',
  summary: 'Read what the pages are drawn with',
  query: nothingAsked,
  mediaTypes: ['text/css', 'image/svg+xml'],
} as const satisfies PublicationDescription;

/** Everything that pages-api answers. */
export const PAGE_DESCRIPTIONS = [
  SHOW_ENTRANCE,
  SHOW_HOME,
  SHOW_CASES,
  SHOW_CASE,
  SHOW_COMPONENTS,
  READ_ASSET,
] as const;
