import * as z from 'zod/mini';
import { LANGUAGES } from '../../domain/languages.ts';
import type { PublicationDescription, QueryDescription } from './operation.ts';
import { nothingAsked, pageSizeText, paging } from './paging.ts';

const answered = { kind: 'publication', method: 'GET', function: 'open-data-api' } as const;
const explained = { kind: 'publication', method: 'GET', function: 'extension-api' } as const;

export const JSON_TYPE = 'application/json';
export const ATOM = 'application/atom+xml';
export const CSV = 'text/csv';
export const MARKDOWN = 'text/markdown';

export const READ_RELEASE = {
  ...answered,
  name: 'read-ocds-release',
  path: '/cases/{case}/ocds/release',
  summary: 'Read all that is public of a case as an OCDS 1.1 release, in its package; the same for everybody',
  query: nothingAsked,
  mediaTypes: [JSON_TYPE],
} as const satisfies PublicationDescription;

export const READ_RECORD = {
  ...answered,
  name: 'read-ocds-record',
  path: '/cases/{case}/ocds/record',
  summary: 'Read the same as an OCDS 1.1 record package: the release, and the compiled release',
  query: nothingAsked,
  mediaTypes: [JSON_TYPE],
} as const satisfies PublicationDescription;

const ENTRIES = 50;

export const READ_FEED = {
  ...answered,
  name: 'read-case-feed',
  path: '/cases/{case}/feed.atom',
  summary: 'Follow what happens in a case, newest first, with any reader of Atom feeds (RFC 4287)',
  query: z.strictObject({
    language: z._default(z.enum(LANGUAGES), 'es'),
    limit: z._default(z.pipe(pageSizeText, z.transform(Number)), ENTRIES),
    /** Only what came before the event of this number: how a page leads to the next. */
    before: z.optional(
      z.pipe(
        z.string().check(z.regex(/^[1-9]\d{0,8}$/, { error: 'must be the number of an event' })),
        z.transform(Number),
      ),
    ),
  }),
  mediaTypes: [ATOM],
} as const satisfies PublicationDescription;

export const READ_CHANGES = {
  kind: 'query',
  method: 'GET',
  function: 'open-data-api',
  name: 'read-changes',
  path: '/changes',
  summary: 'Follow what changes in all cases, from the beginning: keep the cursor, and ask again with it',
  query: paging,
  answers: z.strictObject({
    items: z.array(
      z.strictObject({
        case: z.string(),
        /** The number of the event in its case. */
        version: z.int(),
        /** When it was recorded. */
        at: z.string(),
        /** The type of the event. */
        type: z.string(),
      }),
    ),
    /** Where to go on later; the same as before where nothing is new. */
    cursor: z.string(),
  }),
} as const satisfies QueryDescription;

const language = z._default(z.enum(LANGUAGES), 'en');

export const READ_EXTENSION_FILE = {
  ...explained,
  name: 'read-extension-file',
  path: '/ocds/extensions/oversight/{file}',
  summary: 'Read a file of the OCDS extension that describes oversight: extension.json, release-schema.json, README.md',
  query: z.strictObject({ language }),
  mediaTypes: [JSON_TYPE, MARKDOWN],
} as const satisfies PublicationDescription;

export const READ_EXTENSION_CODELIST = {
  ...explained,
  name: 'read-extension-codelist',
  path: '/ocds/extensions/oversight/codelists/{codelist}',
  summary: 'Read a code list of the OCDS extension that describes oversight, with titles in one language',
  query: z.strictObject({ language }),
  mediaTypes: [CSV],
} as const satisfies PublicationDescription;

export const READ_POLICY = {
  ...explained,
  name: 'read-publication-policy',
  path: '/ocds/publication-policy',
  summary: 'Read what is published as open data, under which licence, and how to use it',
  query: nothingAsked,
  mediaTypes: [MARKDOWN],
} as const satisfies PublicationDescription;

/** Everything that open-data-api and extension-api answer. */
export const OPEN_DATA_DESCRIPTIONS = [
  READ_RELEASE,
  READ_RECORD,
  READ_FEED,
  READ_CHANGES,
  READ_EXTENSION_FILE,
  READ_EXTENSION_CODELIST,
  READ_POLICY,
] as const;
