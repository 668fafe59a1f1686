import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { READ_SCRIPT } from '../_http/account-operations.ts';
import { packed } from '../_pages/packed.ts';
import { nameOf } from '../_pages/style-file.ts';

/** The scripts that pages can have, by the names of their entries in web. */
const NAMES = ['account', 'desk', 'field', 'field-worker', 'messages', 'receipt', 'way-in'] as const;
export type ScriptName = (typeof NAMES)[number];

/** What runs in browsers. It is bundled apart: into the function in the cloud, when first asked for elsewhere. */
export interface Scripts {
  readonly names: readonly ScriptName[];
  readonly textOf: (name: ScriptName) => string;
}

/** Scripts whose texts are made once, when the first of their pages is. */
export const scriptsFrom = (make: (name: ScriptName) => string): Scripts => {
  const made = new Map<ScriptName, string>();
  return {
    names: NAMES,
    textOf: (name) => {
      const text = made.get(name) ?? make(name);
      made.set(name, text);
      return text;
    },
  };
};

/** Where a script stands: under a name that changes with it, like the stylesheet. */
export const scriptPath = (scripts: Scripts, name: ScriptName): string =>
  `/scripts/${fileOf(name, scripts.textOf(name))}`;

const fileOf = (name: ScriptName, text: string): string => `${name}-${nameOf(text)}.js`;

const FILE = /^([a-z-]+)-[0-9a-f]{16}\.js$/;

const textIn = (scripts: Scripts, file: string): string | undefined => {
  const name = scripts.names.find((each) => each === FILE.exec(file)?.[1]);
  const text = name === undefined ? undefined : scripts.textOf(name);
  return name !== undefined && text !== undefined && fileOf(name, text) === file ? text : undefined;
};

const NOT_THERE: APIGatewayProxyStructuredResultV2 = {
  statusCode: 404,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body: '<!doctype html><title>404</title>',
};

/** What a page runs, by its name: whoever has it never asks again. */
export const readScript = (scripts: Scripts) => ({
  ...READ_SCRIPT,
  answer: async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const text = textIn(scripts, event.pathParameters?.['file'] ?? '');
    if (text === undefined) return NOT_THERE;
    const headers = {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    };
    return packed(event, { status: 200, headers, text });
  },
});
