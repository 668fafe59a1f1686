import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { MARK_FILE } from '../../web/components/mark.tsx';
import { STYLESHEET } from '../../web/style/stylesheet.ts';
import { WORKPLACE_STYLESHEET } from '../../web/style/workplace.ts';
import { READ_ASSET } from '../_http/page-operations.ts';
import { INERT } from '../_http/problem.ts';
import { packed } from '../_pages/packed.ts';
import { LATEST_STYLE, WORKPLACE_STYLE } from '../_pages/page-place.ts';
import { STYLE_FILE } from '../_pages/style-file.ts';

interface Asset {
  readonly mediaType: string;
  readonly text: string;
  readonly cache: string;
}

const FOR_EVER = 'public, max-age=31536000, immutable';
const FOR_A_DAY = 'public, max-age=86400';
const FOR_MINUTES = 'public, max-age=300';

const ASSETS: Readonly<Record<string, Asset>> = {
  [STYLE_FILE]: { mediaType: 'text/css; charset=utf-8', text: STYLESHEET, cache: FOR_EVER },
  // For pages of functions that do not carry the stylesheet to know its name.
  [LATEST_STYLE]: { mediaType: 'text/css; charset=utf-8', text: STYLESHEET, cache: FOR_MINUTES },
  [WORKPLACE_STYLE]: { mediaType: 'text/css; charset=utf-8', text: WORKPLACE_STYLESHEET, cache: FOR_MINUTES },
  'mark.svg': { mediaType: 'image/svg+xml', text: MARK_FILE, cache: FOR_A_DAY },
};

const NOT_THERE: APIGatewayProxyStructuredResultV2 = {
  statusCode: 404,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...INERT },
  body: '<!doctype html><title>404</title>',
};

/** What the pages are drawn with, by its name. */
export const readAsset = {
  ...READ_ASSET,
  answer: async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const file = event.pathParameters?.['file'] ?? '';
    const asset = Object.hasOwn(ASSETS, file) ? ASSETS[file] : undefined;
    if (asset === undefined) return NOT_THERE;
    const { mediaType, text, cache } = asset;
    const headers = { 'content-type': mediaType, 'cache-control': cache, ...INERT };
    return packed(event, { status: 200, headers, text });
  },
};
