import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { isLanguage } from '../../domain/languages.ts';
import { notFoundPage } from '../../web/pages/errors.tsx';
import { INERT, problem } from '../_http/problem.ts';
import { originOf } from '../_http/request.ts';
import { failurePage } from '../_pages/public-page.ts';

/** Answers what is no route of the house: under a language, where people look for pages, with a page; elsewhere with a problem. */
export const answerElsewhere = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  if (!isLanguage(event.rawPath.split('/')[1] ?? '')) return problem('not-found');
  const location = withoutSlash(event);
  if (location === undefined) return failurePage(event, { status: 404, page: notFoundPage() });
  return { statusCode: 308, headers: { location, 'cache-control': 'no-store', ...INERT }, body: '' };
};

/** The same address without the slash at its end; undefined where it has none, or leads out of the pages of a language. */
const withoutSlash = (event: APIGatewayProxyEventV2): string | undefined => {
  const path = event.rawPath.replace(/\/+$/, '');
  if (path === event.rawPath) return undefined;
  // Read as a browser reads it: what climbs out of its folder could end anywhere.
  const { pathname } = new URL(path, originOf(event));
  if (!isLanguage(pathname.split('/')[1] ?? '')) return undefined;
  return event.rawQueryString === '' ? pathname : `${pathname}?${event.rawQueryString}`;
};
