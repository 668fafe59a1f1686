import type { PublicPageDescription } from '../_http/operation.ts';
import { CALENDAR_ETAG, headersNamed, type Json } from './openapi-schemas.ts';

const HTML: Json = { 'text/html': { schema: { type: 'string' } } };
const STILL_TRUE: Json = {
  description: 'It is still the one that `If-None-Match` names',
  headers: { ETag: CALENDAR_ETAG },
};

const SAFE: Json = headersNamed(
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Permissions-Policy',
  'Referrer-Policy',
  'X-Content-Type-Options',
);

const ON_PAGES: Json = { ETag: CALENDAR_ETAG, ...SAFE };

/** A page of a report: who may not see a draft yet is told by a problem. */
export const PAGE: Json = {
  200: {
    description: 'The page',
    headers: ON_PAGES,
    content: HTML,
  },
  304: STILL_TRUE,
};

/** What everybody sees. */
export const seenByAll = ({ mediaTypes, leadsOn, method }: PublicPageDescription): Json =>
  leadsOn === true
    ? {
        302: {
          description: 'Where the pages are in your language',
          headers: headersNamed('Location', 'Content-Security-Policy', 'X-Content-Type-Options'),
          content: HTML,
        },
      }
    : {
        200: {
          description: 'The page, or what it is drawn with',
          headers: mediaTypes.includes('text/html') ? ON_PAGES : headersNamed('X-Content-Type-Options'),
          content: Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema: { type: 'string' } }])),
        },
        ...(method === 'GET' ? { 304: STILL_TRUE } : {}),
      };

/** What a page is sent by the form of another. Browsers say nothing of what its fields hold: the page tells what is wrong with them. */
export const sentByForm = ({ form }: PublicPageDescription): Json =>
  form === undefined
    ? {}
    : {
        requestBody: {
          description: form,
          required: true,
          content: {
            'multipart/form-data': { schema: { type: 'object' } },
            'application/x-www-form-urlencoded': { schema: { type: 'object' } },
          },
        },
      };

/** Who looks at pages is told on a page. */
export const failureOfPages = (): Json => ({
  description: 'A page that says what to do next; a problem where no page could be drawn',
  headers: SAFE,
  content: { ...HTML, 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
