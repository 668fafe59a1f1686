import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { isLanguage, LANGUAGES } from '../../domain/languages.ts';
import type { PagePlace } from '../../web/page-context.ts';
import { originOf } from '../_http/request.ts';

/** The file of the stylesheet as it is now, whatever its hash. */
export const LATEST_STYLE = 'style.css';
/** That of the workplaces. */
export const WORKPLACE_STYLE = 'workplace.css';

/** Where a page stands that was asked for, and its stylesheet. */
export const placeOf = (event: APIGatewayProxyEventV2, style = `/assets/${LATEST_STYLE}`): PagePlace => {
  const [, first = '', ...rest] = event.rawPath.split('/');
  const query = event.rawQueryString === '' ? '' : `?${event.rawQueryString}`;
  return {
    language: isLanguage(first) ? first : LANGUAGES[0],
    path: `${rest.map((part) => `/${part}`).join('')}${query}`,
    origin: originOf(event),
    style,
  };
};

export const HTML = 'text/html; charset=utf-8';

/** Nothing runs, nothing is fetched from elsewhere, nothing is framed: what somebody wrote stays text even where escaping failed. */
export const SAFETY = {
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const;
