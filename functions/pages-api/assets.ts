import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { MARK_FILE } from '../../web/components/mark.tsx';
import { STYLESHEET } from '../../web/style/stylesheet.ts';
import { READ_ASSET } from '../_http/page-operations.ts';
import type { ScriptName, Scripts } from './scripts.ts';
import { nameOf, STYLE_FILE } from './style.ts';

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

/** Where a script stands: under a name that changes with it, like the stylesheet. */
export const scriptPath = (scripts: Scripts, name: ScriptName): string =>
  `/assets/${scriptFile(name, scripts.textOf(name))}`;

const scriptFile = (name: ScriptName, text: string): string => `${name}-${nameOf(text)}.js`;

const SCRIPT_FILE = /^([a-z-]+)-[0-9a-f]{16}\.js$/;

const scriptNamed = (scripts: Scripts, file: string): Asset | undefined => {
  const name = scripts.names.find((each) => each === SCRIPT_FILE.exec(file)?.[1]);
  const text = name === undefined ? undefined : scripts.textOf(name);
  if (name === undefined || text === undefined || scriptFile(name, text) !== file) return undefined;
  return { mediaType: 'text/javascript; charset=utf-8', text, cache: FOR_EVER };
};

/** What the pages are drawn with, by its name. */
export const readAsset = ({ scripts }: { readonly scripts: Scripts }) => ({
  ...READ_ASSET,
  answer: async ({ pathParameters }: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const file = pathParameters?.['file'] ?? '';
    const asset = Object.hasOwn(ASSETS, file) ? ASSETS[file] : scriptNamed(scripts, file);
    return asset === undefined ? NOT_THERE : answerWith(asset);
  },
});
