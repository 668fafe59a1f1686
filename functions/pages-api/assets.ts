import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { MARK_FILE } from '../../web/components/mark.tsx';
import { STYLESHEET } from '../../web/style/stylesheet.ts';
import { READ_ASSET } from '../_http/page-operations.ts';
import { problem } from '../_http/problem.ts';
import { packed } from './packed.ts';

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

const ASSETS: Readonly<Record<string, Asset>> = {
  [STYLE_FILE]: { mediaType: 'text/css; charset=utf-8', text: STYLESHEET, cache: FOR_EVER },
  'mark.svg': { mediaType: 'image/svg+xml', text: MARK_FILE, cache: FOR_A_DAY },
};

/** What the pages are drawn with, by its name. */
export const readAsset = {
  ...READ_ASSET,
  answer: async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const file = event.pathParameters?.['file'] ?? '';
    const asset = Object.hasOwn(ASSETS, file) ? ASSETS[file] : undefined;
    if (asset === undefined) return problem('not-found');
    const { mediaType, text, cache } = asset;
    const headers = { 'content-type': mediaType, 'cache-control': cache, 'x-content-type-options': 'nosniff' };
    return packed(event, { status: 200, headers, text });
  },
};
