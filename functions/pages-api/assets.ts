import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { MARK_FILE } from '../../web/components/mark.tsx';
import { STYLESHEET } from '../../web/style/stylesheet.ts';
import { READ_ASSET } from '../_http/page-operations.ts';
import { LATEST_STYLE } from '../_pages/page-around.ts';

const nameOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The stylesheet under a name that changes with it: whoever has it never asks again. */
const STYLE_FILE = `style-${nameOf(STYLESHEET)}.css`;
export const STYLE_PATH = `/assets/${STYLE_FILE}`;

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
  'mark.svg': { mediaType: 'image/svg+xml', text: MARK_FILE, cache: FOR_A_DAY },
};

const answerWith = ({ mediaType, text, cache }: Asset): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  headers: {
    'content-type': mediaType,
    'cache-control': cache,
    'x-content-type-options': 'nosniff',
  },
  body: text,
});

const NOT_THERE: APIGatewayProxyStructuredResultV2 = {
  statusCode: 404,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body: '<!doctype html><title>404</title>',
};

/** What the pages are drawn with, by its name. */
export const readAsset = {
  ...READ_ASSET,
  answer: async ({ pathParameters }: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const file = pathParameters?.['file'] ?? '';
    const asset = Object.hasOwn(ASSETS, file) ? ASSETS[file] : undefined;
    return asset === undefined ? NOT_THERE : answerWith(asset);
  },
};
