import type { PublicPageDescription } from '../_http/operation.ts';
import { CALENDAR_ETAG, headersNamed, type Json } from './openapi-schemas.ts';

const HTML: Json = { 'text/html': { schema: { type: 'string' } } };
const STILL_TRUE: Json = {
  description: 'It is still the one that `If-None-Match` names',
  headers: { ETag: CALENDAR_ETAG },
};

/** A page of a report: who may not see a draft yet is told by a problem. */
export const PAGE: Json = {
  200: {
    description: 'The page',
    headers: {
      ETag: CALENDAR_ETAG,
      ...headersNamed('Content-Security-Policy', 'Referrer-Policy', 'X-Content-Type-Options'),
    },
    content: HTML,
  },
  304: STILL_TRUE,
};

const SAFE: Json = headersNamed(
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Permissions-Policy',
  'Referrer-Policy',
  'X-Content-Type-Options',
);

const ON_PAGES: Json = { ETag: CALENDAR_ETAG, ...SAFE };

/** What everybody sees. */
export const seenByAll = ({ mediaTypes, leadsOn }: PublicPageDescription): Json =>
  leadsOn === true
    ? { 302: { description: 'Where the pages are in your language', headers: headersNamed('Location'), content: HTML } }
    : {
        200: {
          description: 'The page, or what it is drawn with',
          headers: mediaTypes.includes('text/html') ? ON_PAGES : headersNamed('X-Content-Type-Options'),
          content: Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema: { type: 'string' } }])),
        },
        304: STILL_TRUE,
      };

/** Who looks at pages is told on a page. */
export const failureOfPages = (): Json => ({
  description: 'A page that says what to do next; a problem where no page could be drawn',
  headers: SAFE,
  content: { ...HTML, 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** What a browser posts from a form of a page. */
export const postedForm = (holds: string): Json => ({
  required: true,
  description: holds,
  content: { 'multipart/form-data': { schema: { type: 'object' } } },
});
